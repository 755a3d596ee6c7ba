// A migrated database of its own for a test file, cloned from the template of the run.

import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { inject } from 'vitest'

export type TestDatabase = {
  ownerUrl: string
  /** Steps down to the role of the app: it owns nothing and sees one agency at a time. */
  appUrl: string
  workerUrl: string
  drop: () => Promise<void>
}

export function createTestDatabase(): Promise<TestDatabase> {
  return create(`template ${inject('templateDatabase')}`)
}

/** With the catalogue and the people of the demo, as its first start leaves it. */
export function createDemoDatabase(): Promise<TestDatabase> {
  return create(`template ${inject('demoDatabase')}`)
}

/** Without any schema, as `createdb` makes it. */
export function createEmptyDatabase(): Promise<TestDatabase> {
  return create('')
}

async function create(from: string): Promise<TestDatabase> {
  const server = inject('databaseServerUrl')
  const name = `mipp_test_${randomBytes(6).toString('hex')}`
  await ask(server, `create database ${name} ${from}`)
  return {
    ownerUrl: urlOf(server, name),
    appUrl: urlOf(server, name, 'mipp_app'),
    workerUrl: urlOf(server, name, 'mipp_worker'),
    drop: async () => {
      await untilLeft(server, name)
      await ask(server, `drop database ${name} with (force)`).catch((fault: unknown) => {
        if (!isTendedByVacuum(fault)) throw fault
        return ask(server, `drop database ${name}`)
      })
    },
  }
}

const LEAVING_MS = 300

/** A pool says that it has ended while its connections are still saying goodbye; thrown out then, they cry out to nobody. */
async function untilLeft(server: string, name: string): Promise<void> {
  const client = new pg.Client({ connectionString: server })
  await client.connect()
  const until = performance.now() + LEAVING_MS
  try {
    for (;;) {
      const { rowCount } = await client.query('select from pg_stat_activity where datname = $1', [name])
      if (!rowCount || performance.now() > until) return
      await new Promise((resolve) => setTimeout(resolve, 10))
    }
  } finally {
    await client.end()
  }
}

/** Only the head of the server may force an autovacuum out; to a drop without force it gives way by itself. */
const isTendedByVacuum = (fault: unknown): boolean => fault instanceof pg.DatabaseError && fault.code === '42501'

function urlOf(server: string, database: string, role?: string): string {
  const url = new URL(server)
  url.pathname = `/${database}`
  if (role !== undefined) url.searchParams.set('options', `-c role=${role}`)
  return url.href
}

async function ask(server: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: server })
  await client.connect()
  await client.query(statement).finally(() => client.end())
}
