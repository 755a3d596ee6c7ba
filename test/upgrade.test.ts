// From the first schema to this one: a backup is taken by itself, the request under way goes on, and the backup can be restored.
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterEach, beforeEach, expect, onTestFinished, test } from 'vitest'
import { projectRoot } from '../src/main/root.ts'
import { ensureInstallation } from '../src/store/installation.ts'
import { migrate } from '../src/store/migrate.ts'
import { mipp } from './support/command-line.ts'
import { createEmptyDatabase, type TestDatabase } from './support/database.ts'
import { startOffice } from './support/office.ts'
import { subdomainForm, submitted, toTechnician, walkOf } from './support/walk.ts'

/** The last file of the schema that the office in the test comes from. */
const OLD = '0004-roles.sql'

let database: TestDatabase
let dataFolder: string
let env: Record<string, string>
beforeEach(async () => {
  database = await createEmptyDatabase()
  dataFolder = await mkdtemp(join(tmpdir(), 'mipp-upgrade-'))
  env = { DATABASE_URL: database.ownerUrl, MIPP_DATA: dataFolder }
})
afterEach(async () => {
  await database.drop()
  await rm(dataFolder, { recursive: true })
})

/** An office of the old schema with one request at the technician. @returns its identity */
const oldOffice = async (): Promise<string> => {
  await migrate({ ownerUrl: database.ownerUrl, root: projectRoot(), upTo: OLD })
  await ensureInstallation(database.ownerUrl, { isDemo: true })
  const office = await startOffice({ on: { ownerUrl: database.ownerUrl, dataFolder }, works: false })
  const walk = await submitted(office, subdomainForm('arsip'))
  await toTechnician(walk)
  await walk.finish({ mode: 'system' })
  await office.stop()
  await sealAsThen()
  return walk.id
}

/** A daily root as the old program made it: over the heads of all dossiers at its moment. */
const sealAsThen = async () => {
  const client = new pg.Client({ connectionString: database.ownerUrl })
  await client.connect()
  await client.query(
    `insert into daily_root (agency, on_day, dossiers, root, sealed_at)
     select 'demak', '2026-11-19', count(*), encode(sha256(convert_to(string_agg(dossier || ':' || version || ':' || head_hash || E'\\n', '' order by dossier), 'UTF8')), 'hex'), $1
     from dossier where agency = 'demak'`,
    [new Date().toISOString()],
  )
  await client.end()
}

const names = async (url = database.ownerUrl): Promise<string[]> => {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query<{ name: string }>('select name from migration order by name')
  await client.end()
  return rows.map((row) => row.name)
}

test('an office of the first schema is backed up and upgraded, and its request goes on; the backup can be restored', async () => {
  const id = await oldOffice()
  const { code, out } = await mipp(['migrate'], env)
  expect(code).toBe(0)
  expect(out).toContain('Mencadangkan dahulu')
  const [backup = ''] = await readdir(join(dataFolder, 'backups'))
  expect(out).toContain(join(dataFolder, 'backups', backup))

  const office = await startOffice({ on: { ownerUrl: database.ownerUrl, dataFolder } })
  await office.jobsDone()
  const walk = walkOf(office, 'demak', id)
  expect((await walk.see()).tasks.find(({ step }) => step === 'buat')?.outcome).toBe('finished')
  expect((await (await office.as('pelaksana')).get(`/dossiers/${id}`)).status).toBe(200)
  await office.stop()
  const verified = await mipp(['events', 'verify'], env)
  expect({ code: verified.code, out: verified.out }).toEqual({ code: 0, out: expect.stringContaining('1 akar harian') })

  const there = await createEmptyDatabase()
  onTestFinished(there.drop)
  const restored = await mipp(['restore', join(dataFolder, 'backups', backup)], {
    DATABASE_URL: there.ownerUrl,
    MIPP_DATA: join(dataFolder, 'anew'),
  })
  expect({ code: restored.code, out: restored.out }).toEqual({ code: 0, out: expect.stringContaining('utuh / whole') })
  expect(await names(there.ownerUrl)).toEqual(await names())
})

test('no backup is taken of a database that is new, that is up to date, or when the operator says so', async () => {
  expect((await mipp(['migrate', '--demo'], env)).out).not.toContain('Mencadangkan')
  expect((await mipp(['migrate'], env)).out).not.toContain('Mencadangkan')
  await expect(readdir(join(dataFolder, 'backups'))).rejects.toThrow('ENOENT')
  expect((await mipp(['migrate', '--no-backup', '--backup', dataFolder], env)).code).toBe(2)
})

test('without its backup the schema stays as it was; told to go on without one, it goes on', async () => {
  await oldOffice()
  const before = await names()
  const file = join(dataFolder, 'berkas')
  await writeFile(file, 'bukan folder')
  const { code, err } = await mipp(['migrate', '--backup', join(file, 'cadangan')], env)
  expect({ code, err }).toEqual({ code: 1, err: expect.stringContaining('tidak dapat ditulisi') })
  expect(await names()).toEqual(before)
  const without = await mipp(['migrate', '--no-backup', '--json'], env)
  expect(without.code).toBe(0)
  expect(JSON.parse(without.out)).toEqual({ isDemo: true })
  expect((await names()).length).toBeGreaterThan(before.length)
})
