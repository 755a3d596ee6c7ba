// What the log keeps of hostile requests: one line each, no secret, no code, nothing that commands a terminal.
import { Writable } from 'node:stream'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { applyFor } from '../support/apply.ts'
import { startOffice, type TestOffice } from '../support/office.ts'
import { linkTo, makePerson, PASSWORD, signIn, tokenOf } from '../support/people.ts'

const NEW = 'kopi hujan sepeda merah'

let office: TestOffice
let written = ''

beforeAll(async () => {
  const logTo = new Writable({
    write: (chunk, _, done) => {
      written += String(chunk)
      done()
    },
  })
  office = await startOffice({ works: false, logTo })
})
afterAll(() => office.stop())

test('hostile addresses, browsers and names stay in one line each', async () => {
  const visit = office.visitor()
  const before = written.split('\n').length
  const addresses = [
    '/a%0a%7B%22level%22%3A%22info%22%7D',
    '/a%0d%0a%0d%0a',
    '/%1b%5b31mmerah',
    '/%c2%9b2J',
    '/%e2%80%a8%e2%80%a9%e2%80%ae',
    `/${'panjang'.repeat(1000)}`,
  ]
  for (const address of addresses)
    await visit.get(address, { 'user-agent': '\u009b31m', 'x-forwarded-for': '\u009b2J' })
  const lines = written.split('\n').slice(before - 1, -1)
  expect(lines).toHaveLength(addresses.length)
  for (const line of lines) {
    expect(line).toMatch(/^[^\p{Cc}\p{Cf}\u2028\u2029]+$/u)
    expect(JSON.parse(line)).toMatchObject({ msg: 'request', level: 'info' })
  }
})

test('neither password, session, link nor code stands in it after a day of work', async () => {
  const email = 'jejak@dinkominfo.example'
  await makePerson(office, { email })
  const visit = office.visitor()
  await signIn(visit, email)
  await signIn(office.visitor(), email, 'salah ketik tadi')
  const session = visit.cookies.get('mipp_session') ?? ''
  const { csrf } = visit
  await visit.post('/reset', { email })
  const token = tokenOf(await linkTo(office, email))
  await visit.get(`/reset/new?token=${token}`)
  await visit.post('/reset/new', { token, newPassword: NEW, newPasswordAgain: NEW })
  const walk = await applyFor(office, await office.as('pemohon'), 'jejak')
  const { trackingCode } = await walk.see()
  expect((await visit.get(`/track/${trackingCode}`)).status).toBe(200)
  await visit.get(`/check/${trackingCode}`)
  expect(written).toContain('/reset/new')
  expect(written).toContain('/track/[rahasia]')
  for (const secret of [PASSWORD, NEW, 'salah ketik tadi', session, csrf, token, trackingCode]) {
    expect(secret.length).toBeGreaterThan(8)
    expect(written).not.toContain(secret)
  }
})
