// Drafts of procedures through the machine interface: the same table of permissions, the same care for what others saved.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { programOf } from '../../../test/support/api.ts'
import { startOffice, type TestOffice } from '../../../test/support/office.ts'
import { aProcedure } from '../../store/editions.fixture.ts'

let office: TestOffice

beforeAll(async () => {
  office = await startOffice({ works: false })
})
afterAll(() => office.stop())

test('a draft is begun, read with its faults, saved over what was read, and deleted with a reason', async () => {
  const keeper = await programOf(office, 'admin')
  const made = await keeper.post('/procedure-drafts', { source: aProcedure('1').replace('1 jam', 'lama') })
  expect(made.status).toBe(201)
  const path = `/procedure-drafts/${String(made.json.draft)}`
  const headers = { 'content-type': 'application/json' }
  const save = () =>
    keeper.send('PATCH', path, { body: JSON.stringify({ version: 1, source: aProcedure('1') }), headers })
  const read = await keeper.get(path)
  expect(read.json).toMatchObject({ version: 1 })
  expect(read.json.faults).toContainEqual(expect.objectContaining({ severity: 'error' }))
  expect((await save()).json).toMatchObject({ version: 2 })
  const late = await save()
  expect([late.status, late.json]).toEqual([412, expect.objectContaining({ code: 'changed-meanwhile' })])
  expect((await keeper.post(`${path}/delete`, { reason: 'Salah mulai' })).status).toBe(204)
  expect((await keeper.get(path)).status).toBe(404)
})

test.each(['pemohon', 'pelaksana'])('%s may do none of it', async (role) => {
  const program = await programOf(office, role)
  expect((await program.post('/procedure-drafts', { source: aProcedure('1') })).status).toBe(403)
})
