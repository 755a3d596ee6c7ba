import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { startOffice, type TestOffice } from '../../../../test/support/office.ts'
import { linkTo, mailsTo, makePerson, PASSWORD, signIn, stateOf, tokenOf } from '../../../../test/support/people.ts'
import { fieldValue, wordsOf } from '../../../../test/support/visit.ts'

const GOOD = {
  kind: 'company',
  company: 'PT Serat Utara',
  nib: '9120 0012 34567',
  address: 'Jalan Pemuda 12, Semarang',
  name: 'Manajer Perizinan',
  jobTitle: 'Manajer',
  email: 'izin@serat.example',
  phone: '024 765 4321',
  consent: 'yes',
}

let office: TestOffice
let now = '2026-11-20T02:00:00.000Z'

beforeAll(async () => {
  office = await startOffice({ isDemo: false, works: false, now: () => now })
  await makePerson(office, { email: 'admin@dinkominfo.example', isAdministrator: true })
})
afterAll(() => office.stop())
beforeEach(() => {
  now = new Date(Date.parse(now) + 3600_000).toISOString()
})

const register = (fields: Record<string, string>) => office.visitor().post('/register', fields)
const clientsAt = (nib: string) =>
  office.office.store.inAgency('demak', (db) =>
    db.selectFrom('client').select(['client', 'is_approved']).where('nib', '=', nib).execute(),
  )

describe('a company that registers is sent back with everything typed and a sentence beside the field when', () => {
  test.each([
    ['neither agency nor company is meant', { kind: '__proto__' }, 'Pilih perangkat daerah atau perusahaan.'],
    ['its name is missing', { company: '' }, 'Tulis nama perusahaan'],
    ['its NIB is missing', { nib: '' }, 'Tulis NIB sebanyak 13 angka'],
    ['its NIB is a digit short', { nib: '912000123456' }, 'Tulis NIB sebanyak 13 angka'],
    ['its NIB has a letter', { nib: '912000123456O' }, 'Tulis NIB sebanyak 13 angka'],
    ['its address is missing', { address: ' ' }, 'Tulis alamat perusahaan'],
    ['its address is endless', { address: 'a'.repeat(301) }, 'Tulis alamat perusahaan'],
    ['the person has no name', { name: '' }, 'Tulis nama'],
    ['the person has no job', { jobTitle: '' }, 'Tulis jabatan'],
    ['the mail address is none', { email: 'bukan surel' }, 'Tulis alamat surel'],
    ['the notice was not read', { consent: '' }, 'Centang'],
  ])('%s', async (_, wrong, sentence) => {
    const answer = await register({ ...GOOD, ...wrong })
    expect(answer.status).toBe(422)
    expect(answer.text.match(/class="field-error"/g)).toHaveLength(1)
    expect(wordsOf(answer.text)).toContain(sentence)
    for (const [name, value] of Object.entries({ ...GOOD, ...wrong }))
      if (!['kind', 'consent'].includes(name))
        expect([name, fieldValue(answer.text, name)]).toEqual([name, value.trim()])
    if (!('kind' in wrong)) expect(answer.text).toMatch(/value="company"[^>]*checked/)
    expect(await stateOf(office, GOOD.email)).toBeNull()
    expect(await clientsAt('9120001234567')).toEqual([])
  })
})

describe('a company that registers', () => {
  test('is asked for what is needed, and told that the NIB is compared with nothing', async () => {
    const words = wordsOf((await office.visitor().get('/register')).text)
    expect(words).toContain('NIB (Nomor Induk Berusaha)')
    expect(words).toContain('tidak mencocokkannya dengan OSS')
  })

  test('awaits approval with its person; the agency that was also chosen is not meant', async () => {
    const answer = await register({ ...GOOD, client: 'dinas-kesehatan' })
    expect(answer.status).toBe(200)
    expect(await stateOf(office, GOOD.email)).toBe('awaiting-approval')
    expect(await clientsAt('9120001234567')).toEqual([{ client: 'nib-9120001234567', is_approved: false }])
    const memberships = await office.office.store.inAgency('demak', (db) =>
      db
        .selectFrom('membership as b')
        .innerJoin('person as p', 'p.person', 'b.person')
        .select('b.client')
        .where('p.email', '=', GOOD.email)
        .execute(),
    )
    expect(memberships).toEqual([{ client: 'nib-9120001234567' }])
  })

  test('sent twice is one registration, one company and one mail', async () => {
    const twice = { ...GOOD, email: 'dua@serat.example', nib: '9120001234568' }
    await Promise.all([register(twice), register(twice)])
    expect(await mailsTo(office, twice.email)).toHaveLength(1)
    expect(await clientsAt('9120001234568')).toHaveLength(1)
  })

  test('learns neither by the page nor by the mail whether the company is there already', async () => {
    const known = await register({ ...GOOD, email: 'rekan@serat.example' })
    const fresh = await register({ ...GOOD, email: 'orang@baru.example', nib: '8120001234567' })
    expect(known.status).toBe(200)
    expect(known.text.replaceAll('rekan@serat.example', 'orang@baru.example')).toBe(fresh.text)
    const bodies = async (email: string) => (await mailsTo(office, email)).map(({ subject, body }) => [subject, body])
    expect(await bodies('rekan@serat.example')).toEqual(await bodies('orang@baru.example'))
  })

  test('puts no word that a stranger typed into the mails', async () => {
    await register({
      ...GOOD,
      email: 'korban@pt.example',
      company: 'Klik http://evil.example',
      address: 'undian besar',
    })
    const mails = [
      ...(await mailsTo(office, 'korban@pt.example')),
      ...(await mailsTo(office, 'admin@dinkominfo.example')),
    ]
    expect(JSON.stringify(mails)).not.toMatch(/evil|undian/)
  })

  test('is told to no program of a stranger or an agency, approved or not; the office sees it once approved', async () => {
    const admin = office.visitor()
    await signIn(admin, 'admin@dinkominfo.example')
    const { person } = await office.office.store.inAgency('demak', (db) =>
      db.selectFrom('person').select('person').where('email', '=', GOOD.email).executeTakeFirstOrThrow(),
    )
    expect((await admin.post(`/people/${person}`, { do: 'approve' })).status).toBe(303)
    expect((await office.visitor().get('/api/v1/clients')).text).not.toMatch(/nib-|Serat/)
    expect((await office.visitor().get('/register')).text).not.toContain('Serat')
    const link = await linkTo(office, GOOD.email)
    await office
      .visitor()
      .post('/invitation', { token: tokenOf(link), newPassword: PASSWORD, newPasswordAgain: PASSWORD })
    const applicant = office.visitor()
    expect((await signIn(applicant, GOOD.email)).location).toBe('/mine')
    expect((await applicant.get('/services/rekomendasi-fiber-optik/apply')).status).toBe(200)
    const wrong = await applicant.get('/services/subdomain-hosting/apply')
    expect(wrong.status).toBe(403)
    expect(wordsOf(wrong.text)).toContain('hanya dapat diajukan oleh perangkat daerah')
  })
})

test('registering companies over and over from one place stops, and nothing typed is lost', async () => {
  const answers = []
  for (let n = 10; n < 31; n += 1)
    answers.push(await register({ ...GOOD, email: `banyak${n}@pt.example`, nib: `70000000000${n}` }))
  expect(answers.at(19)?.status).toBe(200)
  expect(answers.at(20)?.status).toBe(429)
  expect(fieldValue(answers.at(20)?.text ?? '', 'nib')).toBe('7000000000030')
  expect(await clientsAt('7000000000030')).toEqual([])
})
