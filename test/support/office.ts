// A whole demo office inside the test: real database, worker, pages over HTTP, stand-ins that really answer.
import { randomBytes, randomUUID } from 'node:crypto'
import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { DestinationStream } from 'pino'
import type { Catalogue } from '../../src/core/agency/catalogue.ts'
import { loadCatalogue } from '../../src/main/catalogue.ts'
import { catalogueFolder } from '../../src/main/catalogue-folder.ts'
import { readConfig } from '../../src/main/config.ts'
import { createLog } from '../../src/main/log.ts'
import { projectRoot } from '../../src/main/root.ts'
import { type Patience, startServer } from '../../src/main/server.ts'
import { type Office, type OfficeOptions, openOffice } from '../../src/main/wiring.ts'
import { startWork, type WorkOptions } from '../../src/main/work.ts'
import { ensureInstallation } from '../../src/store/installation.ts'
import { beginSession } from '../../src/store/sessions.ts'
import { createDemoDatabase, createTestDatabase } from './database.ts'
import { Visit } from './visit.ts'

export type TestOffice = {
  office: Office
  port: number
  /** Address of an agency's pages; its host is sent in the Host header. */
  url: string
  ownerUrl: string
  dataFolder: string
  /** Somebody without a session. */
  visitor: (agency?: string) => Visit
  /** Signed in under a role of the demo, e.g. `pemohon`, `pelaksana`, `kepala-dinas`. */
  as: (role: string, agency?: string) => Promise<Visit>
  /** Until the queue has nothing that could run now. */
  jobsDone: () => Promise<void>
  stop: () => Promise<void>
}

export type TestOfficeOptions = Partial<
  Pick<OfficeOptions, 'now' | 'ports' | 'signing' | 'mail' | 'scanner' | 'pause' | 'databasePatience'>
> & {
  /** Where the log goes, e.g. `logBook()` of this folder; else nowhere. */
  logTo?: DestinationStream
  work?: WorkOptions
  isDemo?: boolean
  catalogue?: string
  env?: Record<string, string>
  /** Without a worker jobs stay queued. */
  works?: boolean
  /** How long the server waits for a request. */
  patience?: Patience
  /** A database and a data folder that are there, and stay: e.g. restored ones. It is prepared already. */
  on?: { ownerUrl: string; dataFolder: string }
  /** How the office reaches its database, e.g. over a line that can be cut. */
  reach?: (databaseUrl: string) => Promise<string>
}

export const startOffice = async (options: TestOfficeOptions = {}): Promise<TestOffice> => {
  const { isDemo = true, catalogue, env = {}, works = true, work, logTo, reach, patience, on, ...given } = options
  // A clock or a catalogue of its own: then what the first start writes is part of the test.
  const isUsual = isDemo && !catalogue && !given.now && !env.MIPP_PUBLIC_URL && !env.MIPP_CATALOGUE
  const place = on ? { ...on, remove: async () => undefined } : await newPlace(isDemo, isUsual)
  const { ownerUrl, dataFolder } = place
  // One public address belongs to one agency: then the others are left out.
  const folder = catalogue ?? (env.MIPP_PUBLIC_URL ? await catalogueOf(dataFolder, 'demak') : undefined)
  const config = readConfig(
    {
      MIPP_DATA: dataFolder,
      ...(folder ? { MIPP_CATALOGUE: folder } : {}),
      MIPP_LOG_LEVEL: process.env.MIPP_TEST_LOG ?? 'silent',
      ...env,
    },
    projectRoot(),
  )
  const log = logTo ? createLog('info', logTo) : createLog(config.logLevel)
  const databaseUrl = reach ? await reach(ownerUrl) : ownerUrl
  const office = await openOffice({
    config: { ...config, port: 0 },
    databaseUrl,
    log,
    pause: noPause,
    ...(isUsual ? { catalogue: await usualCatalogue() } : {}),
    ...given,
  })
  const working = works ? await startWork(databaseUrl, office.tools, log, { isTimed: false, ...work }) : null
  const server = await startServer(office, { host: '127.0.0.1', port: 0, ...(patience ? { patience } : {}) })
  const hostOf = (agency: string) => `${agency}.localhost:${server.port}`
  return {
    office,
    port: server.port,
    url: `http://127.0.0.1:${server.port}`,
    ownerUrl,
    dataFolder,
    visitor: (agency = 'demak') => new Visit(server.port, hostOf(agency), null),
    as: async (role, agency = 'demak') => new Visit(server.port, hostOf(agency), await signIn(office, agency, role)),
    jobsDone: () => untilIdle(ownerUrl),
    stop: async () => {
      await server.stop()
      await working?.stop()
      await office.close()
      await place.remove()
    },
  }
}

let read: Promise<Catalogue> | undefined
/** Of the project, read once for all tests of a process. */
const usualCatalogue = (): Promise<Catalogue> => {
  read ??= loadCatalogue(catalogueFolder({ env: {}, cwd: projectRoot() }))
  return read
}

const newPlace = async (isDemo: boolean, isUsual: boolean) => {
  const { ownerUrl, drop } = await (isUsual ? createDemoDatabase() : createTestDatabase())
  await ensureInstallation(ownerUrl, { isDemo })
  const dataFolder = await mkdtemp(join(tmpdir(), 'mipp-office-'))
  const remove = async () => {
    await drop()
    await rm(dataFolder, { recursive: true, force: true })
  }
  return { ownerUrl, dataFolder, remove }
}

/** A catalogue with one agency alone, in a folder of the test. @returns its path */
export const catalogueOf = async (inFolder: string, agency: string): Promise<string> => {
  const folder = join(inFolder, 'catalogue')
  for (const part of [agency, 'letters'])
    await cp(join(projectRoot(), 'catalogue', part), join(folder, part), { recursive: true })
  return folder
}

/** A session as signing in makes it, without the page. */
const signIn = async (office: Office, agency: string, role: string): Promise<{ token: string; csrf: string }> => {
  const { store } = office
  const now = office.tools.now()
  const row = await store.inAgency(agency, (db) =>
    db
      .selectFrom('person')
      .select('person')
      .where('agency', '=', agency)
      .where('demo_role', '=', role)
      .executeTakeFirstOrThrow(),
  )
  const token = randomBytes(32).toString('base64url')
  const csrf = randomUUID()
  const expiresAt = new Date(Date.parse(now) + 8 * 3600_000).toISOString()
  await beginSession(store, agency, { token, person: row.person, csrf, now, expiresAt })
  return { token, csrf }
}

const POLL_MS = 40

/** Nobody watches the time here. */
const noPause = async (): Promise<void> => undefined

/** Asks the queue itself: jobs that wait for a later try do not count. */
const untilIdle = async (url: string): Promise<void> => {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    for (;;) {
      const result = await client.query<{ waiting: number }>(
        'select count(*)::int as waiting from graphile_worker.jobs where run_at <= now() and attempts < max_attempts',
      )
      if (result.rows[0]?.waiting === 0) return
      await new Promise((resolve) => setTimeout(resolve, POLL_MS))
    }
  } finally {
    await client.end()
  }
}
