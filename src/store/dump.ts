// Reads everything that this database holds, as one snapshot: the tables of MIPP and of its queue, row by row.
import type { Readable } from 'node:stream'
import pg from 'pg'
import { copyOut } from './copy.ts'
import { MIGRATION_LOCK } from './migrate.ts'

export type DumpTable = { schema: string; name: string; columns: string[] }
export type DumpSequence = { schema: string; name: string; last: string }

export type DumpFacts = {
  server: string
  isDemo: boolean
  /** Numbered SQL files that it has had, in their order. */
  migrations: { name: string; sha256: string }[]
  /** How far the queue's own schema was. */
  queueMigration: number
  /** The newest daily root of each agency. */
  roots: { agency: string; day: string; root: string }[]
}

export type Dump = {
  facts: DumpFacts
  tables: DumpTable[]
  /** The rows in PostgreSQL's text format; one table after the other. */
  rowsOf: (table: DumpTable) => Readable
  /** Read last, so that none is behind the rows. */
  sequences: () => Promise<DumpSequence[]>
  /** The file behind every paper, some thousand at a time. */
  paperFiles: () => AsyncGenerator<string[]>
}

/** @param ownerUrl the owner sees all agencies; anybody else is refused by PostgreSQL, never answered in part */
export const inDump = async <T>(ownerUrl: string, work: (dump: Dump) => Promise<T>): Promise<T> => {
  const client = new pg.Client({
    connectionString: ownerUrl,
    application_name: 'mipp_backup',
    options: '-c timezone=UTC -c row_security=off -c client_encoding=UTF8',
  })
  client.on('error', () => undefined)
  await client.connect()
  try {
    // A migration that runs is waited for, and one that wants to begin waits before it has locked a table.
    await client.query('select pg_advisory_lock_shared($1)', [MIGRATION_LOCK])
    await client.query('begin isolation level repeatable read read only')
    const tables = await readTables(client)
    const statements = new Map(tables.map(({ copy, ...table }) => [nameOf(table), copy]))
    return await work({
      facts: await readFacts(client),
      tables: tables.map(({ copy: _, ...table }) => table),
      rowsOf: (table) => copyOut(client, statements.get(nameOf(table)) ?? ''),
      sequences: () => readSequences(client),
      paperFiles: () => readPaperFiles(client),
    })
  } finally {
    await client.end()
  }
}

const nameOf = ({ schema, name }: Pick<DumpTable, 'schema' | 'name'>): string => `${schema}.${name}`

/** Which migrations there were is a fact of its own; the new schema writes these tables itself. */
const NOT_DATA = ['public.migration', 'graphile_worker.migrations']

/** A job that somebody is at is nobody's in the copy: its worker does not come along. */
const readTables = async (client: pg.Client): Promise<(DumpTable & { copy: string })[]> => {
  const { rows } = await client.query<DumpTable & { copy: string }>(
    `select n.nspname as schema, c.relname as name, array_agg(a.attname::text order by a.attnum) as columns,
       format('copy (select %s from %I.%I) to stdout', string_agg(
         case when n.nspname = 'graphile_worker' and a.attname in ('locked_at', 'locked_by') then 'null' else format('%I', a.attname) end,
         ', ' order by a.attnum), n.nspname, c.relname) as copy
     from pg_class c
     join pg_namespace n on n.oid = c.relnamespace
     join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
     where n.nspname in ('public', 'graphile_worker') and c.relkind in ('r', 'p') and not c.relispartition
       and n.nspname || '.' || c.relname <> all ($1::text[])
       and not exists (select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')
     group by n.nspname, c.relname order by n.nspname, c.relname`,
    [NOT_DATA],
  )
  return rows
}

const readFacts = async (client: pg.Client): Promise<DumpFacts> => {
  const { rows } = await client.query<DumpFacts>(
    `select current_setting('server_version') as server,
       coalesce((select is_demo from installation), false) as "isDemo",
       (select jsonb_agg(jsonb_build_object('name', name, 'sha256', sha256) order by name) from migration) as migrations,
       (select max(id) from graphile_worker.migrations) as "queueMigration",
       coalesce((select jsonb_agg(jsonb_build_object('agency', agency, 'day', on_day, 'root', root) order by agency) from (
         select distinct on (agency) agency, on_day, root from daily_root order by agency, on_day desc) as newest), '[]') as roots`,
  )
  const [facts] = rows
  if (!facts) throw new Error('The database did not answer')
  return facts
}

const readSequences = async (client: pg.Client): Promise<DumpSequence[]> => {
  const { rows } = await client.query<DumpSequence>(
    `select schemaname as schema, sequencename as name, last_value::text as last from pg_sequences
     where schemaname in ('public', 'graphile_worker') and last_value is not null order by 1, 2`,
  )
  return rows
}

async function* readPaperFiles(client: pg.Client): AsyncGenerator<string[]> {
  await client.query('declare paper_file no scroll cursor for select distinct sha256 from paper')
  for (;;) {
    const { rows } = await client.query<{ sha256: string }>('fetch 5000 from paper_file')
    if (rows.length === 0) return
    yield rows.map((row) => row.sha256)
  }
}
