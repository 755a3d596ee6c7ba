// A PostgreSQL with the settings of every day, one dossier that the program took in, and as many copies of it as are asked for.
import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { startEmbeddedPostgres } from '../../src/main/embedded-postgres.ts'
import { projectRoot } from '../../src/main/root.ts'
import { ensureInstallation } from '../../src/store/installation.ts'
import { migrate } from '../../src/store/migrate.ts'
import { mustFind } from '../support/office.ts'
import { takeIn } from './take-in.ts'

export type Worker = { run: (job: string, now: string, payload?: object) => Promise<number>; kill: () => Promise<void> }

export type Stage = {
  ask: <T extends pg.QueryResultRow>(sql: string, values?: unknown[]) => Promise<T[]>
  /** Copies numbered from..to of the dossier that was taken in. */
  copy: (from: number, to: number) => Promise<void>
  worker: () => Promise<Worker>
  stop: () => Promise<void>
}

/** @param now when the dossiers are taken in */
export const openStage = async (now: string): Promise<Stage> => {
  const folder = await mkdtemp(join(tmpdir(), 'mipp-clocks-'))
  const server = await startEmbeddedPostgres({ folder })
  await migrate({ ownerUrl: server.url, root: projectRoot() })
  await ensureInstallation(server.url, { isDemo: true })
  const first = await takeIn(server.url, folder, now)
  const client = new pg.Client({ connectionString: server.url })
  await client.connect()
  const children: ChildProcess[] = []
  return {
    ask: async (sql, values = []) => (await client.query(sql, values)).rows,
    copy: async (from, to) => {
      for (const sql of COPIES) await client.query(sql, [first.dossier, first.task, from, to])
      await client.query('analyze')
    },
    worker: async () => {
      const child = fork(join(import.meta.dirname, 'worker.ts'), [server.url, folder])
      children.push(child)
      await once(child, 'message')
      return {
        run: async (job, at, payload = {}) => {
          child.send({ job, now: at, payload })
          const ended = once(child, 'exit').then(() => [{ seconds: Number.NaN }])
          const [{ seconds }] = await Promise.race([once(child, 'message'), ended])
          return seconds
        },
        kill: async () => {
          child.kill('SIGKILL')
          await once(child, 'exit')
        },
      }
    },
    stop: async () => {
      for (const child of children) if (child.connected) child.disconnect()
      await Promise.all(children.map((child) => (child.exitCode ?? child.signalCode) === null && once(child, 'exit')))
      await client.end()
      await server.stop()
      await rm(folder, { recursive: true })
    },
  }
}

/** The chain of a copy is that of its model: nothing here looks at hashes of the past, and what is added is chained as always. */
const COPIES = [
  `insert into dossier select (jsonb_populate_record(d, jsonb_build_object(
      'dossier', md5('d' || n)::uuid, 'number', 'UKUR/' || n, 'tracking_code', 'UKUR' || n))).*
    from dossier d, generate_series($3::int, $4::int) as n where d.dossier = $1 and $2::uuid is not null`,
  `insert into event select (jsonb_populate_record(e, jsonb_build_object(
      'dossier', md5('d' || n)::uuid, 'payload', replace(e.payload, $2::text, md5('t' || n)::uuid::text)))).*
    from event e, generate_series($3::int, $4::int) as n where e.dossier = $1`,
  `insert into task select (jsonb_populate_record(t, jsonb_build_object(
      'dossier', md5('d' || n)::uuid, 'task', md5('t' || n)::uuid))).*
    from task t, generate_series($3::int, $4::int) as n where t.dossier = $1 and t.task = $2::uuid`,
  `insert into timer select (jsonb_populate_record(m, jsonb_build_object('dossier', md5('d' || n)::uuid,
      'clock', case when m.task is null then m.clock else md5('t' || n)::uuid::text end,
      'task', case when m.task is null then null else md5('t' || n)::uuid end))).*
    from timer m, generate_series($3::int, $4::int) as n where m.dossier = $1 and $2::uuid is not null`,
]

export const only = <T>(rows: readonly T[]): T => mustFind(rows[0])
