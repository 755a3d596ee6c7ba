import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { programOf } from '../../../../test/support/api.ts'
import { startOffice, type TestOffice } from '../../../../test/support/office.ts'
import { linkTo, mailsTo, makePerson, signIn, stateOf } from '../../../../test/support/people.ts'
import { type Visit, wordsOf } from '../../../../test/support/visit.ts'

const ADMIN = 'admin@dinkominfo.example'

let office: TestOffice
let admin: Visit
let adminId: string
let now = '2026-11-20T02:00:00.000Z'

beforeAll(async () => {
  office = await startOffice({ isDemo: false, works: false, now: () => now })
  adminId = await makePerson(office, { email: ADMIN, isAdministrator: true })
})
afterAll(() => office.stop())
beforeEach(async () => {
  now = new Date(Date.parse(now) + 3600_000).toISOString()
  admin = office.visitor()
  await signIn(admin, ADMIN)
})

let count = 0
/** @returns the person who registered, and the mail address */
const registered = async (nib: string, company: string) => {
  const email = `orang${++count}@pt.example`
  const fields = { kind: 'company', company, nib, address: `Jalan ${company}`, name: 'Orang PT', jobTitle: 'Manajer' }
  await office.visitor().post('/register', { ...fields, email, phone: '024 765 4321', consent: 'yes' })
  const { person } = await office.office.store.inAgency('demak', (db) =>
    db.selectFrom('person').select('person').where('email', '=', email).executeTakeFirstOrThrow(),
  )
  return { person, email, page: `/people/${person}` }
}

describe('a company that waits for approval', () => {
  test('is approved by nobody but an administrator', async () => {
    const { page, email } = await registered('2000000000001', 'PT Sendiri')
    await makePerson(office, { email: 'biasa@dinkominfo.example' })
    const other = office.visitor()
    await signIn(other, 'biasa@dinkominfo.example')
    expect((await other.post(page, { do: 'approve' })).status).toBe(404)
    expect((await other.get(page)).status).toBe(404)
    expect(await stateOf(office, email)).toBe('awaiting-approval')
  })

  test('is shown as new with its NIB, name and address, and that nothing was compared', async () => {
    const { page } = await registered('2000000000002', 'PT Baru')
    expect(wordsOf((await admin.get('/people')).text)).toContain('PT Baru (perusahaan baru, NIB 2000000000002)')
    const words = wordsOf((await admin.get(page)).text)
    for (const part of ['2000000000002', 'PT Baru', 'Jalan PT Baru', 'Perusahaan baru', 'tidak mencocokkan NIB'])
      expect(words).toContain(part)
  })

  test('once approved is no longer new; who comes next is shown as joining it, under the name it has', async () => {
    const first = await registered('2000000000003', 'PT Lama')
    await admin.post(first.page, { do: 'approve' })
    expect(await linkTo(office, first.email)).toContain('/invitation')
    expect(wordsOf((await admin.get(first.page)).text)).toContain('PT Lama (NIB 2000000000003)')
    const second = await registered('2000000000003', 'PT Nama Lain')
    const words = wordsOf((await admin.get(second.page)).text)
    expect(words).toContain('Perusahaan sudah terdaftar')
    expect(words).toContain('NIB ini milik PT Lama, Jalan PT Lama')
    expect(words).toContain('PT Nama Lain')
  })

  test('is refused with a reason that its person is told', async () => {
    const { page, email } = await registered('2000000000004', 'PT Ditolak')
    now = new Date(Date.parse(now) + 60_000).toISOString()
    expect((await admin.post(page, { do: 'refuse', reason: '' })).status).toBe(422)
    expect((await admin.post(page, { do: 'refuse', reason: 'NIB bukan milik PT ini.' })).status).toBe(303)
    expect((await mailsTo(office, email)).at(-1)?.body).toContain('NIB bukan milik PT ini.')
    expect(wordsOf((await admin.get(page)).text)).toContain('Perusahaan baru')
  })

  test('is seen and approved by a program in the same way', async () => {
    const { person } = await registered('2000000000005', 'PT Program')
    const program = await programOf(office, { person: adminId })
    const seen = await program.get(`/people/${person}`)
    const company = { nib: '2000000000005', address: 'Jalan PT Program' }
    const typed = { name: 'PT Program', address: 'Jalan PT Program' }
    const client = { client: 'nib-2000000000005', name: 'PT Program', jobTitle: 'Manajer' }
    expect(seen.json).toMatchObject({ clients: [{ ...client, company: { ...company, isNew: true, typed } }] })
    expect((await program.get('/clients')).json.clients).not.toContainEqual(
      expect.objectContaining({ name: typed.name }),
    )
    const approved = await program.post(`/people/${person}/approve`)
    expect(approved.json).toMatchObject({ clients: [{ ...client, company: { ...company, isNew: false, typed } }] })
    const row = { client: client.client, name: 'PT Program', kind: 'company' }
    expect((await program.get('/clients')).json.clients).toContainEqual(row)
    expect((await (await programOf(office, null)).get('/clients')).json.clients).not.toContainEqual(row)
  })
})
