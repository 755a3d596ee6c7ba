// A migration wants the tables to itself, while the version before still uses them: nobody waits long, and nobody is thrown out.
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { inUseSentence } from '../src/main/in-use.ts'
import { projectRoot } from '../src/main/root.ts'
import { migrate } from '../src/store/migrate.ts'
import { startOffice, type TestOffice } from './support/office.ts'

let office: TestOffice
/** A program of tomorrow, whose file changes what everybody reads. */
let tomorrow: string

beforeAll(async () => {
  office = await startOffice({ works: false })
  tomorrow = await mkdtemp(join(tmpdir(), 'mipp-tomorrow-'))
  const folder = 'src/store/migrations'
  await cp(join(projectRoot(), folder), join(tomorrow, folder), { recursive: true })
  const change = 'alter table task add column tomorrow text; alter table dossier add column tomorrow text;'
  await writeFile(join(tomorrow, folder, '9998-tomorrow.sql'), change)
})
afterAll(async () => {
  await office.stop()
  await rm(tomorrow, { recursive: true })
})

/** Somebody of the version before, in the middle of a transaction that has read dossiers. */
const inTheMiddle = async () => {
  const client = new pg.Client({ connectionString: office.ownerUrl, application_name: 'laporan-bulanan' })
  await client.connect()
  onTestFinished(() => client.end())
  await client.query('begin')
  await client.query('select from dossier')
  return client
}

/** Until the migration stands in the queue for a table. */
const untilItWaits = async () => {
  const client = new pg.Client({ connectionString: office.ownerUrl })
  await client.connect()
  try {
    for (;;) {
      const { rowCount } = await client.query(
        `select from pg_locks l join pg_stat_activity a using (pid) where not l.granted and a.application_name = 'mipp_migrate'`,
      )
      if (rowCount) return
    }
  } finally {
    await client.end()
  }
}

test('told who has the tables and for how long, when they are not let go', async () => {
  const other = await inTheMiddle()
  const error = await migrate({ ownerUrl: office.ownerUrl, root: tomorrow, patienceMs: 700 }).catch((one) => one)
  expect(error.holders).toEqual([{ name: 'laporan-bulanan', pid: expect.any(Number), since: expect.any(String) }])
  expect(inUseSentence(error)).toEqual({
    id: expect.stringContaining(`laporan-bulanan (pid ${error.holders[0].pid}`),
    en: expect.stringContaining(`laporan-bulanan (pid ${error.holders[0].pid}`),
  })
  await other.query('rollback')
})

test('a migration lets pass whoever is in its way, holds up nobody behind it, and is done afterwards', async () => {
  const other = await inTheMiddle()
  const migrated = migrate({ ownerUrl: office.ownerUrl, root: tomorrow })
  await untilItWaits()
  expect((await (await office.as('pemohon')).get('/mine')).status).toBe(200)
  expect((await other.query('select from task')).command).toBe('SELECT')
  await other.query('commit')
  expect(await migrated).toEqual(['9998-tomorrow.sql'])
})
