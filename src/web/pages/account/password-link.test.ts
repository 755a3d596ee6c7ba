import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { startOffice, type TestOffice } from '../../../../test/support/office.ts'
import { linkTo, mailsTo, makePerson, PASSWORD, signIn, stateOf, tokenOf } from '../../../../test/support/people.ts'
import { wordsOf } from '../../../../test/support/visit.ts'

const NEW = 'kopi hujan sepeda merah'
const EMAIL = 'petugas@dinkominfo.example'
const twice = (password: string) => ({ newPassword: password, newPasswordAgain: password })

let office: TestOffice
let now = '2026-11-20T02:00:00.000Z'
const later = (minutes: number) => {
  now = new Date(Date.parse(now) + minutes * 60_000).toISOString()
}
const ask = (email: string) => office.visitor().post('/reset', { email })

beforeAll(async () => {
  office = await startOffice({ isDemo: false, works: false, now: () => now })
  await makePerson(office, { email: EMAIL })
})
afterAll(() => office.stop())
beforeEach(() => later(120))

describe('a forgotten password', () => {
  test('is answered the same for a known address, an unknown one and a closed account', async () => {
    await makePerson(office, { email: 'tutup@dinas.example' })
    await office.office.store.inAgency('demak', (db) =>
      db.updateTable('person').set({ state: 'closed' }).where('email', '=', 'tutup@dinas.example').execute(),
    )
    const known = await ask(EMAIL)
    expect(known.status).toBe(200)
    for (const other of ['tidakada@dinas.example', 'tutup@dinas.example']) {
      const mailsBefore = (await mailsTo(office, other)).length
      expect((await ask(other)).text.replaceAll(other, EMAIL)).toBe(known.text)
      expect(await mailsTo(office, other)).toHaveLength(mailsBefore)
    }
  })

  test('brings a link that sets a new one, ends every session, and works once', async () => {
    const elsewhere = office.visitor()
    await signIn(elsewhere, EMAIL)
    await ask(EMAIL.toUpperCase())
    const link = await linkTo(office, EMAIL)
    expect(link).toMatch(/^\/reset\/new\?token=[\w-]{43}$/)
    const visit = office.visitor()
    expect(wordsOf((await visit.get(link)).text)).toContain(EMAIL)
    const done = await visit.post('/reset/new', { token: tokenOf(link), ...twice(NEW) }, [], link)
    expect(done).toMatchObject({ status: 303, location: '/sign-in' })
    expect((await elsewhere.get('/account')).status).toBe(303)
    expect((await signIn(office.visitor(), EMAIL)).status).toBe(422)
    expect((await signIn(office.visitor(), EMAIL, NEW)).status).toBe(303)
    const again = await visit.post('/reset/new', { token: tokenOf(link), ...twice('lain lagi sama sekali') })
    expect(again.status).toBe(404)
    expect(wordsOf(again.text)).toContain('Tautan ini sudah dipakai')
    expect((await visit.get(link)).status).toBe(404)
    expect((await signIn(office.visitor(), EMAIL, NEW)).status).toBe(303)
  })

  test('used by two at the same moment is used once', async () => {
    await ask(EMAIL)
    const token = tokenOf(await linkTo(office, EMAIL))
    const tries = await Promise.all(
      ['satu kuda di tepi sungai', 'dua kuda di tepi sungai'].map((one) =>
        office.visitor().post('/reset/new', { token, ...twice(one) }),
      ),
    )
    expect(tries.map((one) => one.status).sort()).toEqual([303, 404])
  })

  test('brings a link that is merely looked at without being spent', async () => {
    await ask(EMAIL)
    const link = await linkTo(office, EMAIL)
    for (let n = 0; n < 3; n += 1) expect((await office.visitor().get(link)).status).toBe(200)
  })

  test('brings a link that dies after an hour', async () => {
    await ask(EMAIL)
    const link = await linkTo(office, EMAIL)
    later(59)
    expect((await office.visitor().get(link)).status).toBe(200)
    later(1)
    expect((await office.visitor().get(link)).status).toBe(404)
    expect((await office.visitor().post('/reset/new', { token: tokenOf(link), ...twice(NEW) })).status).toBe(404)
  })

  test('asked for twice leaves only the newest link alive', async () => {
    await ask(EMAIL)
    const first = await linkTo(office, EMAIL)
    later(1)
    await ask(EMAIL)
    expect((await office.visitor().get(first)).status).toBe(404)
    expect((await office.visitor().get(await linkTo(office, EMAIL))).status).toBe(200)
  })

  test('asked for over and over floods nobody, and the answer stays the same', async () => {
    const before = (await mailsTo(office, EMAIL)).length
    const answers = []
    for (let n = 0; n < 5; n += 1) answers.push((await ask(EMAIL)).text)
    expect(new Set(answers).size).toBe(1)
    expect((await mailsTo(office, EMAIL)).length - before).toBe(3)
  })

  test('asked for from one place for many accounts stops with a clear sentence', async () => {
    const statuses = []
    for (let n = 0; n < 21; n += 1) statuses.push((await ask(`orang${n}@dinas.example`)).status)
    expect(statuses.at(-1)).toBe(429)
    expect(statuses.slice(0, 20)).toEqual(Array.from({ length: 20 }, () => 200))
  })

  test('with no address is asked again', async () => {
    expect((await ask('')).status).toBe(422)
    expect((await ask('bukan surel')).status).toBe(422)
  })

  test('kept in the database only as a hash', async () => {
    await ask(EMAIL)
    const token = tokenOf(await linkTo(office, EMAIL))
    const rows = await office.office.store.inAgency('demak', (db) =>
      db.selectFrom('account_token').select('token_hash').execute(),
    )
    expect(rows.map((one) => one.token_hash)).not.toContain(token)
    expect(rows.every((one) => /^[0-9a-f]{64}$/.test(one.token_hash))).toBe(true)
  })
})

describe('a new password is not taken, and the link not spent, when', () => {
  test.each([
    ['it is too short', twice('pendek saja'), 'paling sedikit 12'],
    ['it is the mail address', twice(EMAIL), 'alamat surel'],
    ['it is one of the commonest', twice('Password12345'), 'mudah ditebak'],
    ['the two differ', { newPassword: NEW, newPasswordAgain: `${NEW}x` }, 'tidak sama'],
    ['it is missing', {}, 'Isi kata sandi'],
  ])('%s', async (_, fields, sentence) => {
    await ask(EMAIL)
    const link = await linkTo(office, EMAIL)
    const answer = await office.visitor().post('/reset/new', { token: tokenOf(link), ...fields })
    expect(answer.status).toBe(422)
    expect(wordsOf(answer.text)).toContain(sentence)
    expect((await office.visitor().get(link)).status).toBe(200)
  })
})

test.each(['', 'x', "' or 1=1", 'a'.repeat(5000)])(
  'a link that never was is dead in plain words: %.12j',
  async (token) => {
    const answer = await office.visitor().get(`/invitation?token=${encodeURIComponent(token)}`)
    expect(answer.status).toBe(404)
    expect(wordsOf(answer.text)).toContain('Minta tautan baru')
  },
)

test('an invitation is no way to reset, and a reset no invitation', async () => {
  await ask(EMAIL)
  const token = tokenOf(await linkTo(office, EMAIL))
  expect((await office.visitor().get(`/invitation?token=${token}`)).status).toBe(404)
  expect((await office.visitor().post('/invitation', { token, ...twice(PASSWORD) })).status).toBe(404)
})

test('somebody invited who lost the mail asks under "forgotten password" and gets a new invitation', async () => {
  const { invitePerson } = await import('../../../store/people-changes.ts')
  const email = 'lupa@arsip.example'
  const link = { mail: crypto.randomUUID(), token: 'hilang', expiresAt: now, subject: 's', body: 'b' }
  const account = {
    person: crypto.randomUUID(),
    name: 'Orang Uji',
    email,
    language: 'id',
    isAdministrator: false,
    mandate: null,
    membership: null,
  } as const
  await invitePerson(office.office.store, 'demak', { ...account, link, now })
  later(1)
  await ask(email)
  const found = await linkTo(office, email)
  expect(found).toMatch(/^\/invitation\?/)
  later(7 * 24 * 60 - 1)
  expect((await office.visitor().post('/invitation', { token: tokenOf(found), ...twice(NEW) })).status).toBe(303)
  expect(await stateOf(office, email)).toBe('active')
})
