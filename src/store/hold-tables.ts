// Takes all tables for a migration at once, or none: one that waits for a table in its midst meets somebody who waits for it.
import type pg from 'pg'

/** Somebody whose transaction has a table of MIPP. */
export type Holder = { name: string; pid: number; since: string }

export class TablesInUse extends Error {
  readonly holders: Holder[]

  constructor(holders: Holder[]) {
    super(`The tables are in use: ${holders.map(({ name, pid }) => `${name} (pid ${pid})`).join(', ')}`)
    this.name = 'TablesInUse'
    this.holders = holders
  }
}

/**
 * Whoever comes after us waits as long as we do. After a second (`deadlock_timeout`) PostgreSQL would look among those who wait
 * for us for somebody to throw out.
 */
const WAIT_MS = 500
/** Then they all go first. */
const PAUSE_MS = 1000

/**
 * Begins a transaction that has the tables to itself.
 * @throws TablesInUse when somebody has not let them go by then
 */
export const beginWithTables = async (client: pg.Client, patienceMs: number): Promise<void> => {
  const until = performance.now() + patienceMs
  for (;;) {
    if (await tryToBegin(client)) return
    if (performance.now() > until) throw new TablesInUse(await holdersOf(client))
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS))
  }
}

const tryToBegin = async (client: pg.Client): Promise<boolean> => {
  await client.query('begin')
  try {
    await client.query(`set local statement_timeout = ${WAIT_MS}`)
    await client.query(LOCK_ALL)
    await client.query('set local statement_timeout = 0')
    return true
  } catch (error) {
    await client.query('rollback')
    if (error instanceof Error && 'code' in error && WAITED.includes(String(error.code))) return false
    throw error
  }
}

/** Cancelled by the timeout, or by PostgreSQL for somebody else. */
const WAITED = ['57014', '40P01', '55P03']

/** Only our own: the owner may have more in this schema than MIPP does. */
const OURS = `select c.oid from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
  and not c.relispartition and pg_has_role(c.relowner, 'usage')`

const LOCK_ALL = `do $$
  declare
    all_tables text := (select string_agg(oid::regclass::text, ', ' order by oid) from (${OURS}) as ours);
  begin
    if all_tables is not null then execute 'lock table ' || all_tables || ' in access exclusive mode'; end if;
  end $$`

const holdersOf = async (client: pg.Client): Promise<Holder[]> => {
  const { rows } = await client.query<Holder>(
    `select distinct coalesce(nullif(a.application_name, ''), a.backend_type) as name, a.pid, a.xact_start::text as since
     from pg_locks l join pg_stat_activity a using (pid)
     where l.granted and l.relation in (${OURS}) and l.database = (select oid from pg_database where datname = current_database())
       and a.pid <> pg_backend_pid()
     order by since`,
  )
  return rows
}
