// The built-in database: PostgreSQL from npm, on the loopback, with its data in one folder that one MIPP owns at a time.

import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { access, mkdir, readFile, rename, rm, stat, truncate, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join, resolve } from 'node:path'
import pg from 'pg'
import { z } from 'zod'
import { type Binaries, findBinaries } from './embedded-postgres/binaries.ts'
import { type FolderLock, isLocked, lockFolder } from './embedded-postgres/folder-lock.ts'
import { type Guarded, runGuarded } from './embedded-postgres/guard.ts'
import { stopOrphan } from './embedded-postgres/orphan.ts'
import { settings } from './embedded-postgres/settings.ts'
import { becomeUnprivileged, handOver, type Unprivileged } from './embedded-postgres/unprivileged.ts'
import { OperatorError } from './operator-error.ts'

export type EmbeddedPostgres = {
  /** Of the owner: may make roles and databases, is no superuser, just as on a server of the office's own. */
  url: string
  /** Settles when the server has ended, by itself or because it was stopped. */
  ended: Promise<void>
  stop: () => Promise<void>
}

type Options = {
  folder: string
  log?: (line: string) => void
  /** Only for tests: faster, and a power cut may cost the data. */
  unsafe?: boolean
  /** Only for tests: one that stays the same over a restart, in place of any free one. */
  port?: number
  /** Only for tests: how long it may take to stop in good order before it is stopped at once; whole seconds. */
  patienceSeconds?: number
  /** Only for tests: the programs of another version than the one from npm. */
  binaries?: Binaries
}

type Secrets = { superuser: string; owner: string }

const Secrets = z.object({ superuser: z.string(), owner: z.string() })
const LOG_LIMIT_BYTES = 20_000_000
const PORT_TRIES = 5
/** A big one writes much to the disk while it stops. */
const PATIENCE_SECONDS = 60

/** @throws OperatorError when another MIPP runs on the folder, or the server cannot start */
export async function startEmbeddedPostgres(options: Options): Promise<EmbeddedPostgres> {
  const folder = resolve(options.folder)
  const log = options.log ?? (() => {})
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const lock = await lockFolder(folder)
  if (lock === undefined) throw inUse(folder)
  try {
    return await startLocked({ ...options, folder, log }, lock)
  } catch (fault) {
    await lock.release()
    throw fault
  }
}

/**
 * The address of the database that a running MIPP has started on this folder, for short commands beside it; nothing
 * when none runs. One that is just starting is waited for.
 */
export async function findRunningPostgres(folder: string): Promise<string | undefined> {
  while (await isLocked(folder).catch(() => false)) {
    const url = await readFile(join(folder, 'running-url'), 'utf8').catch(() => '')
    if (url !== '') return url
    await new Promise((done) => setTimeout(done, 50))
  }
  return undefined
}

async function startLocked(options: Required<Pick<Options, 'folder' | 'log'>> & Options, lock: FolderLock) {
  const { folder, log } = options
  const place = { folder, cluster: join(folder, 'cluster'), runningUrl: join(folder, 'running-url') }
  await rm(place.runningUrl, { force: true })
  const binaries = options.binaries ?? (await findBinaries())
  const by = await becomeUnprivileged()
  const secrets = await readSecrets(folder)
  await initialise(place, { binaries, by, secrets, log })
  await checkVersion(place.cluster, binaries.major)
  const patienceSeconds = options.patienceSeconds ?? PATIENCE_SECONDS
  await stopOrphan(place.cluster, { log, patienceSeconds })
  await handOver(folder, by)
  const { server, port } = await startServer(place, {
    binaries,
    by,
    unsafe: options.unsafe ?? false,
    wanted: options.port,
    patienceSeconds,
  })
  await makeOwner(port, secrets)
  const url = `postgres://mipp:${secrets.owner}@127.0.0.1:${port}/mipp`
  await writeFile(`${place.runningUrl}.new`, url, { mode: 0o600 })
  await rename(`${place.runningUrl}.new`, place.runningUrl)
  const stop = async () => {
    await rm(place.runningUrl, { force: true })
    await server.stop()
    await lock.release()
  }
  return { url, ended: server.ended, stop }
}

async function readSecrets(folder: string): Promise<Secrets> {
  const file = join(folder, 'secrets.json')
  const stored = await readFile(file, 'utf8').catch(() => undefined)
  if (stored !== undefined) return Secrets.parse(JSON.parse(stored))
  const secrets = { superuser: randomBytes(24).toString('hex'), owner: randomBytes(24).toString('hex') }
  await writeFile(`${file}.new`, JSON.stringify(secrets), { mode: 0o600 })
  await rename(`${file}.new`, file)
  return secrets
}

type Place = { folder: string; cluster: string }
type Ground = { binaries: Binaries; by: Unprivileged }

/** Made beside and renamed, so that an interrupted first start leaves nothing half-made. */
async function initialise(place: Place, ground: Ground & { secrets: Secrets; log: (line: string) => void }) {
  const isThere = await access(join(place.cluster, 'PG_VERSION')).then(
    () => true,
    () => false,
  )
  if (isThere) return
  ground.log('Menyiapkan pangkalan data ... / Preparing the database ...')
  const fresh = `${place.cluster}.new`
  const passwordFile = join(fresh, '..', 'password.new')
  await rm(fresh, { recursive: true, force: true })
  await mkdir(fresh, { mode: 0o700 })
  await writeFile(passwordFile, ground.secrets.superuser, { mode: 0o600 })
  await handOver(place.folder, ground.by)
  const collation = collationOf(Number(ground.binaries.major))
  const entrance = ['--username=postgres', `--pwfile=${passwordFile}`, '--auth=scram-sha-256']
  await run([ground.binaries.initdb, `--pgdata=${fresh}`, ...collation, ...entrance], ground)
  await rm(passwordFile)
  await rename(fresh, place.cluster)
}

/** PostgreSQL's own C.UTF-8, since 17, sorts alike on every machine; before that the one of the system does. */
function collationOf(major: number): string[] {
  const own = ['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C']
  return ['--encoding=UTF8', ...(major >= 17 ? own : ['--locale=C.UTF-8'])]
}

function environment({ lib }: Binaries): Record<string, string> {
  const always = { PATH: process.env.PATH ?? '', LC_ALL: 'C', TZ: 'UTC' }
  return lib === undefined ? always : { ...always, LD_LIBRARY_PATH: lib }
}

function run(words: string[], ground: Ground): Promise<void> {
  const [program = '', ...args] = [...ground.by.prefix, ...words]
  return new Promise((done, fail) => {
    const env = environment(ground.binaries)
    const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'], env, ...ground.by.user })
    let said = ''
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += chunk))
    child.once('error', fail)
    child.once('close', (code) => (code === 0 ? done() : fail(notStarted(said))))
  })
}

async function checkVersion(cluster: string, major: string): Promise<void> {
  const stored = (await readFile(join(cluster, 'PG_VERSION'), 'utf8')).trim()
  if (stored === major) return
  throw new OperatorError(
    `Data di ${cluster} dibuat oleh PostgreSQL ${stored}, sedangkan yang terpasang versi ${major}. Pindahkan data dengan cadangan (lihat docs/operations.md).`,
    `The data in ${cluster} were made by PostgreSQL ${stored}, but version ${major} is installed. Move them by a backup (see docs/operations.md).`,
  )
}

type Wanted = { unsafe: boolean; wanted: number | undefined; patienceSeconds: number }

async function startServer(place: Place, ground: Ground & Wanted) {
  const logFile = join(place.folder, 'postgres.log')
  const logSize = await stat(logFile).then(
    (file) => file.size,
    () => 0,
  )
  if (logSize > LOG_LIMIT_BYTES) await truncate(logFile)
  // Between finding a free port and taking it somebody else may take it: then another one is tried.
  for (let attempt = 1; ; attempt++) {
    const port = ground.wanted ?? (await findFreePort())
    const words = [ground.binaries.postgres, '-D', place.cluster, ...settings(port, ground.unsafe)]
    const { by, binaries, patienceSeconds } = ground
    const server = await runGuarded(words, { ...by, env: environment(binaries), logFile, patienceSeconds })
    if (await isReady(place.cluster, server)) return { server, port }
    const tail = (await readFile(logFile, 'utf8')).split('\n').slice(-12).join('\n')
    if (attempt === PORT_TRIES || !tail.includes('could not bind')) throw notStarted(tail)
  }
}

function findFreePort(): Promise<number> {
  const server = createServer()
  return new Promise((done, fail) => {
    server.once('error', fail)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => (address !== null && typeof address === 'object' ? done(address.port) : fail()))
    })
  })
}

/** The server writes its state into the eighth line of this file, as `pg_ctl` reads it too. */
async function isReady(cluster: string, server: Guarded): Promise<boolean> {
  while (!server.hasEnded()) {
    const lines = await readFile(join(cluster, 'postmaster.pid'), 'utf8').catch(() => '')
    if (lines.split('\n')[7]?.trim() === 'ready') return true
    await Promise.race([server.ended, new Promise((done) => setTimeout(done, 15))])
  }
  return false
}

async function makeOwner(port: number, secrets: Secrets): Promise<void> {
  const client = new pg.Client({
    host: '127.0.0.1',
    port,
    user: 'postgres',
    password: secrets.superuser,
    database: 'postgres',
  })
  await client.connect()
  try {
    const roles = await client.query("select from pg_roles where rolname = 'mipp'")
    // A role's password cannot be a parameter; it is hexadecimal by its making.
    if (roles.rowCount === 0)
      await client.query(`create role mipp login createdb createrole password '${secrets.owner}'`)
    const databases = await client.query("select from pg_database where datname = 'mipp'")
    if (databases.rowCount === 0) await client.query('create database mipp owner mipp')
  } finally {
    await client.end()
  }
}

const inUse = (folder: string) =>
  new OperatorError(
    `MIPP lain sedang berjalan dengan data di ${folder}. Hentikan yang itu dahulu, atau pilih folder lain dengan MIPP_DATA.`,
    `Another MIPP is running on the data in ${folder}. Stop that one first, or choose another folder with MIPP_DATA.`,
  )

const notStarted = (said: string) =>
  new OperatorError(
    `PostgreSQL bawaan tidak dapat dijalankan. Katanya:\n${said.trim()}`,
    `The built-in PostgreSQL cannot start. It says:\n${said.trim()}`,
  )
