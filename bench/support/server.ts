// The PostgreSQL of a filled office as it is measured: durable, its processor counted, asked directly as its owner.
import pg from 'pg'
import { cpuSecondsOfTree, parentOf } from './cpu.ts'

export type Measured = {
  /** Of the owner of the database. */
  url: string
  version: string
  /** The process under which all others of the server stand. */
  pid: number
  /** Seconds of processor that the whole server has used so far. */
  cpuSeconds: () => Promise<number>
  ask: <T extends pg.QueryResultRow>(text: string, values?: unknown[]) => Promise<T[]>
  close: () => Promise<void>
}

export const measuredServer = async (url: string): Promise<Measured> => {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const ask: Measured['ask'] = async (text, values) => (await client.query(text, values)).rows
  await mustBeDurable(ask)
  const [row] = await ask<{ pid: number; version: string }>(
    `select pg_backend_pid() as pid, current_setting('server_version') as version`,
  )
  const pid = parentOf(row?.pid ?? 0)
  const cpuSeconds = async () => {
    await untilGone(ask)
    return cpuSecondsOfTree(pid)
  }
  return { url, version: row?.version ?? '', pid, cpuSeconds, ask, close: () => client.end() }
}

/** What an ended backend has used is counted with the server only when the server has noticed its end. */
const untilGone = async (ask: Measured['ask']): Promise<void> => {
  for (;;) {
    const [row] = await ask<{ count: number }>(
      `select count(*)::int as count from pg_stat_activity where application_name = 'pgbench'`,
    )
    if (row?.count === 0) break
  }
  await new Promise((done) => setTimeout(done, NOTICED_MS))
}

const NOTICED_MS = 100

/** A figure without fsync would flatter us. */
const mustBeDurable = async (ask: Measured['ask']): Promise<void> => {
  const settings = await ask<{ name: string; setting: string }>(
    `select name, setting from pg_settings where name in ('fsync', 'synchronous_commit', 'full_page_writes')`,
  )
  const hasty = settings.filter(({ setting }) => setting !== 'on').map(({ name }) => name)
  if (hasty.length > 0) throw new Error(`Not durable: ${hasty.join(', ')}`)
}
