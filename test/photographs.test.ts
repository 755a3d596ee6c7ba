// A photograph on its way into a dossier: kept without its place, unless its field asks for evidence.
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { placeTaken } from '../src/adapters/pictures/exif.ts'
import { telephonePhoto } from '../src/adapters/pictures/photographs.fixture.ts'
import { readProcedure } from '../src/core/procedure/read.ts'
import { buildAssets } from '../src/main/build.ts'
import { takeUploads } from '../src/web/fields/uploads.ts'
import type { Services } from '../src/web/services.ts'
import { applyFor } from './support/apply.ts'
import { startOffice, type TestOffice } from './support/office.ts'

let office: TestOffice
let services: Services
beforeAll(async () => {
  office = await startOffice({ works: false })
  services = await office.office.services(await buildAssets(), () => office.port)
})
afterAll(() => office.stop())

test('that is attached has lost its place, and stands upright', async () => {
  const pemohon = await office.as('pemohon')
  const walk = await applyFor(office, pemohon, 'foto-lapangan')
  const photo = { field: 'file', name: 'lapangan.jpg', type: 'image/jpeg', bytes: telephonePhoto() }
  const sent = await pemohon.post(`/mine/${walk.id}/attach`, { act: 'attach', key: crypto.randomUUID(), note: '' }, [
    photo,
  ])
  expect(sent.status).toBe(303)
  const paper = (await walk.see()).attachments[0]?.paper
  expect(paper?.place).toBeUndefined()
  const kept = await pemohon.get(`/mine/${walk.id}/papers/${paper?.id}`)
  expect(kept.headers['content-type']).toBe('image/jpeg')
  expect(placeTaken(kept.bytes)).toBeNull()
  expect(kept.bytes.includes('Exif')).toBe(false)

  const pelaksana = await office.as('pelaksana')
  const list = `/dossiers/${walk.id}/papers/${paper?.id}/pages/1.png?size=small`
  expect((await pelaksana.get(`/dossiers/${walk.id}`)).text).toContain(list)
  const [small, again] = [await pelaksana.get(list), await pelaksana.get(list)]
  expect([small.status, small.headers['content-type']]).toEqual([200, 'image/jpeg'])
  expect(again.bytes.equals(small.bytes)).toBe(true)
  expect(
    (await readdir(join(office.dataFolder, 'cache/pictures'))).filter((name) =>
      name.startsWith(`${paper?.sha256}-small`),
    ),
  ).toHaveLength(1)
  expect((await office.visitor().get(list)).status).not.toBe(200)
})

const PROCEDURE = `procedure: uji-foto
edition: '1'
title: Uji
actors: { warga: { label: Warga, is: applicant } }
form:
  - group: foto
    label: Foto
    fields:
      - { field: bukti, type: file, paper: bukti, label: Bukti, keepsLocation: true, maxFiles: 2, maxBytes: 100000 }
      - { field: biasa, type: file, paper: biasa, label: Biasa }
steps:
  - { step: ajukan, actor: warga, act: submit, activity: Mengajukan, time: ~ }
`

test('in a field that asks for evidence is kept as it was taken with its place; and each field keeps its limits', async () => {
  const read = readProcedure(PROCEDURE)
  if (!read.ok) throw new Error(JSON.stringify(read))
  const bytes = telephonePhoto()
  const kept = await services.intake.put([bytes], { maxBytes: 1_000_000 })
  if (!kept.ok) throw new Error(kept.reason.en)
  const one = (field: string, more = {}) => ({ field, name: 'a.jpg', refused: null, ...kept.value, ...more })
  const files = [one('bukti'), one('bukti'), one('biasa')]
  const taken = await takeUploads(services, { procedure: read.procedure }, { values: {}, files }, [])
  expect(taken.faults).toEqual([])
  const [bukti, , biasa] = taken.files.map(({ paper }) => paper)
  expect(bukti).toMatchObject({ ...kept.value, place: { latitude: -6.894167, longitude: 110.638611 } })
  expect(biasa?.sha256).not.toBe(kept.value.sha256)
  expect(biasa?.place).toBeUndefined()
  const more = { values: {}, files: [...files, one('bukti'), one('biasa', { bytes: 11_000_000 })] }
  const refused = await takeUploads(services, { procedure: read.procedure }, more, [])
  expect(refused.faults.map(({ field, sentence }) => [field, sentence.id])).toEqual([
    ['bukti', expect.stringContaining('paling banyak 2 berkas')],
    ['biasa', expect.stringContaining('paling besar 10,5 MB')],
  ])
  const [first] = taken.files
  const removal = { values: { 'bukti.remove': [first?.paper.id ?? ''] }, files: [] }
  const left = await takeUploads(services, { procedure: read.procedure }, removal, taken.files)
  expect(left.files.map(({ field }) => field)).toEqual(['bukti', 'biasa'])
})
