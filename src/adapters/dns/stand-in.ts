// The name server of the demo: keeps its zone in a file and really answers DNS queries on a local port.

import { z } from 'zod'
import { readJson, writeJson } from '../json-file.ts'
import { oneWriterOf } from '../one-writer.ts'
import { good, type Outcome } from '../outcome.ts'
import { allTypes, faultBeside, faultOfName, faultOfRecord, plainValue } from './names.ts'
import type { AutomaticDns, DnsRecord } from './port.ts'
import { createAsk } from './query.ts'
import { type NameServer, startNameServer } from './server.ts'
import { answerFor, type Zone } from './zone.ts'

export type StandInDnsConfig = {
  zone: string
  /** The zone's records; made at the first change. */
  file: string
  host?: string
  /** 0 takes a free port at `start`. A process that does not start the server needs the same fixed port to ask it. */
  port?: number
}

export type StandInDns = AutomaticDns & {
  start: () => Promise<{ host: string; port: number }>
  stop: () => Promise<void>
}

/** Every call reads the file again, so that the web process and the worker see the same zone. They write one after the other. */
export const createStandInDns = ({ zone, file, host = '127.0.0.1', port = 0 }: StandInDnsConfig): StandInDns => {
  const asks = { host, port, role: 'authoritative' as const }
  const queue = oneWriterOf(file)
  const change = <T>(edit: (records: DnsRecord[]) => Edit<T>): Promise<Outcome<T>> =>
    queue(async () => {
      const { serial, records } = await load(zone, file)
      const { outcome, records: changed } = edit(records)
      if (changed) await writeJson(file, { serial: serial + 1, records: changed })
      return outcome
    })
  let server: NameServer | null = null
  return {
    name: 'Server DNS peragaan',
    isStandIn: true,
    automatic: true,
    zone,
    asks,
    ask: createAsk(zone, asks),
    lookUp: async (name) =>
      faultOfName(zone, name) ?? good((await load(zone, file)).records.filter((r) => r.name === name)),
    put: async (record) => faultOfRecord(zone, record) ?? change((records) => put(records, plain(record))),
    replace: async (record) => faultOfRecord(zone, record) ?? change((records) => replace(records, plain(record))),
    remove: async (name) => faultOfName(zone, name) ?? change((records) => remove(records, name)),
    start: async () => {
      server ??= await startNameServer(host, port, async (query) => answerFor(await load(zone, file), query))
      asks.port = server.port
      return { host, port: server.port }
    },
    stop: async () => {
      await server?.stop()
      server = null
    },
  }
}

/** `records` is missing where nothing is to be written. */
type Edit<T> = { outcome: Outcome<T>; records?: DnsRecord[] }

const put = (records: DnsRecord[], record: DnsRecord): Edit<DnsRecord> => {
  const here = records.filter(({ name }) => name === record.name)
  const fault = faultBeside(
    record,
    here.map(({ type }) => type),
  )
  if (fault) return { outcome: fault }
  const others = records.filter(({ name, type }) => name !== record.name || type !== record.type)
  return { outcome: good(record), records: [...others, record] }
}

const replace = (records: DnsRecord[], record: DnsRecord): Edit<DnsRecord> => ({
  outcome: good(record),
  records: [...records.filter(({ name }) => name !== record.name), record],
})

const remove = (records: DnsRecord[], name: string): Edit<DnsRecord[]> => ({
  outcome: good(records.filter((record) => record.name === name)),
  records: records.filter((record) => record.name !== name),
})

const plain = (record: DnsRecord): DnsRecord => ({ ...record, value: plainValue(record.type, record.value) })

const shape = z.object({
  serial: z.int(),
  records: z.array(z.object({ name: z.string(), type: z.enum(allTypes), value: z.string(), ttlSeconds: z.int() })),
})

const load = async (zone: string, file: string): Promise<Zone> => {
  const found = await readJson(file)
  return { name: zone, ...(found === null ? { serial: 1, records: [] } : shape.parse(found)) }
}
