// The page of access tokens: shown once, kept nowhere, stopped by whoever may.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startOffice, type TestOffice } from '../../../../test/support/office.ts'
import { mailsTo, makePerson, PASSWORD, signIn } from '../../../../test/support/people.ts'
import { type Visit, wordsOf } from '../../../../test/support/visit.ts'
import { findToken, listTokens } from '../../../store/access-tokens.ts'

const now = '2026-11-20T02:00:00.000Z'
const today = '2026-11-20'
const TOKENS = '/account/tokens'
const SECRET = /mipp_[\w-]{43}/
let office: TestOffice
const logged: string[] = []
const logTo = { write: (line: string) => void logged.push(line) }

beforeAll(async () => {
  office = await startOffice({ isDemo: false, works: false, now: () => now, logTo })
})
afterAll(() => office.stop())

const someone = async (email: string, isAdministrator = false): Promise<{ person: string; visit: Visit }> => {
  const person = await makePerson(office, { email, isAdministrator })
  const visit = office.visitor()
  await signIn(visit, email)
  return { person, visit }
}
const wanted = (over: Record<string, string | string[]> = {}) => ({
  do: 'make',
  key: randomUUID(),
  name: 'Laporan bulanan',
  scopes: ['read'],
  days: '30',
  ...over,
})
const secretIn = (page: string): string => SECRET.exec(page)?.[0] ?? ''
const make = async (visit: Visit, over = {}) => secretIn((await visit.post(TOKENS, wanted(over))).text)
const find = (text: string) => findToken(office.office.store, 'demak', text, { now, today })
const tokensOf = (person: string) => listTokens(office.office.store, 'demak', { person })

describe('a stranger', () => {
  test('is asked to sign in, and makes nothing', async () => {
    expect((await office.visitor().get(TOKENS)).location).toContain('/sign-in')
    expect((await office.visitor().post(TOKENS, wanted())).location).toContain('/sign-in')
    expect(await listTokens(office.office.store, 'demak', {})).toEqual([])
  })
})

describe('making a token', () => {
  test('shows it once, in the answer to the form, which nobody may store', async () => {
    const { person, visit } = await someone('sekali@dinas.example')
    const form = wanted()
    const answer = await visit.post(TOKENS, form)
    expect(answer.status).toBe(200)
    expect(answer.headers['cache-control']).toBe('no-store')
    const text = secretIn(answer.text)
    expect(wordsOf(answer.text)).toContain('hanya ditampilkan sekali')
    expect(JSON.stringify([...visit.cookies]) + JSON.stringify(answer.headers)).not.toContain(text.slice(11))
    expect(logged.some((line) => line.includes(TOKENS))).toBe(true)
    expect(logged.join('')).not.toContain(text.slice(11))
    const list = (await visit.get(TOKENS)).text
    expect(list).not.toMatch(SECRET)
    expect(wordsOf(list)).toMatch(/Laporan bulanan mipp_.{6}… Membaca .* belum pernah .* Berlaku Cabut/)
    expect(await find(text)).toMatchObject({ person, scopes: ['read'], expiresAt: '2026-12-20T02:00:00.000Z' })
    expect(wordsOf((await visit.get(TOKENS)).text)).not.toContain('belum pernah')
  })

  test('loaded again makes no second one, says that it was shown before, and shows no secret', async () => {
    const { person, visit } = await someone('muat@dinas.example')
    const form = wanted()
    await visit.post(TOKENS, form)
    const again = await visit.post(TOKENS, form)
    expect(again).toMatchObject({ status: 303, location: TOKENS })
    const list = await visit.get(TOKENS)
    expect(wordsOf(list.text)).toContain('Token ini sudah dibuat')
    expect(list.text).not.toMatch(SECRET)
    expect(await tokensOf(person)).toHaveLength(1)
    expect(await make(visit, { ...form, name: 'Lain' })).toMatch(SECRET)
    expect(await tokensOf(person)).toHaveLength(2)
  })

  test('does not answer one person for the form of another', async () => {
    const { visit } = await someone('kunci-satu@dinas.example')
    const { person, visit: other } = await someone('kunci-dua@dinas.example')
    const form = wanted()
    await visit.post(TOKENS, form)
    expect(await find(await make(other, form))).toMatchObject({ person })
  })

  test.each([
    ['no name', { name: ' \u200b ' }, 'Tulis nama token'],
    ['no scope', { scopes: [] }, 'Pilih paling sedikit satu cakupan'],
    ['a scope that there is not', { scopes: ['root'] }, 'Pilih paling sedikit satu cakupan'],
    ['a scope that this person could not use', { scopes: ['people'] }, 'Pilih paling sedikit satu cakupan'],
    ['a life that is not offered', { days: '9999' }, 'Pilih masa berlaku'],
    ['no life', { days: '' }, 'Pilih masa berlaku'],
  ])('is refused with %s, and what was typed stays', async (_, wrong, sentence) => {
    const visit = office.visitor()
    const email = `salah-${randomUUID()}@dinas.example`
    const person = await makePerson(office, { email })
    await signIn(visit, email)
    const answer = await visit.post(TOKENS, wanted({ name: 'Nama yang diketik', ...wrong }))
    expect(answer.status).toBe(422)
    expect(wordsOf(answer.text)).toContain(sentence)
    if (!('name' in wrong)) expect(answer.text).toContain('value="Nama yang diketik"')
    expect(await tokensOf(person)).toEqual([])
  })

  test('is refused without the key of the session', async () => {
    const { person, visit } = await someone('csrf@dinas.example')
    visit.csrf = 'kunci-orang-lain'
    expect((await visit.post(TOKENS, wanted())).status).toBe(303)
    expect(await tokensOf(person)).toEqual([])
  })

  test('is not endless: twenty in an hour, then a wait', async () => {
    const { person, visit } = await someone('sering@dinas.example')
    for (let n = 0; n < 20; n += 1) expect(await make(visit)).toMatch(SECRET)
    const answer = await visit.post(TOKENS, wanted())
    expect(answer.status).toBe(429)
    expect(wordsOf(answer.text)).toContain('Terlalu banyak token dibuat')
    expect(await tokensOf(person)).toHaveLength(20)
  })

  test('tells the owner by mail, which names the token and not its text', async () => {
    const { visit } = await someone('kabar@dinas.example')
    const text = await make(visit, { scopes: ['read', 'tokens'] })
    const mails = await mailsTo(office, 'kabar@dinas.example')
    const mail = mails.find(({ subject }) => subject.startsWith('Token akses baru'))
    expect(mail?.body).toContain(`Dimulai dengan: ${text.slice(0, 11)}…`)
    expect(mail?.body).toContain('Membaca, Mengelola token')
    expect(mail?.body).not.toMatch(SECRET)
    expect(mail?.body).toMatch(/^https?:\/\/[^\s/]+\/account\/tokens$/m)
  })

  test('offers an administrator what only administrators may, in English too', async () => {
    const { visit } = await someone('pengelola@dinas.example', true)
    await visit.post('/preferences', { lang: 'en', back: '/' })
    const page = wordsOf((await visit.get(TOKENS)).text)
    expect(page).toContain('invite people, close accounts')
    expect(page).toContain('You have no token yet')
    expect(await find(await make(visit, { scopes: ['people'] }))).toMatchObject({ isAdministrator: true })
  })
})

describe('revoking on the page', () => {
  test('stops own tokens only, also when an administrator asks', async () => {
    const { person, visit } = await someone('cabut@dinas.example')
    const { visit: other } = await someone('pengelola-lain@dinas.example', true)
    const text = await make(visit)
    const [token] = await tokensOf(person)
    const act = { do: 'revoke', token: token?.token ?? '' }
    await other.post(TOKENS, act)
    expect(wordsOf((await other.get(TOKENS)).text)).toContain('tidak ada di daftar Anda')
    expect(await find(text)).not.toBeNull()
    expect(await visit.post(TOKENS, { ...act, token: "' or true --" })).toMatchObject({ status: 303, location: TOKENS })
    expect(await find(text)).not.toBeNull()
    await visit.post(TOKENS, act)
    expect(wordsOf((await visit.get(TOKENS)).text)).toMatch(/Token dicabut;.*Dicabut/)
    expect(await find(text)).toBeNull()
  })

  test('shows nobody the tokens of another', async () => {
    const { visit } = await someone('punya@dinas.example')
    await make(visit, { name: 'Token orang pertama' })
    const { visit: other } = await someone('tetangga@dinas.example', true)
    expect((await other.get(TOKENS)).text).not.toContain('Token orang pertama')
  })
})

describe('an account', () => {
  test('leads to its tokens, and says that a new password revokes them', async () => {
    const { visit } = await someone('akun@dinas.example')
    const page = await visit.get('/account')
    expect(page.text).toContain(`href="${TOKENS}"`)
    expect(wordsOf(page.text)).toContain('semua token akses dicabut')
    const text = await make(visit)
    const NEW = 'kopi hujan sepeda merah'
    await visit.post('/account', { do: 'password', oldPassword: PASSWORD, newPassword: NEW, newPasswordAgain: NEW })
    expect(await find(text)).toBeNull()
  })
})

test('a form of an earlier session comes back with what was typed, and has made nothing', async () => {
  const { person, visit } = await someone('kembali@dinas.example')
  visit.csrf = 'kunci-lama'
  const sent = await visit.post(TOKENS, wanted({ name: 'Diketik dahulu', scopes: ['tokens'], days: '365' }))
  expect(sent).toMatchObject({ status: 303, location: `${TOKENS}?restore=1` })
  const page = (await visit.get(sent.location)).text
  expect(page).toContain('value="Diketik dahulu"')
  expect(page).toMatch(/value="365"[^>]*checked/)
  expect(await tokensOf(person)).toEqual([])
})
