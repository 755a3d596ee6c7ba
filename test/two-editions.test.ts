// Editions published while the office runs: seen by every process, on the right day, and never by a dossier that has begun.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Instant } from '../src/core/clock/instant.ts'
import { putInForce, ratifySource } from '../src/store/edition-acts.ts'
import { aProcedure } from '../src/store/editions.fixture.ts'
import { startOffice, type TestOffice } from './support/office.ts'

const AGENCY = 'demak'

let now: Instant = '2026-11-20T02:12:00.000Z'
let one: TestOffice
let other: TestOffice

beforeAll(async () => {
  one = await startOffice({ works: false, now: () => now })
  const on = { ownerUrl: one.ownerUrl, dataFolder: one.dataFolder }
  other = await startOffice({ on, works: false, now: () => now })
})
afterAll(async () => {
  await other.stop()
  await one.stop()
})

const publish = async (procedure: string, edition: string, from: string, title: string) => {
  const { store } = one.office
  const by = { person: null, now }
  const source = aProcedure(edition, { procedure, title })
  await ratifySource(store, AGENCY, { procedure, edition, source, post: 'kepala-dinas', decree: '1/2026' }, by)
  const days = { procedure, edition, from, today: '2026-11-20', reason: '1/2026' }
  expect(await putInForce(store, AGENCY, days, by)).toEqual({ ok: true })
}

const titles = async (office: TestOffice): Promise<string> => (await office.visitor().get('/')).text

describe('an edition published on one server', () => {
  test('is on the pages and in the API of the other at once, without a restart', async () => {
    const procedure = `alat-${randomUUID().slice(0, 8)}`
    for (const office of [one, other]) expect(await titles(office)).not.toContain('Peminjaman Alat Ukur')
    await publish(procedure, '1', '2026-11-20', 'Peminjaman Alat Ukur')
    for (const office of [other, one]) {
      expect(await titles(office)).toContain('Peminjaman Alat Ukur')
      const asked = await office.visitor().get(`/api/v1/procedures/${procedure}`)
      expect(JSON.parse(await asked.text)).toMatchObject({ edition: '1', inForce: true })
    }
    await publish(procedure, '2', '2026-11-21', 'Peminjaman Alat Kantor')
    for (const office of [other, one]) expect(await titles(office)).not.toContain('Peminjaman Alat Kantor')
  })

  test("begins at the midnight of the agency's own day, not at that of the server", async () => {
    const procedure = `alat-${randomUUID().slice(0, 8)}`
    await publish(procedure, '1', '2026-11-20', 'Cetak Lama')
    await publish(procedure, '2', '2026-11-21', 'Cetak Baru')
    now = '2026-11-20T16:59:59.000Z'
    for (const office of [one, other]) expect(await titles(office)).toContain('Cetak Lama')
    now = '2026-11-20T17:00:00.000Z'
    for (const office of [one, other]) {
      expect(await titles(office)).toContain('Cetak Baru')
      expect(await titles(office)).not.toContain('Cetak Lama')
    }
    now = '2026-11-20T02:12:00.000Z'
  })
})
