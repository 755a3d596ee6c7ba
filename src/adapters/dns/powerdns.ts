// A real PowerDNS Authoritative Server, through its HTTP interface (version 4.1 or later, `/api/v1`).

import { z } from 'zod'
import { type Sentence, sentence } from '../../core/sentence.ts'
import { good, lasting, type Outcome, passing, type Trouble } from '../outcome.ts'
import { hasFailed, refusesKey, talksNonsense } from '../reasons.ts'
import { callRest, type RestReply } from '../rest.ts'
import { allTypes, faultBeside, faultOfName, faultOfRecord, plainName, plainValue } from './names.ts'
import type { Asked, AutomaticDns, DnsRecord } from './port.ts'
import { createAsk } from './query.ts'

export type PowerDnsConfig = {
  /** Without `/api/v1`, e.g. `http://10.0.0.5:8081`. */
  apiUrl: string
  apiKey: string
  /** The `server_id` of the interface; PowerDNS itself always says `localhost`. */
  server?: string
  zone: string
  /** Where the same server answers DNS. */
  dns: { host: string; port: number }
  timeoutMs?: number
}

type Link = { label: string; zone: string; url: URL; apiKey: string; timeoutMs: number }

type RecordSet = { type: string; records: DnsRecord[] }

export const createPowerDns = (config: PowerDnsConfig): AutomaticDns => {
  const link = linkTo(config)
  const asks: Asked = { ...config.dns, role: 'authoritative' }
  return {
    name: 'PowerDNS',
    isStandIn: false,
    automatic: true,
    zone: config.zone,
    asks,
    ask: createAsk(config.zone, asks, config.timeoutMs),
    lookUp: (name, signal) => lookUp(link, name, signal),
    put: (record, signal) => put(link, record, signal),
    replace: (record, signal) => replace(link, record, signal),
    remove: (name, signal) => remove(link, name, signal),
  }
}

const linkTo = ({ apiUrl, apiKey, server = 'localhost', zone, timeoutMs = 10_000 }: PowerDnsConfig): Link => {
  const base = apiUrl.replace(/\/+$/, '')
  const url = new URL(`${base}/api/v1/servers/${encodeURIComponent(server)}/zones/${encodeURIComponent(`${zone}.`)}`)
  return { label: `PowerDNS (${url.host})`, zone, url, apiKey, timeoutMs }
}

const lookUp = async (link: Link, name: string, signal?: AbortSignal): Promise<Outcome<DnsRecord[]>> => {
  const found = await recordSetsOf(link, name, signal)
  return found.ok ? good(found.value.flatMap(({ records }) => records)) : found
}

const put = async (link: Link, record: DnsRecord, signal?: AbortSignal): Promise<Outcome<DnsRecord>> => {
  const fault = faultOfRecord(link.zone, record)
  if (fault) return fault
  const found = await recordSetsOf(link, record.name, signal)
  if (!found.ok) return found
  const clash = faultBeside(record, typesOf(found.value))
  return clash ?? set(link, record, [], signal)
}

const replace = async (link: Link, record: DnsRecord, signal?: AbortSignal): Promise<Outcome<DnsRecord>> => {
  const fault = faultOfRecord(link.zone, record)
  if (fault) return fault
  const found = await recordSetsOf(link, record.name, signal)
  if (!found.ok) return found
  const stale = allTypes.filter((type) => type !== record.type)
  const staying = typesOf(found.value).filter((type) => !stale.some((gone) => gone === type))
  return faultBeside(record, staying) ?? set(link, record, stale, signal)
}

const remove = async (link: Link, name: string, signal?: AbortSignal): Promise<Outcome<DnsRecord[]>> => {
  const found = await lookUp(link, name, signal)
  if (!found.ok || found.value.length === 0) return found
  const changed = await patch(link, { name, rrsets: allTypes.map((type) => deletion(name, type)), signal })
  return changed.ok ? found : changed
}

const set = async (
  link: Link,
  record: DnsRecord,
  stale: readonly string[],
  signal?: AbortSignal,
): Promise<Outcome<DnsRecord>> => {
  const { name, type, ttlSeconds } = record
  const value = plainValue(type, record.value)
  const records = [{ content: type === 'CNAME' ? `${value}.` : value, disabled: false }]
  // Deletions first: PowerDNS works them off in order and refuses an alias beside others.
  const rrsets = [
    ...stale.map((gone) => deletion(name, gone)),
    { name: `${name}.`, type, ttl: ttlSeconds, changetype: 'REPLACE', records },
  ]
  const changed = await patch(link, { name, rrsets, signal })
  return changed.ok ? good({ ...record, value }) : changed
}

const deletion = (name: string, type: string) => ({ name: `${name}.`, type, changetype: 'DELETE' })

const typesOf = (sets: RecordSet[]): string[] => sets.map(({ type }) => type)

const zoneShape = z.object({
  rrsets: z.array(
    z.object({
      name: z.string(),
      type: z.string(),
      ttl: z.int(),
      records: z.array(z.object({ content: z.string(), disabled: z.boolean().default(false) })),
    }),
  ),
})

const recordSetsOf = async (link: Link, name: string, signal?: AbortSignal): Promise<Outcome<RecordSet[]>> => {
  const fault = faultOfName(link.zone, name)
  if (fault) return fault
  const url = new URL(link.url)
  // Older servers do not know this parameter and send the whole zone.
  url.searchParams.set('rrset_name', `${name}.`)
  const reply = await call(link, { method: 'GET', url, signal })
  if (!reply.ok) return reply
  const zone = zoneShape.safeParse(parsed(reply.value.text))
  if (!zone.success) return passing(talksNonsense(link.label))
  return good(zone.data.rrsets.filter((set) => plainName(set.name) === name).map((set) => recordSet(name, set)))
}

type FoundSet = z.infer<typeof zoneShape>['rrsets'][number]

const recordSet = (name: string, set: FoundSet): RecordSet => {
  const type = allTypes.find((known) => known === set.type)
  if (type === undefined) return { type: set.type, records: [] }
  const live = set.records.filter(({ disabled }) => !disabled)
  return {
    type,
    records: live.map(({ content }) => ({ name, type, value: plainValue(type, content), ttlSeconds: set.ttl })),
  }
}

type Patch = { name: string; rrsets: unknown[]; signal: AbortSignal | undefined }

const patch = async (link: Link, { name, rrsets, signal }: Patch): Promise<Outcome<null>> => {
  const reply = await call(link, { method: 'PATCH', url: link.url, body: { rrsets }, signal })
  if (reply.ok) return good(null)
  return reply.conflict ? lasting(isInConflict(name)) : reply
}

type Call = { method: 'GET' | 'PATCH'; url: URL; body?: unknown; signal: AbortSignal | undefined }

type CallTrouble = Trouble & { conflict?: boolean }

const call = async (
  link: Link,
  { method, url, body, signal }: Call,
): Promise<{ ok: true; value: RestReply } | CallTrouble> => {
  const { label: server, timeoutMs } = link
  const headers = { 'x-api-key': link.apiKey, 'content-type': 'application/json' }
  const reply = await callRest({ server, method, url, headers, body, timeoutMs, signal })
  return reply.ok ? (troubleOf(link, method, reply.value) ?? reply) : reply
}

const errorShape = z.object({ error: z.string() })

const troubleOf = ({ label, zone }: Link, method: string, { status, text }: RestReply): CallTrouble | null => {
  if (status === 200 && method === 'GET') return null
  if (status === 204 && method === 'PATCH') return null
  if (status === 401 || status === 403) return lasting(refusesKey(label))
  if (status === 429 || status >= 500) return passing(hasFailed(label, `HTTP ${status}`))
  const error = errorShape.safeParse(parsed(text))
  // PowerDNS says "Not Found" in plain text; a page in HTML comes from some other server.
  if (status === 404 && !text.trimStart().startsWith('<')) return lasting(lacksZone(label, zone))
  if (!error.success) return passing(talksNonsense(label))
  return { ...lasting(refusesChange(label, error.data.error)), conflict: /conflicts with/i.test(error.data.error) }
}

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

const lacksZone = (label: string, zone: string): Sentence =>
  sentence(
    `${label} tidak mengenal zona ${zone}. Buat zona itu di sana, atau perbaiki pengaturannya.`,
    `${label} does not know the zone ${zone}. Make the zone there, or correct the setting.`,
  )

const isInConflict = (name: string): Sentence =>
  sentence(
    `${name} sudah memiliki catatan lain yang tidak dapat berdiri di samping yang baru. Hapus atau ganti yang lama dahulu.`,
    `${name} already has another record that the new one cannot stand beside. Remove or replace the old one first.`,
  )

const refusesChange = (label: string, detail: string): Sentence =>
  sentence(
    `${label} menolak perubahan: ${detail.slice(0, 200)}`,
    `${label} refuses the change: ${detail.slice(0, 200)}`,
  )
