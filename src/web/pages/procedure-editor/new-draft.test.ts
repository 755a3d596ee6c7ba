// A draft begun on the page: from nothing, or from the edition before.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startOffice, type TestOffice } from '../../../../test/support/office.ts'
import { fieldValue, type Visit, wordsOf } from '../../../../test/support/visit.ts'
import { listProcedureDrafts, readProcedureDraft } from '../../../store/procedure-drafts.ts'

const PATH = '/procedures/drafts/new'

let office: TestOffice
let keeper: Visit

beforeAll(async () => {
  office = await startOffice({ works: false })
  keeper = await office.as('admin')
})
afterAll(() => office.stop())

const drafts = () => listProcedureDrafts(office.office.store, 'demak')

test('a procedure of a new name begins with its applicant, its first step and a question, without faults', async () => {
  const draft = fieldValue((await keeper.get(PATH)).text, 'draft') ?? ''
  const fields = { draft, title: 'Peminjaman Ruang Rapat', edition: '2027-01' }
  const made = await keeper.post(PATH, fields)
  expect(made.location).toBe(`/procedures/peminjaman-ruang-rapat/drafts/${draft}?part=steps`)
  expect(wordsOf((await keeper.get(made.location)).text)).toContain('dapat disahkan')
  // Sent twice it is made once.
  await keeper.post(PATH, fields)
  expect((await drafts()).filter((one) => one.draft === draft)).toHaveLength(1)
  const twin = await keeper.post(PATH, { ...fields, draft: randomUUID() })
  expect(twin.location).toContain('/procedures/peminjaman-ruang-rapat-2/drafts/')
})

test('the next edition has the text of the one before, comments and all', async () => {
  const draft = randomUUID()
  const from = 'subdomain-hosting@2025-05'
  expect(wordsOf((await keeper.get(`${PATH}?from=${from}`)).text)).toContain(
    'Edisi baru: Permohonan Subdomain dan Hosting',
  )
  await keeper.post(PATH, { draft, from, edition: '2027-01' })
  const made = await readProcedureDraft(office.office.store, 'demak', draft)
  expect(made).toMatchObject({ procedure: 'subdomain-hosting', edition: '2027-01', base: '2025-05' })
  expect(made?.source).toContain('replaces: subdomain-hosting@2025-05')
  expect(made?.source).toContain('# SOP DINKOMINFO/03/13.')
})

test('without a title, under a strange name, or under the name that it has, nothing is begun', async () => {
  const before = await drafts()
  const draft = randomUUID()
  for (const fields of [
    { title: 'x', edition: '1' },
    { title: 'Prosedur', edition: 'Edisi Satu' },
    { from: 'subdomain-hosting@2025-05', edition: '2025-05' },
  ])
    expect((await keeper.post(PATH, { draft, ...fields })).status).toBe(422)
  expect(await drafts()).toEqual(before)
})

test.each(['pemohon', 'pelaksana'])('%s begins none', async (role) => {
  const visit = await office.as(role)
  expect((await visit.get(PATH)).status).toBe(404)
  expect((await visit.post(PATH, { draft: randomUUID(), title: 'Prosedur', edition: '1' })).status).toBe(404)
})
