// The organisation from the command line, on a real database.
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { catalogueOf, startOffice, type TestOffice } from '../../../test/support/office.ts'
import { readOrganisation } from '../../store/organisation.ts'
import { readOrganisationJournal } from '../../store/organisation-journal.ts'
import type { Command } from '../command.ts'
import { organisationExport } from './organisation-export.ts'
import { organisationHolders } from './organisation-holders.ts'
import { organisationImport } from './organisation-import.ts'

let office: TestOffice
let folder: string
let catalogue: string

beforeAll(async () => {
  office = await startOffice({ works: false })
  catalogue = await catalogueOf(office.dataFolder, 'demak')
  folder = await mkdtemp(join(tmpdir(), 'mipp-tables-'))
})
afterAll(async () => {
  await office.stop()
  await rm(folder, { recursive: true })
})

const run = async (command: Pick<Command, 'run'>, ...args: string[]) => {
  const [out, err]: [string[], string[]] = [[], []]
  const env = { DATABASE_URL: office.ownerUrl, MIPP_CATALOGUE: catalogue }
  const io = { out: (line: string) => out.push(line), err: (line: string) => err.push(line), env, cwd: folder }
  return { code: await command.run(['--agency', 'demak', ...args], io), out, err: err.join('\n') }
}
const units = async () => (await readOrganisation(office.office.store, 'demak')).units.map((one) => one.unit)

test('five tables are written, and change nothing when they come back', async () => {
  expect((await run(organisationExport, '--to', 'tabel')).code).toBe(0)
  const files = await readdir(join(folder, 'tabel'))
  expect(files).toHaveLength(5)
  expect(await readFile(join(folder, 'tabel', 'jabatan.csv'), 'utf8')).toContain('kabid-aptika;Kepala Bidang')
  const back = await run(organisationImport, ...files.map((file) => join('tabel', file)))
  expect(back.code).toBe(0)
  expect(new Set(back.out.map((line) => line.split('  ')[1]))).toEqual(new Set(['unchanged']))
})

test('a table is only looked at, until it is told to be written; what is refused is never', async () => {
  await writeFile(join(folder, 'satuan.csv'), 'satuan;nama;jenis;atasan\narsip;Seksi Arsip;tim;dinas\n')
  expect((await run(organisationImport, 'satuan.csv')).out).toEqual(['satuan.csv:2  new  Seksi Arsip'])
  const [line] = JSON.parse((await run(organisationImport, 'satuan.csv', '--json')).out.join('\n'))
  expect(line).toMatchObject({ file: 'satuan.csv', line: 2, verdict: 'new', what: 'Seksi Arsip' })
  expect(await units()).not.toContain('arsip')
  expect((await run(organisationImport, 'satuan.csv', '--write')).code).toBe(0)
  expect(await units()).toContain('arsip')
  const [entry] = await readOrganisationJournal(office.office.store, 'demak', { subject: 'arsip' })
  expect(entry).toMatchObject({ by: null, reason: 'CSV: satuan.csv' })
  await writeFile(join(folder, 'buruk.csv'), 'satuan;nama;jenis;atasan\nlain;Lain;tim;pusat\n')
  expect(await run(organisationImport, 'buruk.csv', '--write')).toMatchObject({ code: 1 })
  expect((await run(organisationImport, 'tiada.csv')).err).toContain('tidak dapat dibaca')
  expect((await run(organisationImport, 'satuan.csv', '--write', '--dry-run')).code).toBe(2)
})

test('accounts are invited on the page alone', async () => {
  const people = 'surel;nama;jabatan;kedudukan;mulai\nbaru@uji.example;Orang Baru;sekretaris;plh;2026-12-01\n'
  await writeFile(join(folder, 'orang.csv'), people)
  expect((await run(organisationImport, 'orang.csv', '--write')).err).toContain(
    'Unggah berkasnya di halaman Organisasi',
  )
})

test('each step is told with its holder on a day', async () => {
  const { out } = await run(organisationHolders, '--procedure', 'subdomain-hosting')
  expect(out.join('\n')).toMatch(/satu orang \/ one person {2}Kepala Dinas {2}Pejabat Kepala Dinas/)
  const before = await run(organisationHolders, '--procedure', 'subdomain-hosting', '--on', '2020-01-01')
  expect(before.out.join('\n')).toContain('TIDAK ADA / NOBODY')
  expect((await run(organisationHolders, '--on', '2026-02-30')).code).toBe(2)
  expect((await run(organisationHolders, '--procedure', 'raja')).code).toBe(1)
})
