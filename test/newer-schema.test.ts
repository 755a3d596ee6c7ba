// A new version is put in while the old one serves: one process migrates at a time, and whoever is too old says so.
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { prepareDatabase } from '../src/main/prepare-database.ts'
import { projectRoot } from '../src/main/root.ts'
import { migrate } from '../src/store/migrate.ts'
import { mipp } from './support/command-line.ts'
import { createEmptyDatabase } from './support/database.ts'
import { startOffice, type TestOffice } from './support/office.ts'
import { wordsOf } from './support/visit.ts'
import { subdomainForm, submitted, toTechnician } from './support/walk.ts'

let office: TestOffice
/** A program of tomorrow, with one file more. */
let tomorrow: string

beforeAll(async () => {
  office = await startOffice()
  tomorrow = await mkdtemp(join(tmpdir(), 'mipp-tomorrow-'))
  const folder = 'src/store/migrations'
  await cp(join(projectRoot(), folder), join(tomorrow, folder), { recursive: true })
  const change = `alter table dossier add column tomorrow text; comment on table dossier is 'Changed.';`
  await writeFile(join(tomorrow, folder, '9998-tomorrow.sql'), change)
})
afterAll(async () => {
  await office.stop()
  await rm(tomorrow, { recursive: true })
})

const asOwner = async (sql: string): Promise<void> => {
  const client = new pg.Client({ connectionString: office.ownerUrl })
  await client.connect()
  await client.query(sql).finally(() => client.end())
}

test('two processes that start at once do not both migrate', async () => {
  const empty = await createEmptyDatabase()
  try {
    const runs = await Promise.all([1, 2, 3].map(() => migrate({ ownerUrl: empty.ownerUrl, root: projectRoot() })))
    expect(runs.filter((applied) => applied.length > 0)).toHaveLength(1)
  } finally {
    await empty.drop()
  }
})

test('the old version goes on while the new one migrates, is no longer ready, and says plainly when it cannot go on', async () => {
  const pemohon = await office.as('pemohon')
  const walks = [1, 2, 3].map(async (one) => {
    const walk = await submitted(office, subdomainForm(`lama${one}`))
    await toTechnician(walk)
    await walk.finish({ mode: 'system' })
    return walk
  })
  expect((await office.visitor().get('/readyz')).status).toBe(200)
  expect(await migrate({ ownerUrl: office.ownerUrl, root: tomorrow })).toEqual(['9998-tomorrow.sql'])
  for (const walk of await Promise.all(walks)) {
    await office.jobsDone()
    expect((await walk.task()).step).toBe('surat-akun')
    expect((await pemohon.get(`/mine/${walk.id}`)).status).toBe(200)
  }
  const ready = await office.visitor().get('/readyz')
  expect([ready.status, JSON.parse(ready.text)]).toEqual([503, { ok: false, why: 'outdated' }])
  await asOwner('alter function find_session rename to find_session_of_tomorrow')
  const page = await pemohon.get('/mine')
  await asOwner('alter function find_session_of_tomorrow rename to find_session')
  expect(page.status).toBe(503)
  expect(wordsOf(page.text)).toContain('Sistem sedang diperbarui')
  expect(wordsOf(page.text)).toContain(String(page.headers['x-request-id']))
  expect((await pemohon.get('/mine')).status).toBe(200)
})

test('an older program on a newer schema does not start, and says what to do', async () => {
  const says = { says: { id: expect.stringContaining('Program ini lebih lama daripada pangkalan datanya') } }
  await expect(prepareDatabase(office.ownerUrl, true, () => undefined)).rejects.toMatchObject(says)
  const env = { DATABASE_URL: office.ownerUrl, MIPP_DATA: office.dataFolder }
  const worker = await mipp(['work'], env)
  expect(worker.code).toBe(1)
  expect(worker.err).toContain('9998-tomorrow.sql')
})
