import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startOffice, type TestOffice } from '../../../../test/support/office.ts'
import { makePerson, PASSWORD, signIn } from '../../../../test/support/people.ts'
import { type Visit, wordsOf } from '../../../../test/support/visit.ts'

const EMAIL = 'petugas@dinkominfo.example'
const NEW = 'kopi hujan sepeda merah'
const PROFILE = { do: 'profile', name: 'Petugas Loket', phone: '(0291) 685 123', language: 'id' }

let office: TestOffice
let now = '2026-11-20T02:00:00.000Z'
const later = (minutes: number) => {
  now = new Date(Date.parse(now) + minutes * 60_000).toISOString()
}
const signedIn = async (email = EMAIL, password = PASSWORD): Promise<Visit> => {
  const visit = office.visitor()
  await signIn(visit, email, password)
  return visit
}

beforeAll(async () => {
  office = await startOffice({ isDemo: false, works: false, now: () => now })
  await makePerson(office, { email: EMAIL, name: 'Petugas' })
})
afterAll(() => office.stop())

describe('my account', () => {
  test('keeps name, telephone and language, and speaks that language at once', async () => {
    const visit = await signedIn()
    const saved = await visit.post('/account', { ...PROFILE, language: 'en' })
    expect(saved).toMatchObject({ status: 303, location: '/account' })
    const page = (await visit.get('/account')).text
    expect(page).toContain('value="Petugas Loket"')
    expect(wordsOf(page)).toContain('My account')
    const elsewhere = await signedIn()
    expect(wordsOf((await elsewhere.get('/account')).text)).toContain('My account')
    await visit.post('/account', PROFILE)
  })

  test.each([
    ['an empty name', { name: '' }, 'Tulis nama'],
    ['a name of blanks and hidden signs', { name: ' \u200b\u202e ' }, 'Tulis nama'],
    ['a telephone that is none', { phone: 'x' }, 'Tulis nomor telepon'],
    ['a language that there is not', { language: 'fr' }, 'Pilih salah satu bahasa'],
  ])('does not take %s, and keeps what was typed', async (_, wrong, sentence) => {
    const visit = await signedIn()
    const answer = await visit.post('/account', { ...PROFILE, phone: '0812 3456 7890', ...wrong })
    expect(answer.status).toBe(422)
    expect(wordsOf(answer.text)).toContain(sentence)
    if (!('phone' in wrong)) expect(answer.text).toContain('value="0812 3456 7890"')
  })

  test('changes nobody else and not the mail address, whatever is sent along', async () => {
    const visit = await signedIn()
    await makePerson(office, { email: 'lain@dinkominfo.example', name: 'Orang Lain' })
    await visit.post('/account', { ...PROFILE, email: 'curi@evil.example', person: 'x', is_administrator: 'true' })
    expect((await visit.get('/account')).text).toContain(EMAIL)
    expect((await visit.get('/people')).status).toBe(404)
    expect((await signedIn('lain@dinkominfo.example').then((other) => other.get('/account'))).text).toContain(
      'value="Orang Lain"',
    )
  })
})

describe('changing the password', () => {
  test('needs the old one', async () => {
    const visit = await signedIn()
    const answer = await visit.post('/account', {
      do: 'password',
      oldPassword: 'bukan yang lama',
      newPassword: NEW,
      newPasswordAgain: NEW,
    })
    expect(answer.status).toBe(422)
    expect(wordsOf(answer.text)).toContain('Kata sandi sekarang tidak cocok')
    expect(answer.text).not.toContain(NEW)
    expect((await signIn(office.visitor(), EMAIL)).status).toBe(303)
  })

  test('does not take a weak one', async () => {
    const visit = await signedIn()
    const answer = await visit.post('/account', {
      do: 'password',
      oldPassword: PASSWORD,
      newPassword: 'Password12345',
      newPasswordAgain: 'Password12345',
    })
    expect(answer.status).toBe(422)
    expect(wordsOf(answer.text)).toContain('mudah ditebak')
  })

  test('ends every other session, not this one', async () => {
    await makePerson(office, { email: 'ganti@dinkominfo.example' })
    const here = await signedIn('ganti@dinkominfo.example')
    const there = await signedIn('ganti@dinkominfo.example')
    const answer = await here.post('/account', {
      do: 'password',
      oldPassword: PASSWORD,
      newPassword: NEW,
      newPasswordAgain: NEW,
    })
    expect(answer).toMatchObject({ status: 303, location: '/account' })
    expect(wordsOf((await here.get('/account')).text)).toContain('Kata sandi berganti')
    expect((await there.get('/account')).status).toBe(303)
    expect((await signIn(office.visitor(), 'ganti@dinkominfo.example')).status).toBe(422)
    expect((await signIn(office.visitor(), 'ganti@dinkominfo.example', NEW)).status).toBe(303)
  })

  test('cannot be guessed at with a session somebody found open', async () => {
    await makePerson(office, { email: 'tinggal@dinkominfo.example' })
    const visit = await signedIn('tinggal@dinkominfo.example')
    const guess = (oldPassword: string) =>
      visit.post('/account', { do: 'password', oldPassword, newPassword: NEW, newPasswordAgain: NEW })
    for (let n = 0; n < 10; n += 1) expect((await guess(`tebakan nomor ${n}`)).status).toBe(422)
    expect((await guess(PASSWORD)).status).toBe(429)
    later(15)
    expect((await guess(PASSWORD)).status).toBe(303)
  })
})

describe('a session that ends in the middle of a form', () => {
  test('brings back what was typed after signing in again, on the page it was typed on', async () => {
    const visit = await signedIn()
    later(121)
    const sent = await visit.post('/account', { ...PROFILE, name: 'Diketik Lama Sekali', phone: '0812 1111 2222' })
    expect(sent.status).toBe(303)
    expect(sent.location).toBe(`/sign-in?to=${encodeURIComponent('/account?restore=1')}`)
    const asked = await visit.get(sent.location)
    expect(wordsOf(asked.text)).toContain('Isian Anda disimpan')
    const back = await visit.post('/sign-in', { email: EMAIL, password: PASSWORD, to: '/account?restore=1' })
    expect(back.location).toBe('/account?restore=1')
    const page = (await visit.get(back.location)).text
    expect(page).toContain('value="Diketik Lama Sekali"')
    expect(page).toContain('value="0812 1111 2222"')
    expect((await visit.get('/account?restore=1')).text).not.toContain('Diketik Lama Sekali')
  })

  test('gives it to nobody else who signs in at the same browser', async () => {
    const visit = await signedIn()
    later(121)
    const sent = await visit.post('/account', { ...PROFILE, name: 'Rahasia Pengetik' })
    await makePerson(office, { email: 'sesudah@dinkominfo.example', name: 'Orang Sesudah' })
    const to = new URL(sent.location, 'http://x.invalid').searchParams.get('to') ?? ''
    await visit.post('/sign-in', { email: 'sesudah@dinkominfo.example', password: PASSWORD, to })
    const page = (await visit.get(to)).text
    expect(page).toContain('value="Orang Sesudah"')
    expect(page).not.toContain('Rahasia Pengetik')
  })

  test('keeps no password, not even for a moment', async () => {
    const visit = await signedIn()
    later(121)
    await visit.post('/account', { do: 'password', oldPassword: PASSWORD, newPassword: NEW, newPasswordAgain: NEW })
    const rows = await office.office.store.inAgency('demak', (db) =>
      db.selectFrom('parked_form').select('fields').execute(),
    )
    expect(rows.length).toBeGreaterThan(0)
    expect(JSON.stringify(rows)).not.toContain(NEW)
    expect(JSON.stringify(rows)).not.toContain(PASSWORD)
  })

  test('keeps nothing for a stranger who never had a session', async () => {
    const before = await office.office.store.inAgency('demak', (db) =>
      db.selectFrom('parked_form').select('path').execute(),
    )
    const sent = await office.visitor().post('/account', PROFILE)
    expect(sent).toMatchObject({ status: 303, location: '/sign-in?to=%2Faccount' })
    const after = await office.office.store.inAgency('demak', (db) =>
      db.selectFrom('parked_form').select('path').execute(),
    )
    expect(after).toHaveLength(before.length)
  })
})

describe('a page left open since an earlier sign-in', () => {
  test('is shown again with what was typed, under the new key, and nothing has been changed', async () => {
    const visit = await signedIn()
    visit.csrf = 'kunci-lama'
    const sent = await visit.post('/account', { ...PROFILE, name: 'Nama Dari Halaman Lama' })
    expect(sent).toMatchObject({ status: 303, location: '/account?restore=1' })
    expect((await visit.get('/account')).text).not.toContain('Nama Dari Halaman Lama')
    expect((await visit.get('/account?restore=1')).text).toContain('value="Nama Dari Halaman Lama"')
  })
})

describe('language and look', () => {
  test('are remembered by the browser, also without signing in, and lead back', async () => {
    const visit = office.visitor()
    expect(await visit.post('/preferences', { lang: 'en', back: '/reset' })).toMatchObject({
      status: 303,
      location: '/reset',
    })
    expect(await visit.post('/preferences', { theme: 'dark', back: '/reset' })).toMatchObject({
      status: 303,
      location: '/reset',
    })
    const page = (await visit.get('/reset')).text
    expect(page).toMatch(/<html lang="en" data-theme="dark"/)
    expect(wordsOf(page)).toContain('Forgotten password')
  })

  test.each([
    [{ lang: 'fr', theme: 'neon', back: 'https://evil.example/' }],
    [{ lang: '', back: '//evil.example' }],
    [{}],
  ])('that do not exist are ignored, and nobody is led away: %j', async (fields) => {
    const visit = office.visitor()
    expect(await visit.post('/preferences', fields)).toMatchObject({ status: 303, location: '/' })
    expect(visit.cookies.size).toBe(0)
  })
})
