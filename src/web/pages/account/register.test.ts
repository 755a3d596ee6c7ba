import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { startOffice, type TestOffice } from '../../../../test/support/office.ts'
import { mailsTo, makePerson, stateOf } from '../../../../test/support/people.ts'
import { wordsOf } from '../../../../test/support/visit.ts'

const GOOD = {
  name: 'Pengelola Laman',
  email: 'laman@kesehatan.example',
  phone: '(0291) 685 123',
  client: 'dinas-kesehatan',
  jobTitle: 'Pranata Komputer',
  consent: 'yes',
}

let office: TestOffice
let now = '2026-11-20T02:00:00.000Z'

beforeAll(async () => {
  office = await startOffice({ isDemo: false, works: false, now: () => now })
  await makePerson(office, { email: 'admin@dinkominfo.example', isAdministrator: true })
  await makePerson(office, {
    email: 'sudah@arsip.example',
    membership: { client: 'dinas-arsip', jobTitle: 'Arsiparis' },
  })
})
afterAll(() => office.stop())
beforeEach(() => {
  now = new Date(Date.parse(now) + 3600_000).toISOString()
})

const register = (fields: Record<string, string>) => office.visitor().post('/register', fields)

describe('registering', () => {
  test('shows the clients to choose from and the privacy notice before anything is asked', async () => {
    const page = await office.visitor().get('/register')
    expect(page.status).toBe(200)
    expect(wordsOf(page.text)).toContain('Dinas Kesehatan')
    expect(wordsOf(page.text)).toContain('UU 27/2022')
  })

  test('awaits approval, and tells applicant and administrator by mail', async () => {
    const answer = await register(GOOD)
    expect(answer.status).toBe(200)
    expect(wordsOf(answer.text)).toContain('Pendaftaran diterima')
    expect(await stateOf(office, GOOD.email)).toBe('awaiting-approval')
    const [mail] = await mailsTo(office, GOOD.email)
    expect(mail?.body).toContain('Kami menerima pendaftaran')
    const [notice] = await mailsTo(office, 'admin@dinkominfo.example').then((all) =>
      all.filter((one) => one.once.startsWith('registration-waits')),
    )
    expect(notice?.body).toMatch(/\/people$/m)
  })

  test('cannot sign in before the approval', async () => {
    expect((await office.visitor().post('/sign-in', { email: GOOD.email, password: 'apa saja boleh ya' })).status).toBe(
      422,
    )
  })

  test('sent twice is one registration and one mail', async () => {
    await register(GOOD)
    await register({ ...GOOD, email: GOOD.email.toUpperCase() })
    expect(await mailsTo(office, GOOD.email)).toHaveLength(1)
  })

  test('with a known address shows the same page, changes nothing, and warns the owner once a day', async () => {
    const fresh = await register({ ...GOOD, email: 'baru@kesehatan.example' })
    const known = await register({ ...GOOD, email: 'sudah@arsip.example' })
    expect(known.text.replaceAll('sudah@arsip.example', 'baru@kesehatan.example')).toBe(fresh.text)
    await register({ ...GOOD, email: 'sudah@arsip.example' })
    const warnings = (await mailsTo(office, 'sudah@arsip.example')).filter((one) =>
      one.once.startsWith('registered-again'),
    )
    expect(warnings).toHaveLength(1)
    expect(warnings[0]?.body).toMatch(/padahal alamat ini sudah punya akun[\s\S]*\/reset$/m)
    expect(await stateOf(office, 'sudah@arsip.example')).toBe('active')
    const clients = await office.office.store.inAgency('demak', (db) =>
      db
        .selectFrom('membership as b')
        .innerJoin('person as p', 'p.person', 'b.person')
        .select('b.client')
        .where('p.email', '=', 'sudah@arsip.example')
        .execute(),
    )
    expect(clients).toEqual([{ client: 'dinas-arsip' }])
  })

  test('puts no word that a stranger typed into the mails', async () => {
    await register({
      ...GOOD,
      email: 'korban@dinas.example',
      name: 'Klik http://evil.example',
      jobTitle: 'Menang undian',
    })
    const [mail] = await mailsTo(office, 'korban@dinas.example')
    expect(mail?.subject + (mail?.body ?? '')).not.toMatch(/evil|undian/)
  })
})

describe('a registration is sent back with what was typed and a sentence per field when', () => {
  test.each([
    ['the name is missing', { name: ' ' }, 'Tulis nama'],
    ['the name is endless', { name: 'a'.repeat(121) }, 'Tulis nama'],
    ['the address is none', { email: 'bukan surel' }, 'Tulis alamat surel'],
    [
      'the address would start another header',
      { email: 'a@dinas.example\r\nBcc: b@dinas.example' },
      'Tulis alamat surel',
    ],
    ['the telephone has letters', { phone: 'nol delapan' }, 'Tulis nomor telepon'],
    ['the client is not in the list', { client: 'dinas-gaib' }, 'Pilih perangkat daerah'],
    ['the client is a word of the language', { client: '__proto__' }, 'Pilih perangkat daerah'],
    ['the job title is missing', { jobTitle: '' }, 'Tulis jabatan'],
    ['the notice was not read', { consent: '' }, 'Centang'],
  ])('%s', async (_, wrong, sentence) => {
    const answer = await register({ ...GOOD, email: 'salah@kesehatan.example', ...wrong })
    expect(answer.status).toBe(422)
    expect(wordsOf(answer.text)).toContain(sentence)
    if (!('jobTitle' in wrong)) expect(answer.text).toContain(`value="${GOOD.jobTitle}"`)
    expect(await stateOf(office, 'salah@kesehatan.example')).toBeNull()
  })

  test('nothing at all was sent', async () => {
    const answer = await register({})
    expect(answer.status).toBe(422)
    expect(answer.text.match(/class="field-error"/g)).toHaveLength(6)
  })
})

test('registering over and over from one place stops with a clear sentence, and nothing typed is lost', async () => {
  const answers = []
  for (let n = 0; n < 21; n += 1) answers.push(await register({ ...GOOD, email: `banyak${n}@dinas.example` }))
  expect(answers.at(19)?.status).toBe(200)
  expect(answers.at(20)?.status).toBe(429)
  expect(wordsOf(answers.at(20)?.text ?? '')).toContain('Terlalu banyak permintaan')
  expect(answers.at(20)?.text).toContain('value="banyak20@dinas.example"')
})
