// Keeping the procedures on their pages and by programs: who may, what is asked for, what everybody sees of it.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { programOf } from '../../../../test/support/api.ts'
import { startOffice, type TestOffice } from '../../../../test/support/office.ts'
import { ratifySource } from '../../../store/edition-acts.ts'
import { aProcedure } from '../../../store/editions.fixture.ts'
import { createProcedureDraft, readProcedureDraft } from '../../../store/procedure-drafts.ts'

const AGENCY = 'demak'
const NOW = '2026-11-20T02:12:00.000Z'
const BY = { person: null, now: NOW }

let office: TestOffice
beforeAll(async () => {
  office = await startOffice({ works: false, now: () => NOW })
})
afterAll(() => office.stop())

const newName = (): string => `alat-${randomUUID().slice(0, 8)}`

const drafted = async (procedure: string, edition: string, source = aProcedure(edition, { procedure })) => {
  const draft = randomUUID()
  const made = { draft, procedure, edition, base: null, source, isImport: false }
  await createProcedureDraft(office.office.store, AGENCY, made, BY)
  return draft
}

const ratified = (procedure: string, edition: string) =>
  ratifySource(
    office.office.store,
    AGENCY,
    { procedure, edition, source: aProcedure(edition, { procedure }), post: 'kepala-dinas', decree: '1/2026' },
    BY,
  )

describe('the keeper of the procedures', () => {
  test('ratifies a draft by a post and a decree, puts it in force, and everybody may read of it', async () => {
    const procedure = newName()
    const draft = await drafted(procedure, '2026')
    const admin = await office.as('admin')
    expect((await admin.get('/procedures')).text).toContain(`/procedures/${procedure}`)
    const at = `/procedures/${procedure}`
    const ratify = { do: 'ratify', draft, version: '1', post: 'kepala-dinas' }
    const without = await admin.post(at, { ...ratify, decree: '' })
    expect({ status: without.status, text: without.text }).toMatchObject({
      status: 422,
      text: expect.stringContaining('Tulis dasar pengesahannya'),
    })
    expect((await admin.post(at, { ...ratify, decree: 'Keputusan 12/2026' })).status).toBe(303)
    const history = `/services/${procedure}/editions`
    expect((await office.visitor().get(history)).text).toContain('belum pernah berlaku')
    const force = { do: 'in-force', edition: '2026', reason: 'Keputusan 12/2026' }
    expect((await admin.post(at, { ...force, from: '2026-11-19' })).text).toContain('berlaku surut')
    expect((await admin.post(at, { ...force, from: '2026-11-20' })).status).toBe(303)
    const seen = await office.visitor().get(history)
    expect(seen.text).toContain('sejak Jumat, 20 November 2026')
    expect(seen.text).toContain('Kepala Dinas')
    expect(seen.text).not.toContain('Berkas berjalan')
    expect((await office.as('pelaksana').then((visit) => visit.get(history))).text).toContain('Berkas berjalan')
    expect((await office.visitor().get(`/services/${procedure}`)).status).toBe(200)
    const file = await office.visitor().get(`/services/${procedure}/procedure.yaml?edition=2026`)
    expect(file.text).toBe(aProcedure('2026', { procedure }))
  })

  test('is told every fault of a draft with its line, and it stays a draft', async () => {
    const procedure = newName()
    const source = aProcedure('2026', { procedure }).replace('post: pelaksana', 'post: juru-kunci')
    const draft = await drafted(procedure, '2026', source)
    const admin = await office.as('admin')
    const ratify = { do: 'ratify', draft, version: '1', post: 'kepala-dinas', decree: 'Keputusan 1' }
    const refused = await admin.post(`/procedures/${procedure}`, ratify)
    expect(refused.status).toBe(409)
    expect(refused.text).toContain('Baris 7: Jabatan &quot;juru-kunci&quot;')
    const stale = await admin.post(`/procedures/${procedure}`, { ...ratify, version: '9' })
    expect(stale.text).toContain('sudah berubah atau tidak ada lagi')
    expect(await readProcedureDraft(office.office.store, AGENCY, draft)).toMatchObject({ version: 1 })
    expect((await office.visitor().get(`/services/${procedure}/editions`)).status).toBe(404)
  })

  test('withdraws an edition with a reason: its service can no longer be asked for, its history stays', async () => {
    const procedure = newName()
    await ratified(procedure, '1')
    const admin = await office.as('admin')
    const at = `/procedures/${procedure}`
    await admin.post(at, { do: 'in-force', edition: '1', from: '2026-11-20', reason: 'Keputusan 1' })
    expect((await admin.post(at, { do: 'withdraw', edition: '1', reason: '' })).status).toBe(422)
    expect((await admin.post(at, { do: 'withdraw', edition: '1', reason: 'Layanan dihentikan' })).status).toBe(303)
    expect((await office.visitor().get(`/services/${procedure}`)).status).toBe(404)
    expect((await office.visitor().get(`/services/${procedure}/editions`)).text).toContain('Tidak berlaku lagi')
    const page = await admin.get(at)
    expect(page.text).toContain('Edisi 1 dicabut')
    expect(page.text).toContain('Layanan dihentikan')
  })

  test('does the same by a program', async () => {
    const procedure = newName()
    const draft = await drafted(procedure, '2026')
    const program = await programOf(office, 'admin')
    const { json } = await program.get('/procedure-drafts')
    expect(json.drafts).toContainEqual(expect.objectContaining({ draft, procedure, version: 1, changedBy: null }))
    const ratify = { version: 1, post: 'kepala-dinas', decree: 'Keputusan 1' }
    expect((await program.post(`/procedure-drafts/${draft}/ratify`, { ...ratify, post: 'lurah' })).status).toBe(422)
    expect((await program.post(`/procedure-drafts/${draft}/ratify`, ratify)).json).toEqual({
      procedure,
      edition: '2026',
    })
    const at = `/procedures/${procedure}/editions/2026`
    expect((await program.post(`${at}/in-force`, { from: 'besok', reason: 'Keputusan 1' })).status).toBe(422)
    expect((await program.post(`${at}/in-force`, { from: '2027-01-01', reason: 'Keputusan 1' })).status).toBe(200)
    const stranger = await programOf(office, null)
    const listed = await stranger.get(`/procedures/${procedure}/editions`)
    expect(listed.json.editions).toMatchObject([{ edition: '2026', state: 'scheduled', from: '2027-01-01' }])
    expect((await stranger.get(`${at}/file`)).bytes.toString()).toBe(aProcedure('2026', { procedure }))
    expect((await program.post(`${at}/withdraw`, { reason: 'Belum siap' })).status).toBe(200)
    expect((await program.post(`${at}/withdraw`, { reason: 'Belum siap' })).status).toBe(409)
  })
})

test.each(['pemohon', 'pelaksana', 'kepala-dinas'])(
  '%s neither sees the pages of the keeper nor decides',
  async (role) => {
    const procedure = newName()
    await ratified(procedure, '1')
    const visit = await office.as(role)
    for (const path of ['/procedures', `/procedures/${procedure}`]) expect((await visit.get(path)).status).toBe(404)
    const force = { do: 'in-force', edition: '1', from: '2026-11-20', reason: 'Keputusan 1' }
    expect((await visit.post(`/procedures/${procedure}`, force)).status).toBe(404)
    const program = await programOf(office, role)
    expect(
      (await program.post(`/procedures/${procedure}/editions/1/in-force`, { from: '2026-11-20', reason: 'Ya saja' }))
        .status,
    ).toBe(403)
    expect((await office.visitor().get(`/services/${procedure}`)).status).toBe(404)
  },
)
