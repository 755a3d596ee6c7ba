// The evidence that a step closes on: what was looked at, what should have come back, what did.

import { expect, test } from 'vitest'
import type { DnsAnswer, DnsPort, DnsRecord, DnsType } from './dns/port.ts'
import { good, type Outcome, passing } from './outcome.ts'
import type { HttpProbe } from './probe/http.ts'
import { proveDns, proveHosting } from './verify.ts'

const name = 'dinas.uji.contoh.go.id'
const at = { address: '192.0.2.80', port: 80 }
const record = (type: DnsType, value: string): DnsRecord => ({ name, type, value, ttlSeconds: 300 })
const down = passing({ id: 'Server mati.', en: 'The server is down.' })

type Replies = Partial<Record<DnsType, DnsRecord[]>>

const portThat = (
  reply: (type: DnsType) => Outcome<DnsAnswer>,
  role: 'authoritative' | 'resolver' = 'authoritative',
): DnsPort => ({
  name: 'DNS uji',
  isStandIn: true,
  automatic: false,
  zone: 'uji.contoh.go.id',
  asks: { host: '192.0.2.53', port: 53, role },
  ask: async (_name, type) => reply(type),
})
const holding =
  (replies: Replies, authoritative = true) =>
  (type: DnsType): Outcome<DnsAnswer> => {
    const records = replies[type] ?? []
    const code = Object.keys(replies).length > 0 ? 'NOERROR' : 'NXDOMAIN'
    return good({ server: '192.0.2.53:53', transport: 'UDP', code, authoritative, records })
  }
const expected = { type: 'A' as const, value: '192.0.2.10' }
const proof = (port: DnsPort) => proveDns(port, { name, expected })

test('a name that answers the right address from the responsible server is proved, check by check', async () => {
  const evidence = await proof(portThat(holding({ A: [record('A', '192.0.2.10')] })))
  expect(evidence).toMatchObject({ passed: true, reason: null, retry: false })
  expect(evidence.checks).toEqual([
    { what: expect.anything(), asked: `${name} @ 192.0.2.53:53`, expected: 'AA', got: 'AA', passed: true },
    {
      what: expect.anything(),
      asked: `A ${name} @ 192.0.2.53:53 (UDP)`,
      expected: 'A 192.0.2.10',
      got: 'A 192.0.2.10',
      passed: true,
    },
  ])
})

test.each<[string, ReturnType<typeof holding>, string, string]>([
  ['is not known yet', holding({}), 'NXDOMAIN', 'belum dikenal'],
  ['has another kind of address only', holding({ AAAA: [record('AAAA', '2001:db8::1')] }), 'NOERROR', 'belum dikenal'],
  ['has another address', holding({ A: [record('A', '192.0.2.99')] }), 'A 192.0.2.99', 'menjawab A 192.0.2.99'],
  [
    'has a second address beside',
    holding({ A: [record('A', '192.0.2.99'), record('A', '192.0.2.10')] }),
    'A 192.0.2.10, A 192.0.2.99',
    'padahal seharusnya A 192.0.2.10',
  ],
])('a name that %s is not proved, and may be looked at again', async (_what, reply, got, words) => {
  const evidence = await proof(portThat(reply))
  expect(evidence).toMatchObject({ passed: false, retry: true, reason: { id: expect.stringContaining(words) } })
  expect(evidence.checks.at(-1)).toMatchObject({ passed: false, got })
})

test('the right answer from a server that is not responsible is no proof, unless a resolver was meant', async () => {
  const reply = holding({ A: [record('A', '192.0.2.10')] }, false)
  const evidence = await proof(portThat(reply))
  expect(evidence).toMatchObject({
    passed: false,
    retry: false,
    reason: { id: expect.stringContaining('tidak berwenang') },
  })
  expect(await proof(portThat(reply, 'resolver'))).toMatchObject({ passed: true })
})

test('an address is the same in every spelling', async () => {
  const port = portThat(holding({ AAAA: [record('AAAA', '2001:db8::1')] }))
  expect(await proveDns(port, { name, expected: { type: 'AAAA', value: '2001:0DB8::0001' } })).toMatchObject({
    passed: true,
  })
})

test('an alias is proved by itself, wherever it leads', async () => {
  const port = portThat(holding({ CNAME: [record('CNAME', 'situs.contoh.go.id')] }))
  expect(await proveDns(port, { name, expected: { type: 'CNAME', value: 'situs.contoh.go.id' } })).toMatchObject({
    passed: true,
  })
})

test('a name is gone only when no kind of record answers any more', async () => {
  expect(await proveDns(portThat(holding({})), { name, expected: 'absent' })).toMatchObject({
    passed: true,
    checks: { length: 4 },
  })
  const half = portThat(holding({ AAAA: [record('AAAA', '2001:db8::1')] }))
  const evidence = await proveDns(half, { name, expected: 'absent' })
  expect(evidence).toMatchObject({ passed: false, reason: { id: expect.stringContaining('masih dijawab') } })
})

test('a server that cannot be asked is told in its own words, and nothing counts as proved', async () => {
  for (const wanted of [expected, 'absent'] as const) {
    const evidence = await proveDns(
      portThat(() => down),
      { name, expected: wanted },
    )
    expect(evidence).toMatchObject({ passed: false, retry: true, reason: down.reason })
    expect(evidence.checks.every(({ passed, got }) => !passed && got === '-')).toBe(true)
  }
})

const answering =
  (status: number): HttpProbe =>
  async () =>
    good({ status, bytes: 512, ms: 3, isCut: false, text: '' })
const order = { name, at }

test.each([200, 204, 301, 399])('a site that answers with %i is there', async (status) => {
  const evidence = await proveHosting(answering(status), { ...order, expected: 'answers' })
  expect(evidence).toMatchObject({
    passed: true,
    checks: [{ asked: `GET http://${name}/ @ 192.0.2.80:80`, got: `HTTP ${status}, 512 byte, 3 ms` }],
  })
  expect(await proveHosting(answering(status), { ...order, expected: 'absent' })).toMatchObject({
    passed: false,
    reason: { id: expect.stringContaining('masih menjawab') },
  })
})

test.each([
  [404, false],
  [403, false],
  [500, true],
  [503, true],
])('a site that answers with %i is not proved', async (status, retry) => {
  const evidence = await proveHosting(answering(status), { ...order, expected: 'answers' })
  expect(evidence).toMatchObject({ passed: false, retry, reason: { id: expect.stringContaining(`HTTP ${status}`) } })
})

test('a removed site is gone when the server no longer knows it, but not when the server is down', async () => {
  expect(await proveHosting(answering(404), { ...order, expected: 'absent' })).toMatchObject({ passed: true })
  const evidence = await proveHosting(async () => down, { ...order, expected: 'absent' })
  expect(evidence).toMatchObject({ passed: false, retry: true, reason: down.reason })
})
