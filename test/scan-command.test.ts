// mipp scan looks into what came before the scanner was set; and an office may refuse files while its scanner is away.
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createClamd } from '../src/adapters/scan/clamd.ts'
import { OUR_SAMPLE } from '../src/adapters/scan/samples.fixture.ts'
import { type StandInClamd, startStandInClamd } from '../src/adapters/scan/stand-in.fixture.ts'
import { applyFor, fillIn, typed, upload } from './support/apply.ts'
import { mipp } from './support/command-line.ts'
import { catalogueOf, startOffice, type TestOffice } from './support/office.ts'
import { wordsOf } from './support/visit.ts'
import { letterPdf } from './support/walk.ts'

let office: TestOffice
let scanner: StandInClamd
beforeAll(async () => {
  scanner = await startStandInClamd({ patterns: [{ name: 'Mipp.Contoh', bytes: OUR_SAMPLE }], mostBytes: 10_000_000 })
  office = await startOffice({ works: false })
})
afterAll(async () => {
  await office.stop()
  await scanner.stop()
})

const env = (more: Record<string, string> = {}) => ({
  DATABASE_URL: office.ownerUrl,
  MIPP_DATA: office.dataFolder,
  ...more,
})

test('papers that came without a scanner are scanned once, and the infected one is held from then on', async () => {
  const pemohon = await office.as('pemohon')
  const pdf = Buffer.from(await letterPdf())
  const infected = Buffer.concat([pdf.subarray(0, 9), Buffer.from(`%${OUR_SAMPLE}\n`), pdf.subarray(9)])
  await applyFor(office, pemohon, 'bersih')
  const walk = await applyFor(office, pemohon, 'kotor', {}, [upload(infected, 'kotor.pdf')])
  const unset = await mipp(['scan'], env())
  expect([unset.code, unset.err]).toEqual([1, expect.stringContaining('MIPP_CLAMD')])
  const MIPP_CLAMD = `127.0.0.1:${scanner.port}`
  const scanned = await mipp(['scan', '--json'], env({ MIPP_CLAMD }))
  expect(scanned.code).toBe(1)
  expect(JSON.parse(scanned.out)).toMatchObject({ clean: 1, infected: 1, missing: 0 })
  const paper = (await walk.see()).papers[0]?.id
  const held = await (await office.as('pelaksana')).get(`/dossiers/${walk.id}/papers/${paper}`)
  expect(wordsOf(held.text)).toContain('Berkas dikarantina')
  expect(wordsOf((await (await office.as('admin')).get('/quarantine')).text)).toContain('kotor.pdf')
  expect(JSON.parse((await mipp(['scan', '--json'], env({ MIPP_CLAMD }))).out)).toMatchObject({ clean: 0, infected: 0 })
})

test('an office that says so refuses files while its scanner is away; what was typed stays', async () => {
  const folder = await catalogueOf(office.dataFolder, 'demak')
  const file = join(folder, 'demak', 'agency.yaml')
  await writeFile(file, `${await readFile(file, 'utf8')}\nuploads: { whenScannerIsDown: refuse }\n`)
  await scanner.pause()
  const strict = await startOffice({
    works: false,
    catalogue: folder,
    scanner: createClamd({ address: { host: '127.0.0.1', port: scanner.port } }),
  })
  const visit = await strict.as('pemohon')
  const answer = await fillIn(visit, typed('ketat'), [upload(await letterPdf(), 'surat.pdf')])
  expect(answer.status).toBe(422)
  expect(wordsOf(answer.text)).toContain('Pemindai malware kantor sedang tidak dapat dihubungi')
  expect(answer.text).toContain('Laman arsip daerah')
  await scanner.resume()
  expect((await fillIn(visit, typed('ketat'), [upload(await letterPdf(), 'surat.pdf')])).status).toBe(303)
  await strict.stop()
})
