// Brings a database up to this version: numbered SQL files, forward only, under one lock, each in its own transaction.
import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { runMigrations } from 'graphile-worker'
import pg from 'pg'
import type { Instant } from '../core/clock/instant.ts'
import { beginWithTables } from './hold-tables.ts'

export type MigrateOptions = {
  ownerUrl: string
  root: string
  now?: () => Instant
  log?: (line: string) => void
  /** Only up to this file: a backup goes into the schema that it came from. */
  upTo?: string
  /** How long whoever uses the tables is let pass. */
  patienceMs?: number
}

/** Arbitrary but fixed: only one process migrates a database at a time; a backup holds it shared. */
export const MIGRATION_LOCK = 7_064_2026

/** @returns names of the migrations applied now */
export const migrate = async (options: MigrateOptions): Promise<string[]> => {
  const {
    ownerUrl,
    root,
    log = () => undefined,
    upTo,
    now = () => new Date().toISOString(),
    patienceMs = 60_000,
  } = options
  const client = new pg.Client({ connectionString: ownerUrl, application_name: 'mipp_migrate' })
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK])
    await runMigrations({ connectionString: ownerUrl })
    await client.query(
      `create table if not exists migration (name text primary key, sha256 text not null, applied_at timestamptz not null)`,
    )
    await client.query(`comment on table migration is 'Which numbered SQL files this database has had.'`)
    const names = (await migrationFiles(root)).filter((name) => upTo === undefined || name <= upTo)
    const applied = await applyMissing(client, { folder: join(root, FOLDER), names, log, now, patienceMs })
    await forbidTemporary(client)
    return applied
  } finally {
    await client.end()
  }
}

const FOLDER = 'src/store/migrations'

/** In the order in which they are applied. */
export const migrationFiles = async (root: string): Promise<string[]> =>
  (await readdir(join(root, FOLDER))).filter((file) => file.endsWith('.sql')).sort()

type Files = {
  folder: string
  names: string[]
  log: (line: string) => void
  now: () => Instant
  patienceMs: number
}

/**
 * PostgreSQL lets everybody make temporary tables, and such a one hides a real one of its name. At every start, because
 * neither a copy nor a restored backup brings the rights on the database along; where it belongs to somebody else, theirs stay.
 */
const forbidTemporary = async (client: pg.Client): Promise<void> => {
  await client.query(`do $$ begin
    execute format('revoke temporary on database %I from public', current_database());
  exception when insufficient_privilege then null;
  end $$`)
}

const applyMissing = async (client: pg.Client, { folder, names, log, now, patienceMs }: Files): Promise<string[]> => {
  const known = await client.query<{ name: string; sha256: string }>('select name, sha256 from migration')
  const applied: string[] = []
  for (const name of names) {
    const text = await readFile(join(folder, name), 'utf8')
    const sha256 = createHash('sha256').update(text).digest('hex')
    const before = known.rows.find((row) => row.name === name)
    if (before && before.sha256 !== sha256) {
      throw new Error(
        `Migration ${name} was changed after it had been applied. Migrations are forward only: add a new file.`,
      )
    }
    if (before) continue
    await beginWithTables(client, patienceMs)
    await applyOne(client, text, { name, sha256, at: now() })
    log(name)
    applied.push(name)
  }
  return applied
}

type Applied = { name: string; sha256: string; at: Instant }

/** In the transaction that has begun. */
const applyOne = async (client: pg.Client, text: string, { name, sha256, at }: Applied): Promise<void> => {
  try {
    await client.query(text)
    await client.query('insert into migration (name, sha256, applied_at) values ($1, $2, $3)', [name, sha256, at])
    await client.query('commit')
  } catch (error) {
    await client.query('rollback').catch(() => undefined)
    throw new Error(`Migration ${name} failed: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    })
  }
}
