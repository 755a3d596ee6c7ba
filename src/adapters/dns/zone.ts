// What an authoritative server answers about one zone: pure, by RFC 1034 section 4.3.2 without wildcards.

import {
  type Answer,
  AUTHORITATIVE_ANSWER,
  type DecodedPacket,
  type Packet,
  type Question,
  RECURSION_DESIRED,
} from 'dns-packet'
import { plainName } from './names.ts'
import type { DnsRecord } from './port.ts'

export type Zone = { name: string; serial: number; records: DnsRecord[] }

type Part = { code: number; answers: Answer[]; authorities: Answer[]; isOurs: boolean }

const formatError = 1
const noSuchName = 3
const notImplemented = 4
const refused = 5
/** How long others may remember that a name is missing (RFC 2308): short, because officers look again at once. */
const negativeTtl = 60
const longestChain = 8

export const answerFor = (zone: Zone, query: DecodedPacket): Packet => {
  const [question] = query.questions ?? []
  const flags = query.flags ?? 0
  const part =
    question === undefined ? empty(formatError) : isPlainQuery(flags) ? find(zone, question) : empty(notImplemented)
  return {
    type: 'response',
    id: query.id,
    flags: (flags & RECURSION_DESIRED) | (part.isOurs ? AUTHORITATIVE_ANSWER : 0) | part.code,
    questions: query.questions,
    answers: part.answers,
    authorities: part.authorities,
  }
}

const isPlainQuery = (flags: number): boolean => ((flags >> 11) & 0xf) === 0

const find = (zone: Zone, { name, type, class: asked = 'IN' }: Question): Part => {
  const wanted = plainName(name)
  if (asked !== 'IN' || !isWithin(zone, wanted)) return empty(refused)
  const answers = wanted === zone.name ? apex(zone, type) : chain(zone, wanted, type)
  if (answers.length > 0) return { code: 0, answers, authorities: [], isOurs: true }
  return { code: exists(zone, wanted) ? 0 : noSuchName, answers: [], authorities: [soa(zone)], isOurs: true }
}

const empty = (code: number): Part => ({ code, answers: [], authorities: [], isOurs: false })

const isWithin = (zone: Zone, name: string): boolean => name === zone.name || name.endsWith(`.${zone.name}`)

const apex = (zone: Zone, type: string): Answer[] => {
  if (type === 'SOA') return [soa(zone)]
  return type === 'NS' ? [{ type: 'NS', name: zone.name, ttl: 3600, data: nameServer(zone) }] : []
}

const chain = (zone: Zone, name: string, type: string): Answer[] => {
  const answers: Answer[] = []
  let at: string | undefined = name
  for (let step = 0; at !== undefined && step < longestChain; step += 1) {
    const here = zone.records.filter((record) => record.name === at)
    const alias = here.find((record) => record.type === 'CNAME')
    const hits = alias ? [alias] : here.filter((record) => record.type === type)
    answers.push(...hits.map(asAnswer))
    at = alias && type !== 'CNAME' ? alias.value : undefined
  }
  return answers
}

const asAnswer = ({ name, type, value, ttlSeconds }: DnsRecord): Answer => ({
  type,
  name,
  ttl: ttlSeconds,
  data: value,
})

/** A name also exists when only something below it does. */
const exists = (zone: Zone, name: string): boolean =>
  name === zone.name || zone.records.some((record) => record.name === name || record.name.endsWith(`.${name}`))

const soa = (zone: Zone): Answer => ({
  type: 'SOA',
  name: zone.name,
  ttl: negativeTtl,
  data: {
    mname: nameServer(zone),
    rname: `hostmaster.${zone.name}`,
    serial: zone.serial,
    refresh: 3600,
    retry: 600,
    expire: 604_800,
    minimum: negativeTtl,
  },
})

const nameServer = (zone: Zone): string => `ns.${zone.name}`
