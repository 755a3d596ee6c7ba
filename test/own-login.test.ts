// An office gives MIPP a login of its own for its work: the whole job runs, and nothing of it could become the owner.
import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ensureInstallation } from '../src/store/installation.ts'
import { mipp } from './support/command-line.ts'
import { createTestDatabase, type TestDatabase } from './support/database.ts'
import { startOffice } from './support/office.ts'
import { subdomainForm, submitted, toTechnician } from './support/walk.ts'

const LOGIN = `mipp_login_${randomBytes(4).toString('hex')}`
const PASSWORD = randomBytes(12).toString('hex')

let database: TestDatabase
let dataFolder: string
let owner: pg.Client
let appUrl: string

beforeAll(async () => {
  database = await createTestDatabase()
  await ensureInstallation(database.ownerUrl, { isDemo: true })
  dataFolder = await mkdtemp(join(tmpdir(), 'mipp-login-'))
  owner = new pg.Client({ connectionString: database.ownerUrl })
  await owner.connect()
  await owner.query(`create role ${LOGIN} login noinherit password '${PASSWORD}'`)
  const url = new URL(database.ownerUrl)
  url.username = LOGIN
  url.password = PASSWORD
  appUrl = url.href
})
afterAll(async () => {
  await owner.query(`drop role ${LOGIN}`)
  await owner.end()
  await database.drop()
  await rm(dataFolder, { recursive: true })
})

/** What the operator reads who starts a worker with this login. */
const refusalOf = async (login: string) => {
  const env = { DATABASE_URL: database.ownerUrl, MIPP_APP_DATABASE_URL: login, MIPP_DATA: dataFolder }
  const { code, err } = await mipp(['work'], env)
  expect(code).toBe(1)
  return err
}

test('a login that has not been given the roles is refused at the start, with what to do', async () => {
  const said = await refusalOf(appUrl)
  expect(said).toContain(`grant mipp_app, mipp_worker to ${LOGIN};`)
  expect(said).not.toContain(PASSWORD)
})

test('a login that could become the owner is refused: it would only look safe', async () => {
  expect(await refusalOf(database.ownerUrl)).toContain('protects nothing')
})

test('pages and jobs work through the login alone; the owner only reads the queue', async () => {
  await owner.query(`grant mipp_app, mipp_worker to ${LOGIN}`)
  const office = await startOffice({
    on: { ownerUrl: database.ownerUrl, dataFolder },
    env: { MIPP_APP_DATABASE_URL: appUrl },
  })
  try {
    const walk = await submitted(office, subdomainForm('arsip'))
    await toTechnician(walk)
    await walk.finish({ mode: 'system' })
    await office.jobsDone()
    expect((await walk.see()).tasks.find(({ step }) => step === 'buat')?.outcome).toBe('finished')
    expect((await (await office.as('pelaksana')).get(`/dossiers/${walk.id}`)).status).toBe(200)
    const { rows } = await owner.query<{ application_name: string; usename: string }>(
      `select distinct application_name, usename from pg_stat_activity
       where datname = current_database() and pid <> pg_backend_pid() and application_name like 'mipp%' order by 1`,
    )
    const logins = Object.fromEntries(rows.map((row) => [row.application_name, row.usename]))
    expect(logins).toMatchObject({ mipp_app: LOGIN, mipp_live: LOGIN, mipp_worker: LOGIN })
    expect(Object.keys(logins).filter((name) => logins[name] !== LOGIN)).toEqual(['mipp_queue', 'mipp_queue_watch'])
  } finally {
    await office.stop()
  }
})
