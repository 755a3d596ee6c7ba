import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startOffice, type TestOffice } from '../../../../test/support/office.ts'
import { makePerson, PASSWORD, signIn, stateOf } from '../../../../test/support/people.ts'
import { wordsOf } from '../../../../test/support/visit.ts'

const OFFICER = 'petugas@dinkominfo.example'
const APPLICANT = 'pemohon@arsip.example'
const MANDATE = {
  mandate: crypto.randomUUID(),
  post: 'pelaksana',
  capacity: 'plt',
  fromOn: '2026-11-01',
  decree: '800/1/2026',
} as const

let office: TestOffice
let now = '2026-11-20T02:00:00.000Z'
const later = (minutes: number) => {
  now = new Date(Date.parse(now) + minutes * 60_000).toISOString()
}

beforeAll(async () => {
  office = await startOffice({ isDemo: false, works: false, now: () => now })
  await makePerson(office, { email: OFFICER, mandate: MANDATE })
  await makePerson(office, { email: APPLICANT, membership: { client: 'dinas-arsip', jobTitle: 'Pengelola' } })
})
afterAll(() => office.stop())

describe('signing in', () => {
  test('leads an officer to the work, an applicant to their requests', async () => {
    expect(await signIn(office.visitor(), OFFICER)).toMatchObject({ status: 303, location: '/work' })
    expect(await signIn(office.visitor(), APPLICANT)).toMatchObject({ status: 303, location: '/mine' })
  })

  test('does not mind capitals or blanks in the mail address', async () => {
    expect((await signIn(office.visitor(), ` ${OFFICER.toUpperCase()} `)).status).toBe(303)
  })

  test('leads to the page that was asked for', async () => {
    const visit = office.visitor()
    const asked = await visit.get('/account')
    expect(asked).toMatchObject({ status: 303, location: '/sign-in?to=%2Faccount' })
    expect((await visit.get(asked.location)).text).toContain('name="to" value="/account"')
    const answer = await visit.post('/sign-in', { email: OFFICER, password: PASSWORD, to: '/account' })
    expect(answer.location).toBe('/account')
  })

  test.each(['https://evil.example/', '//evil.example/', '/\\evil.example'])('never leads away: %s', async (to) => {
    const visit = office.visitor()
    expect((await visit.get(`/sign-in?to=${encodeURIComponent(to)}`)).text).not.toContain('name="to"')
    expect((await visit.post('/sign-in', { email: OFFICER, password: PASSWORD, to })).location).toBe('/work')
  })

  test('answers an unknown address exactly as a wrong password', async () => {
    const wrong = await office.visitor().post('/sign-in', { email: OFFICER, password: 'bukan kata sandinya' })
    const unknown = await office
      .visitor()
      .post('/sign-in', { email: 'tidakada@dinas.example', password: 'bukan kata sandinya' })
    expect(wrong.status).toBe(422)
    expect(wordsOf(wrong.text)).toContain('tidak cocok')
    expect(unknown.status).toBe(422)
    expect(unknown.text.replaceAll('tidakada@dinas.example', OFFICER)).toBe(wrong.text)
  })

  test('keeps the mail address that was typed, never the password', async () => {
    const answer = await office.visitor().post('/sign-in', { email: OFFICER, password: 'salah ketik tadi' })
    expect(answer.text).toContain(`value="${OFFICER}"`)
    expect(answer.text).not.toContain('salah ketik tadi')
  })

  test.each([
    ['nothing', {}],
    ['no password', { email: OFFICER }],
    ['no address', { password: PASSWORD }],
    ['an address that is none', { email: "' or 1=1 --", password: PASSWORD }],
    ['an endless password', { email: OFFICER, password: 'x'.repeat(300_000) }],
  ])('with %s is answered in plain words', async (_, fields) => {
    const answer = await office.visitor().post('/sign-in', fields)
    expect(answer.status).toBe(422)
    expect(answer.headers['set-cookie'] ?? []).toEqual([])
  })

  test('is refused to a form on another site', async () => {
    const visit = office.visitor()
    const body = Buffer.from(new URLSearchParams({ email: OFFICER, password: PASSWORD }).toString())
    const headers = {
      'content-type': 'application/x-www-form-urlencoded',
      'sec-fetch-site': 'cross-site',
      origin: 'https://evil.example',
    }
    expect((await visit.send('POST', '/sign-in', headers, body)).status).toBe(403)
    expect(visit.cookies.has('mipp_session')).toBe(false)
  })
})

describe('a session', () => {
  test('is new at every sign-in: a planted cookie is worth nothing, and the one before has ended', async () => {
    const visit = office.visitor()
    visit.cookies.set('mipp_session', 'planted-by-somebody-else')
    await signIn(visit, OFFICER)
    const first = visit.cookies.get('mipp_session') ?? ''
    expect(first).not.toBe('planted-by-somebody-else')
    await signIn(visit, OFFICER)
    const second = visit.cookies.get('mipp_session') ?? ''
    expect(second).not.toBe(first)
    const thief = office.visitor()
    thief.cookies.set('mipp_session', first)
    expect((await thief.get('/account')).status).toBe(303)
    expect((await visit.get('/account')).status).toBe(200)
  })

  test('is kept by the browser out of reach of scripts, and travels only from this site', async () => {
    const answer = await office.visitor().post('/sign-in', { email: OFFICER, password: PASSWORD })
    const cookie = answer.headers['set-cookie']?.find((one) => one.startsWith('mipp_session=')) ?? ''
    expect(cookie).toMatch(/; HttpOnly/i)
    expect(cookie).toMatch(/; SameSite=Lax/i)
    expect(cookie).toMatch(/; Path=\//i)
  })

  test('ends in the database at sign-out: the cookie cannot be played again', async () => {
    const visit = office.visitor()
    await signIn(visit, OFFICER)
    const token = visit.cookies.get('mipp_session') ?? ''
    const out = await visit.post('/sign-out', {})
    expect(out).toMatchObject({ status: 303, location: '/' })
    expect(visit.cookies.has('mipp_session')).toBe(false)
    const replay = office.visitor()
    replay.cookies.set('mipp_session', token)
    expect((await replay.get('/account')).location).toBe('/sign-in?to=%2Faccount')
  })

  test('is not ended by a mere link', async () => {
    const visit = office.visitor()
    await signIn(visit, OFFICER)
    expect((await visit.get('/sign-out')).status).toBe(404)
    expect((await visit.get('/account')).status).toBe(200)
  })

  test('ends after two hours of rest, and after ten hours in any case', async () => {
    const resting = office.visitor()
    await signIn(resting, OFFICER)
    later(119)
    expect((await resting.get('/account')).status).toBe(200)
    later(121)
    expect((await resting.get('/account')).status).toBe(303)
    const busy = office.visitor()
    await signIn(busy, OFFICER)
    for (let hour = 1; hour < 10; hour += 1) {
      later(60)
      expect((await busy.get('/account')).status).toBe(200)
    }
    later(61)
    expect((await busy.get('/account')).status).toBe(303)
  })

  test('of somebody signed in needs no second sign-in', async () => {
    const visit = office.visitor()
    await signIn(visit, OFFICER)
    expect(await visit.get('/sign-in')).toMatchObject({ status: 303, location: '/work' })
  })
})

describe('too many tries', () => {
  const fail = (email: string, headers: Record<string, string> = {}) => {
    const visit = office.visitor()
    const body = Buffer.from(new URLSearchParams({ email, password: 'salah salah salah' }).toString())
    return visit.send(
      'POST',
      '/sign-in',
      { origin: `http://${visit.host}`, 'content-type': 'application/x-www-form-urlencoded', ...headers },
      body,
    )
  }

  test('on one account stop with a clear sentence, even with the right password, and end with the window', async () => {
    later(24 * 60)
    for (let tries = 0; tries < 10; tries += 1) expect((await fail(OFFICER)).status).toBe(422)
    const right = await signIn(office.visitor(), OFFICER)
    expect(right.status).toBe(429)
    expect(wordsOf(right.text)).toMatch(/Terlalu banyak percobaan masuk\. Coba lagi dalam \d+ menit/)
    later(15)
    expect((await signIn(office.visitor(), OFFICER)).status).toBe(303)
  })

  test('on an unknown account stop alike, so that the limit tells nothing', async () => {
    later(24 * 60)
    for (let tries = 0; tries < 10; tries += 1) expect((await fail('tidakada@dinas.example')).status).toBe(422)
    expect((await fail('tidakada@dinas.example')).status).toBe(429)
  })

  test('at once are counted one by one', async () => {
    later(24 * 60)
    const answers = await Promise.all(Array.from({ length: 14 }, () => fail(APPLICANT)))
    expect(answers.filter((one) => one.status === 429)).toHaveLength(4)
  })

  test('from one place over many accounts stop too; a proxy that nobody trusts cannot change the place', async () => {
    later(24 * 60)
    for (let tries = 0; tries < 50; tries += 1)
      await fail(`orang${tries}@dinas.example`, { 'x-forwarded-for': `203.0.113.${tries}` })
    expect((await fail('lain@dinas.example', { 'x-forwarded-for': '198.51.100.7' })).status).toBe(429)
    later(15)
    expect((await signIn(office.visitor(), OFFICER)).status).toBe(303)
  })

  test('those that go well do not count', async () => {
    later(24 * 60)
    for (let tries = 0; tries < 12; tries += 1) expect((await signIn(office.visitor(), OFFICER)).status).toBe(303)
  })
})

test('behind a trusted proxy each visitor counts alone, by what the proxy wrote last; cookies demand TLS', async () => {
  const env = { MIPP_TRUSTED_PROXY: '127.0.0.1', MIPP_PUBLIC_URL: 'https://mipp.example' }
  const behind = await startOffice({ isDemo: false, works: false, now: () => now, env })
  const tries = async (email: string, forwarded: string) => {
    const visit = behind.visitor()
    const body = Buffer.from(new URLSearchParams({ email, password: 'salah salah salah' }).toString())
    const headers = {
      origin: `http://${visit.host}`,
      'content-type': 'application/x-www-form-urlencoded',
      'x-forwarded-for': forwarded,
    }
    return (await visit.send('POST', '/sign-in', headers, body)).status
  }
  for (let n = 0; n < 50; n += 1) await tries(`orang${n}@dinas.example`, `10.0.0.${n}, 203.0.113.9`)
  expect(await tries('a@dinas.example', '198.51.100.1, 203.0.113.9')).toBe(429)
  expect(await tries('b@dinas.example', '203.0.113.9, 198.51.100.1')).toBe(422)
  await makePerson(behind, { email: OFFICER, mandate: MANDATE })
  const answer = await behind.visitor().post('/sign-in', { email: OFFICER, password: PASSWORD })
  expect(answer.headers['set-cookie']?.find((one) => one.startsWith('__Host-mipp_session='))).toMatch(/; Secure/)
  await behind.stop()
})

test('a closed account cannot sign in, and is answered as if it were unknown', async () => {
  later(24 * 60)
  const email = 'bekas@dinkominfo.example'
  await makePerson(office, { email })
  await office.office.store.inAgency('demak', (db) =>
    db.updateTable('person').set({ state: 'closed' }).where('email', '=', email).execute(),
  )
  expect(await stateOf(office, email)).toBe('closed')
  const answer = await signIn(office.visitor(), email)
  expect(answer.status).toBe(422)
  expect(wordsOf(answer.text)).toContain('tidak cocok')
})
