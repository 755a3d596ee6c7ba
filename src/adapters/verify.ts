// Looks from outside whether what was made is really there, and writes down each check as evidence.

import type { Check } from '../core/dossier/events.ts'
import { type Sentence, sentence } from '../core/sentence.ts'
import { plainValue } from './dns/names.ts'
import type { DnsAnswer, DnsPort, DnsType } from './dns/port.ts'
import type { Endpoint } from './hosting/port.ts'
import type { Outcome } from './outcome.ts'
import type { HttpProbe } from './probe/http.ts'

export type Evidence = {
  passed: boolean
  checks: Check[]
  /** The first thing that failed, in plain words; null when all passed. */
  reason: Sentence | null
  /** Looking again later may help without anybody doing anything. */
  retry: boolean
}

/** What the world should hear about a name: one value, or nothing at all. */
export type ExpectedDns = { type: DnsType; value: string } | 'absent'

export type DnsProofOrder = { name: string; expected: ExpectedDns; signal?: AbortSignal | undefined }

export type HostingProofOrder = {
  name: string
  at: Endpoint
  expected: 'answers' | 'absent'
  signal?: AbortSignal | undefined
}

type Judged = { check: Check; reason: Sentence; retry: boolean }

/** Stands where nothing came back; the reason says why. */
const nothing = '-'

export const proveDns = async (port: DnsPort, { name, expected, signal }: DnsProofOrder): Promise<Evidence> => {
  const types: DnsType[] = expected === 'absent' ? ['A', 'AAAA', 'CNAME'] : [expected.type]
  const answers = await Promise.all(types.map(async (type) => ({ type, answer: await port.ask(name, type, signal) })))
  const values = answers.map(({ type, answer }) => judgeAnswer(port, { name, type, expected }, answer))
  return evidenceOf([
    ...judgeAuthority(
      port,
      name,
      answers.map(({ answer }) => answer),
    ),
    ...values,
  ])
}

export const proveHosting = async (
  probe: HttpProbe,
  { name, at, expected, signal }: HostingProofOrder,
): Promise<Evidence> => {
  const seen = await probe({ host: name, ...at }, signal)
  const asked = `GET http://${name}/ @ ${at.address}:${at.port}`
  const [what, wanted] =
    expected === 'answers'
      ? [sentence('Situs menjawab', 'The site answers'), 'HTTP 200-399']
      : [sentence('Situs tidak ada lagi', 'The site is gone'), 'HTTP 404 / 410 / 421']
  if (!seen.ok) return evidenceOf([{ check: { what, asked, expected: wanted, got: nothing, passed: false }, ...seen }])
  const { status, bytes, ms } = seen.value
  const passed = expected === 'answers' ? status >= 200 && status < 400 : [404, 410, 421].includes(status)
  const check = { what, asked, expected: wanted, got: `HTTP ${status}, ${bytes} byte, ${ms} ms`, passed }
  return evidenceOf([
    { check, reason: answersWrongly(name, status, expected), retry: expected === 'answers' && status >= 500 },
  ])
}

type Judging = { name: string; type: DnsType; expected: ExpectedDns }

const judgeAnswer = (port: DnsPort, { name, type, expected }: Judging, answer: Outcome<DnsAnswer>): Judged => {
  const wanted = expected === 'absent' ? nothing : `${type} ${plainValue(type, expected.value)}`
  const what = expected === 'absent' ? isGone(name, type) : saysValue(name, type)
  const asked = `${type} ${name} @ ${port.asks.host}:${port.asks.port}`
  if (!answer.ok) return { check: { what, asked, expected: wanted, got: nothing, passed: false }, ...answer }
  const { transport, records, code } = answer.value
  const values = records.filter((record) => record.type === type).map(({ value }) => `${type} ${value}`)
  const got = values.length > 0 ? values.sort().join(', ') : expected === 'absent' ? nothing : code
  return {
    check: { what, asked: `${asked} (${transport})`, expected: wanted, got, passed: got === wanted },
    reason:
      expected === 'absent'
        ? isStillThere(name, got)
        : saysOtherwise({ name, wanted, got, isSilent: values.length === 0 }),
    retry: true,
  }
}

/** Said once for all answers; where none came, or somebody else was asked on purpose, there is nothing to say. */
const judgeAuthority = (port: DnsPort, name: string, answers: Outcome<DnsAnswer>[]): Judged[] => {
  const heard = answers.flatMap((answer) => (answer.ok ? [answer.value] : []))
  if (port.asks.role === 'resolver' || heard.length === 0) return []
  const server = `${port.asks.host}:${port.asks.port}`
  const passed = heard.every(({ authoritative }) => authoritative)
  const check = {
    what: isResponsible,
    asked: `${name} @ ${server}`,
    expected: 'AA',
    got: passed ? 'AA' : nothing,
    passed,
  }
  return [{ check, reason: isNotResponsible(name, server), retry: false }]
}

const evidenceOf = (judged: Judged[]): Evidence => {
  const failed = judged.filter(({ check }) => !check.passed)
  return {
    passed: failed.length === 0,
    checks: judged.map(({ check }) => check),
    reason: failed[0]?.reason ?? null,
    retry: failed.length > 0 && failed.every(({ retry }) => retry),
  }
}

const saysValue = (name: string, type: DnsType): Sentence =>
  sentence(`Catatan ${type} untuk ${name}`, `${type} record of ${name}`)

const isGone = (name: string, type: DnsType): Sentence =>
  sentence(`Catatan ${type} untuk ${name} sudah tidak ada`, `The ${type} record of ${name} is gone`)

const isResponsible = sentence(
  'Dijawab oleh server yang berwenang atas zona',
  'Answered by the server responsible for the zone',
)

const isNotResponsible = (name: string, server: string): Sentence =>
  sentence(
    `Server DNS ${server} menjawab, tetapi tidak berwenang atas zona dari ${name}. Periksa server mana yang dipasang.`,
    `Name server ${server} answers, but is not responsible for the zone of ${name}. Check which server is set.`,
  )

type Otherwise = { name: string; wanted: string; got: string; isSilent: boolean }

const saysOtherwise = ({ name, wanted, got, isSilent }: Otherwise): Sentence =>
  isSilent
    ? sentence(
        `${name} belum dikenal oleh server DNS, padahal seharusnya dijawab ${wanted}.`,
        `${name} is not yet known to the name server, which should answer ${wanted}.`,
      )
    : sentence(
        `Server DNS menjawab ${got} untuk ${name}, padahal seharusnya ${wanted}.`,
        `The name server answers ${got} for ${name}, but should answer ${wanted}.`,
      )

const isStillThere = (name: string, got: string): Sentence =>
  sentence(`${name} masih dijawab oleh server DNS (${got}).`, `${name} is still answered by the name server (${got}).`)

const answersWrongly = (name: string, status: number, expected: 'answers' | 'absent'): Sentence =>
  expected === 'answers'
    ? sentence(
        `Server web menjawab untuk ${name}, tetapi dengan kesalahan (HTTP ${status}).`,
        `The web server answers for ${name}, but with an error (HTTP ${status}).`,
      )
    : sentence(`Situs ${name} masih menjawab (HTTP ${status}).`, `The site ${name} still answers (HTTP ${status}).`)
