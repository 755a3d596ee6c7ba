import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { programOf } from '../../../../test/support/api.ts'
import { startOffice, type TestOffice } from '../../../../test/support/office.ts'
import { linkTo, mailsTo, makePerson, PASSWORD, signIn, stateOf, tokenOf } from '../../../../test/support/people.ts'
import { fieldValue as fieldIn, type Visit, wordsOf } from '../../../../test/support/visit.ts'
import { readOrganisationJournal } from '../../../store/organisation-journal.ts'

const ADMIN = 'admin@dinkominfo.example'
const OFFICER = { kind: 'officer', post: 'sekretaris', capacity: 'plh', fromOn: '2026-11-20', decree: '800/12/2026' }
const REGISTRATION = {
  name: 'Pengelola Laman',
  phone: '(0291) 685 123',
  client: 'dinas-kesehatan',
  jobTitle: 'Pranata Komputer',
  consent: 'yes',
}

let office: TestOffice
let admin: Visit
let adminId: string
let now = '2026-11-20T02:00:00.000Z'
const later = (minutes: number) => {
  now = new Date(Date.parse(now) + minutes * 60_000).toISOString()
}

beforeAll(async () => {
  office = await startOffice({ isDemo: false, works: false, now: () => now })
  adminId = await makePerson(office, { email: ADMIN, name: 'Pengelola', isAdministrator: true })
})
afterAll(() => office.stop())
beforeEach(async () => {
  later(60)
  admin = office.visitor()
  await signIn(admin, ADMIN)
})

const invite = async (fields: Record<string, string>) => {
  const key = fieldIn((await admin.get('/people/invite')).text, 'key') ?? ''
  return admin.post('/people/invite', { key, name: 'Orang Baru', ...fields })
}
const idOf = async (email: string): Promise<string> => {
  const row = await office.office.store.inAgency('demak', (db) =>
    db.selectFrom('person').select('person').where('email', '=', email).executeTakeFirstOrThrow(),
  )
  return row.person
}
const setPassword = (link: string) =>
  office.visitor().post('/invitation', { token: tokenOf(link), newPassword: PASSWORD, newPasswordAgain: PASSWORD })

describe('the people pages', () => {
  test('do not exist for anybody but administrators', async () => {
    await makePerson(office, { email: 'biasa@dinkominfo.example' })
    const other = office.visitor()
    await signIn(other, 'biasa@dinkominfo.example')
    for (const path of ['/people', '/people/invite', `/people/${adminId}`]) {
      expect((await other.get(path)).status).toBe(404)
      expect((await office.visitor().get(path)).location).toBe(`/sign-in?to=${encodeURIComponent(path)}`)
    }
    expect(
      (
        await other.post('/people/invite', {
          key: crypto.randomUUID(),
          name: 'X Y',
          email: 'x@dinas.example',
          kind: 'administrator',
        })
      ).status,
    ).toBe(404)
    expect((await other.post(`/people/${adminId}`, { do: 'close' })).status).toBe(404)
    expect(await stateOf(office, 'x@dinas.example')).toBeNull()
    expect(await stateOf(office, ADMIN)).toBe('active')
  })

  test('list who holds what today', async () => {
    await makePerson(office, {
      email: 'kadin@dinkominfo.example',
      name: 'Pejabat Satu',
      mandate: {
        mandate: crypto.randomUUID(),
        post: 'kepala-dinas',
        capacity: 'plt',
        fromOn: '2026-11-01',
        decree: '1',
      },
    })
    await makePerson(office, {
      email: 'nanti@dinkominfo.example',
      name: 'Pejabat Dua',
      mandate: {
        mandate: crypto.randomUUID(),
        post: 'sekretaris',
        capacity: 'definitive',
        fromOn: '2027-01-01',
        decree: '2',
      },
    })
    const words = wordsOf((await admin.get('/people')).text)
    expect(words).toContain('Pejabat Satu kadin@dinkominfo.example Plt. Kepala Dinas Aktif')
    expect(words).toContain('Pejabat Dua nanti@dinkominfo.example belum ada Aktif')
  })

  test.each(['/people/tidak-ada', `/people/${crypto.randomUUID()}`, '/people/00000000-0000-0000-0000-000000000000%00'])(
    'show nothing where nobody is: %s',
    async (path) => {
      expect((await admin.get(path)).status).toBe(404)
    },
  )
})

describe('inviting', () => {
  test('an officer: mail, first password, and the work of the post under Plh.', async () => {
    const email = 'plh@dinkominfo.example'
    const sent = await invite({ email, ...OFFICER })
    expect(sent.status).toBe(303)
    expect(wordsOf((await admin.get(sent.location)).text)).toContain(`Undangan dikirim ke ${email}`)
    expect((await signIn(office.visitor(), email)).status).toBe(422)
    const link = await linkTo(office, email)
    expect(wordsOf((await office.visitor().get(link)).text)).toContain('Selamat datang, Orang Baru')
    expect(await setPassword(link)).toMatchObject({ status: 303, location: '/sign-in' })
    const officer = office.visitor()
    expect((await signIn(officer, email)).location).toBe('/work')
    expect(wordsOf((await officer.get('/account')).text)).toContain('Plh. Sekretaris')
    expect((await officer.get('/people')).status).toBe(404)
  })

  test('an applicant, who then may ask for that client alone', async () => {
    const email = 'arsip@arsip.example'
    await invite({ email, kind: 'applicant', client: 'dinas-arsip', jobTitle: 'Arsiparis' })
    await setPassword(await linkTo(office, email))
    const applicant = office.visitor()
    expect((await signIn(applicant, email)).location).toBe('/mine')
    expect(wordsOf((await applicant.get('/account')).text)).toContain('Dinas Perpustakaan dan Kearsipan')
  })

  test('another administrator', async () => {
    const email = 'kedua@dinkominfo.example'
    await invite({ email, kind: 'administrator' })
    await setPassword(await linkTo(office, email))
    expect((await signIn(office.visitor(), email)).location).toBe('/people')
  })

  test('sent twice with one press is one account and one mail', async () => {
    const email = 'ganda@dinkominfo.example'
    const key = crypto.randomUUID()
    const send = () => admin.post('/people/invite', { key, name: 'Orang Ganda', email, ...OFFICER })
    const [one, two] = await Promise.all([send(), send()])
    expect([one?.status, two?.status]).toEqual([303, 303])
    expect(await mailsTo(office, email)).toHaveLength(1)
  })

  test.each([
    ['no name', { name: '' }, 'Tulis nama'],
    ['no address', { email: '' }, 'Tulis alamat surel'],
    ['no kind', { kind: '' }, 'Pilih salah satu'],
    ['an unknown kind', { kind: 'bupati' }, 'Pilih salah satu'],
    ['no post', { post: '' }, 'Pilih jabatan'],
    ['a post that does not exist', { post: 'bupati' }, 'Pilih jabatan'],
    ['an unknown capacity', { capacity: 'raja' }, 'Pilih kedudukan'],
    ['a day that does not exist', { fromOn: '2026-02-30' }, 'Tulis tanggal mulai'],
    ['no day', { fromOn: '' }, 'Tulis tanggal mulai'],
    ['no decree', { decree: '' }, 'Tulis nomor keputusan'],
    ['an applicant without a client', { kind: 'applicant', client: '' }, 'Pilih perangkat daerah'],
    ['an address that is known', { email: ADMIN }, 'sudah punya akun'],
  ])('with %s is sent back with a sentence and everything typed', async (_, wrong, sentence) => {
    const answer = await invite({ email: 'salah@dinkominfo.example', ...OFFICER, ...wrong })
    expect(answer.status).toBe(422)
    expect(wordsOf(answer.text)).toContain(sentence)
    if (!('decree' in wrong)) expect(answer.text).toContain('value="800/12/2026"')
    expect(await stateOf(office, 'salah@dinkominfo.example')).toBeNull()
  })

  test('with a session that has ended meanwhile comes back as it was typed, and can then be sent', async () => {
    const email = 'kembali@dinkominfo.example'
    const key = fieldIn((await admin.get('/people/invite')).text, 'key') ?? ''
    later(121)
    const sent = await admin.post('/people/invite', { key, name: 'Diketik Tadi', email, ...OFFICER })
    const to = new URL(sent.location, 'http://x.invalid').searchParams.get('to') ?? ''
    expect(to).toBe('/people/invite?restore=1')
    const back = await admin.post('/sign-in', { email: ADMIN, password: PASSWORD, to })
    const page = (await admin.get(back.location)).text
    expect(page).toContain('value="Diketik Tadi"')
    expect(page).toMatch(/<option value="sekretaris" selected/)
    expect(page).toMatch(/value="plh"[^>]*checked/)
    admin.csrf = fieldIn(page, 'csrf') ?? ''
    expect(
      (await admin.post('/people/invite', { key: fieldIn(page, 'key') ?? '', name: 'Diketik Tadi', email, ...OFFICER }))
        .status,
    ).toBe(303)
    expect(await stateOf(office, email)).toBe('invited')
  })

  test('again kills the first link; the new one works', async () => {
    const email = 'lagi@dinkominfo.example'
    await invite({ email, ...OFFICER })
    const first = await linkTo(office, email)
    later(1)
    expect((await admin.post(`/people/${await idOf(email)}`, { do: 'reinvite' })).status).toBe(303)
    expect((await setPassword(first)).status).toBe(404)
    expect((await setPassword(await linkTo(office, email))).status).toBe(303)
  })

  test('cannot be read by an administrator in the book of mails', async () => {
    const email = 'intip@dinkominfo.example'
    await invite({ email, ...OFFICER })
    const book = (await admin.get('/outbox')).text
    expect(book).toContain(email)
    expect(book).toContain('Isi tidak ditampilkan')
    expect(book).not.toContain(tokenOf(await linkTo(office, email)))
  })

  test('expires after seven days', async () => {
    const email = 'telat@dinkominfo.example'
    await invite({ email, ...OFFICER })
    const link = await linkTo(office, email)
    later(7 * 24 * 60)
    expect((await setPassword(link)).status).toBe(404)
  })
})

describe('a registration', () => {
  const register = async (email: string) => {
    await office.visitor().post('/register', { ...REGISTRATION, email })
    later(1)
    return idOf(email)
  }

  test('stands first in the list; approved, it becomes an invitation', async () => {
    const email = 'daftar@kesehatan.example'
    const person = await register(email)
    expect(wordsOf((await admin.get('/people')).text)).toMatch(
      /menunggu persetujuan .*daftar@kesehatan\.example .*Semua akun/,
    )
    const answer = await admin.post(`/people/${person}`, { do: 'approve' })
    expect(answer).toMatchObject({ status: 303, location: `/people/${person}` })
    await setPassword(await linkTo(office, email))
    expect((await signIn(office.visitor(), email)).location).toBe('/mine')
  })

  test('approved by two at the same moment sends one invitation; the other is told', async () => {
    const email = 'serentak@kesehatan.example'
    const person = await register(email)
    const answers = await Promise.all([
      admin.post(`/people/${person}`, { do: 'approve' }),
      admin.post(`/people/${person}`, { do: 'approve' }),
    ])
    expect(answers.map((one) => one.status).sort()).toEqual([303, 409])
    expect(wordsOf(answers.find((one) => one.status === 409)?.text ?? '')).toContain('sudah dijawab')
    expect((await mailsTo(office, email)).filter((one) => one.once.startsWith('link:'))).toHaveLength(1)
  })

  test('refused needs a reason, which the applicant is told; it can never sign in', async () => {
    const email = 'tolak@kesehatan.example'
    const person = await register(email)
    const empty = await admin.post(`/people/${person}`, { do: 'refuse', reason: 'x' })
    expect(empty.status).toBe(422)
    expect(wordsOf(empty.text)).toContain('Tulis alasannya')
    expect(
      (await admin.post(`/people/${person}`, { do: 'refuse', reason: 'Bukan pegawai dinas tersebut.' })).status,
    ).toBe(303)
    expect((await mailsTo(office, email)).at(-1)?.body).toContain('Bukan pegawai dinas tersebut.')
    expect(await stateOf(office, email)).toBe('closed')
    expect((await admin.post(`/people/${person}`, { do: 'approve' })).status).toBe(409)
    await office.visitor().post('/reset', { email })
    expect((await mailsTo(office, email)).filter((one) => one.once.startsWith('link:'))).toEqual([])
  })
})

describe('an account', () => {
  test('that is closed loses its session, its links and its posts at once', async () => {
    const email = 'keluar@dinkominfo.example'
    const mandate = {
      mandate: crypto.randomUUID(),
      post: 'sekretaris',
      capacity: 'definitive',
      fromOn: '2026-01-01',
      decree: '9',
    } as const
    const person = await makePerson(office, { email, mandate })
    const theirs = office.visitor()
    await signIn(theirs, email)
    await office.visitor().post('/reset', { email })
    const link = await linkTo(office, email)
    expect((await admin.post(`/people/${person}`, { do: 'close' })).status).toBe(303)
    expect((await theirs.get('/account')).status).toBe(303)
    expect((await office.visitor().get(link)).status).toBe(404)
    expect((await signIn(office.visitor(), email)).status).toBe(422)
    const rows = await office.office.store.inAgency('demak', (db) =>
      db.selectFrom('mandate').select('to_on').where('person', '=', person).execute(),
    )
    expect(rows).toEqual([{ to_on: now.slice(0, 10) }])
    expect((await admin.post(`/people/${person}`, { do: 'close' })).status).toBe(409)
  })

  test('that is opened again needs a new invitation; the old password is gone', async () => {
    const email = 'balik@dinkominfo.example'
    const person = await makePerson(office, { email })
    await admin.post(`/people/${person}`, { do: 'close' })
    expect((await admin.post(`/people/${person}`, { do: 'reinvite' })).status).toBe(303)
    expect((await signIn(office.visitor(), email)).status).toBe(422)
    await setPassword(await linkTo(office, email))
    expect((await signIn(office.visitor(), email)).status).toBe(303)
  })

  test('of an administrator cannot be closed by themselves, so that one always remains', async () => {
    const answer = await admin.post(`/people/${adminId}`, { do: 'close' })
    expect(answer.status).toBe(409)
    expect(wordsOf(answer.text)).toContain('Anda tidak dapat menutup akun sendiri')
    expect((await admin.get(`/people/${adminId}`)).text).not.toContain('value="close"')
  })

  test('that is in use cannot be sent an invitation', async () => {
    const person = await makePerson(office, { email: 'pakai@dinkominfo.example' })
    expect((await admin.post(`/people/${person}`, { do: 'reinvite' })).status).toBe(409)
    expect(await stateOf(office, 'pakai@dinkominfo.example')).toBe('active')
  })

  test.each(['', 'delete', 'toString', '__proto__'])(
    'is left as it is by an act that does not exist: %j',
    async (what) => {
      expect((await admin.post(`/people/${adminId}`, { do: what })).status).toBe(409)
    },
  )

  test('is not changed without the key of the session', async () => {
    const person = await makePerson(office, { email: 'kunci@dinkominfo.example' })
    admin.csrf = 'bukan kuncinya'
    expect((await admin.post(`/people/${person}`, { do: 'close' })).location).toBe(`/people/${person}?restore=1`)
    expect(await stateOf(office, 'kunci@dinkominfo.example')).toBe('active')
  })
})

describe('a post', () => {
  test('is given from a day on, by decree, in a capacity; ended, it is held no more', async () => {
    const email = 'jabatan@dinkominfo.example'
    const person = await makePerson(office, { email })
    const path = `/people/${person}`
    const key = crypto.randomUUID()
    const give = () =>
      admin.post(path, {
        do: 'give',
        key,
        post: 'kabid-aptika',
        capacity: 'plt',
        fromOn: now.slice(0, 10),
        decree: '800/77/2026',
      })
    expect((await give()).status).toBe(303)
    expect((await give()).status).toBe(303)
    const theirs = office.visitor()
    expect((await signIn(theirs, email)).location).toBe('/work')
    expect(wordsOf((await admin.get(path)).text)).toContain('800/77/2026')
    const early = await admin.post(path, { do: 'end', mandate: key, toOn: '2020-01-01' })
    expect(early.status).toBe(422)
    expect(wordsOf(early.text)).toContain('tidak sebelum hari mulainya')
    expect((await admin.post(path, { do: 'end', mandate: key, toOn: now.slice(0, 10) })).status).toBe(303)
    later(24 * 60)
    const tomorrow = office.visitor()
    expect((await signIn(tomorrow, email)).location).toBe('/')
  })

  test('of somebody else cannot be ended through this page', async () => {
    const mandate = {
      mandate: crypto.randomUUID(),
      post: 'kasubag-umum',
      capacity: 'definitive',
      fromOn: '2026-01-01',
      decree: '9',
    } as const
    await makePerson(office, { email: 'pemegang@dinkominfo.example', mandate })
    const other = await makePerson(office, { email: 'bukan@dinkominfo.example' })
    expect(
      (await admin.post(`/people/${other}`, { do: 'end', mandate: mandate.mandate, toOn: '2026-11-20' })).status,
    ).toBe(422)
    const rows = await office.office.store.inAgency('demak', (db) =>
      db.selectFrom('mandate').select('to_on').where('mandate', '=', mandate.mandate).execute(),
    )
    expect(rows).toEqual([{ to_on: null }])
  })

  test('is put right with a reason, and taken back while it has not begun; the journal keeps both', async () => {
    const person = await makePerson(office, { email: 'perbaiki@dinkominfo.example' })
    const mandate = crypto.randomUUID()
    const given = { post: 'sekretaris', capacity: 'plt', fromOn: '2026-12-01', decree: '800/80/2026' }
    await admin.post(`/people/${person}`, { do: 'give', key: mandate, ...given })
    const correct = { do: 'correct', mandate, ...given, capacity: 'plh', toOn: '2026-12-05' }
    const refused = await admin.post(`/people/${person}`, { ...correct, reason: '' })
    expect(refused.status).toBe(422)
    expect(wordsOf(refused.text)).toContain('Tulis alasannya')
    expect(refused.text).toContain('value="2026-12-05"')
    expect((await admin.post(`/people/${person}`, { ...correct, reason: 'Salah ketik' })).status).toBe(303)
    expect((await admin.post(`/people/${person}`, { do: 'drop', mandate })).status).toBe(303)
    const kept = await readOrganisationJournal(office.office.store, 'demak', { subject: mandate })
    expect(kept.map(({ before, after, reason }) => [before?.capacity, after?.capacity, reason])).toEqual([
      ['plh', undefined, null],
      ['plt', 'plh', 'Salah ketik'],
      [undefined, 'plt', null],
    ])
    expect(kept[0]?.by).toBe('Pengelola')
  })

  test('that is unusual is given all the same, and what is odd about it is said', async () => {
    const person = await makePerson(office, { email: 'aneh@dinkominfo.example' })
    const plt = { post: 'kabid-aptika', capacity: 'plh', fromOn: '2026-12-01', decree: '800/81/2026' }
    await admin.post(`/people/${person}`, { do: 'give', key: crypto.randomUUID(), ...plt })
    const said = wordsOf((await admin.get(`/people/${person}`)).text)
    expect(said).toContain('Jabatan dicatat.')
    expect(said).toContain('Untuk jabatan lowong biasanya diangkat Plt.')
  })

  test('badly named is sent back with everything typed', async () => {
    const person = await makePerson(office, { email: 'ketik@dinkominfo.example' })
    const answer = await admin.post(`/people/${person}`, {
      do: 'give',
      key: crypto.randomUUID(),
      post: 'kabid-aptika',
      capacity: 'plt',
      fromOn: 'kemarin',
      decree: '800/78/2026',
    })
    expect(answer.status).toBe(422)
    expect(wordsOf(answer.text)).toContain('Tulis tanggal mulai yang benar')
    expect(answer.text).toContain('value="800/78/2026"')
    expect(answer.text).toMatch(/<option value="kabid-aptika" selected/)
  })
})

describe('rank and staff number of an officer', () => {
  test('are written by an administrator, judged, and stand with the mandate for the letters, but not for programs', async () => {
    const email = 'pangkat@dinkominfo.example'
    const term = { post: 'sekretaris', capacity: 'definitive', fromOn: '2026-01-02', decree: '800/1/2026' } as const
    const person = await makePerson(office, { email, mandate: { ...term, mandate: randomUUID() } })
    const path = `/people/${person}`
    const refused = await admin.post(path, { do: 'service', rank: 'Pembina (IV/a)', nip: '1234' })
    expect(refused.status).toBe(422)
    expect(wordsOf(refused.text)).toContain('NIP terdiri atas 18 angka')
    expect(refused.text).toContain('value="Pembina (IV/a)"')
    const written = { do: 'service', rank: 'Pembina (IV/a)', nip: '00000000 000000 0 000' }
    expect((await admin.post(path, written)).status).toBe(303)
    expect((await admin.get(path)).text).toContain('value="000000000000000000"')
    const held = async () => {
      const files = office.office.catalogue.agencies.find(({ agency }) => agency.agency === 'demak')
      if (!files) throw new Error('The catalogue has no Demak')
      return (await office.office.tools.living(files, now)).mandates.find((one) => one.person === person)
    }
    expect(await held()).toMatchObject({ rank: 'Pembina (IV/a)', nip: '000000000000000000' })
    const program = await programOf(office, { person: adminId })
    const chart = await program.get('/organisation')
    expect(JSON.stringify(chart.json)).toContain(person)
    expect(JSON.stringify(chart.json)).not.toContain('000000000000000000')
    expect((await program.post(`/people/${person}/service`, { rank: '', nip: 'abc' })).status).toBe(422)
    expect(await program.post(`/people/${person}/service`, { rank: 'Penata (III/c)', nip: '' })).toMatchObject({
      status: 200,
      json: { rank: 'Penata (III/c)', nip: '' },
    })
    expect(await held()).toMatchObject({ rank: 'Penata (III/c)', nip: '' })
    expect((await office.visitor().post(path, written)).status).not.toBe(200)
  })
})

describe('an account that asks for several', () => {
  test('gets a second agency, and may be taken from one', async () => {
    const membership = { client: 'dinas-kesehatan', jobTitle: 'Staf' }
    const person = await makePerson(office, { email: 'dua@dinas.example', membership })
    const joining = { do: 'join', client: 'dinas-arsip', jobTitle: 'Pengelola' }
    expect((await admin.post(`/people/${person}`, { ...joining, jobTitle: '' })).status).toBe(422)
    expect((await admin.post(`/people/${person}`, joining)).status).toBe(303)
    expect((await admin.post(`/people/${person}`, joining)).status).toBe(422)
    const own = office.visitor()
    await signIn(own, 'dua@dinas.example')
    expect(wordsOf((await own.get('/services/subdomain-hosting/apply')).text)).toContain('Dinas Perpustakaan')
    expect((await admin.post(`/people/${person}`, { do: 'leave', client: 'dinas-arsip' })).status).toBe(303)
    expect((await admin.post(`/people/${person}`, { do: 'leave', client: 'dinas-arsip' })).status).toBe(409)
    expect(wordsOf((await own.get('/services/subdomain-hosting/apply')).text)).not.toContain('Dinas Perpustakaan')
  })
})
