// A name server with the interface of PowerDNS whose mood can be set: it works, or fails in one of many ways.
import { mkdtemp, rm } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import type { DnsRecord, DnsType } from '../../../src/adapters/dns/port.ts'
import { createStandInDns, type StandInDns } from '../../../src/adapters/dns/stand-in.ts'
import { type Line, startLine } from './line.ts'
import { startHttp } from './weather.ts'

/** Answers in place of the right one; `late`: the right one, but after the caller's time limit. */
export type Mood =
  | 'well'
  | 'late'
  | 'forgets'
  | { status: number; body: string; headers?: Record<string, string> }
  | ((response: ServerResponse) => void)

export type MoodyPowerDns = {
  apiUrl: string
  dns: StandInDns
  /** The way to the interface, which can be cut. */
  way: Line
  set: (mood: Mood) => void
  /** How often somebody asked. */
  calls: () => number
  stop: () => Promise<void>
}

export const startMoodyPowerDns = async (zone: string, lateMs: number): Promise<MoodyPowerDns> => {
  const folder = await mkdtemp(join(tmpdir(), 'mipp-moody-'))
  const file = join(folder, 'zone.json')
  // The same port when it is started again, because whoever asks has it in the settings.
  const first = createStandInDns({ zone, file })
  const { port } = await first.start()
  await first.stop()
  const dns = createStandInDns({ zone, file, port })
  await dns.start()
  let mood: Mood = 'well'
  let calls = 0
  const http = await startHttp((request, response) => {
    calls += 1
    void answer(dns, mood, request, response, lateMs)
  })
  const way = await startLine(http)
  return {
    apiUrl: `http://127.0.0.1:${way.port}`,
    dns,
    way,
    set: (next) => {
      mood = next
    },
    calls: () => calls,
    stop: async () => {
      await way.stop()
      await http.stop()
      await dns.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

const answer = async (
  dns: StandInDns,
  mood: Mood,
  request: IncomingMessage,
  response: ServerResponse,
  lateMs: number,
): Promise<void> => {
  if (typeof mood === 'function') return mood(response)
  if (typeof mood === 'object') {
    response.writeHead(mood.status, mood.headers ?? {})
    response.end(mood.body)
    return
  }
  const said = request.method === 'GET' ? await listing(dns, request.url ?? '') : await change(dns, request, mood)
  const send = () => response.writeHead(said === '' ? 204 : 200).end(said)
  if (mood === 'late') setTimeout(send, lateMs)
  else send()
}

const listing = async (dns: StandInDns, path: string): Promise<string> => {
  const wanted = new URL(path, 'http://local.invalid').searchParams.get('rrset_name') ?? ''
  const found = await dns.lookUp(wanted.replace(/\.$/, ''))
  const records = found.ok ? found.value : []
  const rrsets = records.map(({ name, type, value, ttlSeconds }) => ({
    name: `${name}.`,
    type,
    ttl: ttlSeconds,
    records: [{ content: type === 'CNAME' ? `${value}.` : value, disabled: false }],
  }))
  return JSON.stringify({ rrsets })
}

type Change = { name: string; type: DnsType; ttl: number; changetype: string; records: { content: string }[] }

const change = async (dns: StandInDns, request: IncomingMessage, mood: Mood): Promise<string> => {
  const { rrsets } = JSON.parse(await text(request)) as { rrsets: Change[] }
  if (mood === 'forgets') return ''
  for (const { name, type, ttl, changetype, records } of rrsets) {
    const plain = name.replace(/\.$/, '')
    const value = records?.[0]?.content.replace(/\.$/, '') ?? ''
    const record: DnsRecord = { name: plain, type, value, ttlSeconds: ttl }
    if (changetype === 'REPLACE') await dns.replace(record)
    else await dns.remove(plain)
  }
  return ''
}
