// Puts the rows of a backup into a fresh schema: all of them in one transaction, or none.
import pg from 'pg'
import type { Instant } from '../core/clock/instant.ts'
import { copyIn } from './copy.ts'
import type { DumpSequence, DumpTable } from './dump.ts'

export type Refill = {
  tables: (DumpTable & { rows: number })[]
  sequences: DumpSequence[]
  rowsOf: (table: DumpTable) => AsyncIterable<Uint8Array>
  now: Instant
  progress: (line: string) => void
}

/** No tables of anybody, and no queue. */
export const isEmptyDatabase = (ownerUrl: string): Promise<boolean> =>
  asOwner(ownerUrl, async (client) => {
    const { rowCount } = await client.query(
      `select from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where c.relkind in ('r', 'p') and n.nspname not in ('pg_catalog', 'information_schema') and n.nspname not like 'pg\\_%' limit 1`,
    )
    return rowCount === 0
  })

/** Until the rows are in, nothing starts on this database: the mark goes in the transaction that brings them. */
export const markUnfinished = (ownerUrl: string): Promise<void> =>
  asOwner(ownerUrl, async (client) => {
    await client.query('create table restore_unfinished (begun_at timestamptz not null)')
    await client.query(`comment on table restore_unfinished is 'A restore began here and did not end.'`)
  })

/** @throws Error when a table has not as many rows as the backup says, or its shape is another */
export const refill = (ownerUrl: string, { tables, sequences, rowsOf, now, progress }: Refill): Promise<void> =>
  asOwner(ownerUrl, async (client) => {
    await client.query('begin')
    // Checked row by row they would hold a note for each row in memory; put back at the end they are one look.
    const references = await dropReferences(client)
    // What triggers would write is in the backup itself.
    await setTriggers(client, 'disable')
    await emptyTables(client)
    for (const table of tables) {
      const rows = await copyIn(client, await copyStatement(client, table), rowsOf(table))
      if (rows !== table.rows) throw new Error(`${table.name}: ${rows} rows came in, the backup has ${table.rows}`)
      if (rows > 100_000) progress(`${table.name}: ${rows} baris / rows`)
    }
    for (const { schema, name, last } of sequences)
      await client.query('select setval(format($$%I.%I$$, $1::text, $2::text)::regclass, $3::bigint)', [
        schema,
        name,
        last,
      ])
    await endSessions(client, now)
    await setTriggers(client, 'enable')
    for (const reference of references) await client.query(reference)
    await client.query('drop table restore_unfinished')
    await client.query('commit')
    await client.query('analyze')
  })

/** Pieces of files that had not come whole are in no backup: their senders begin anew. */
export const forgetUnfinished = (ownerUrl: string): Promise<void> =>
  asOwner(ownerUrl, async (client) => {
    await client.query('delete from upload_arriving')
  })

const asOwner = async <T>(ownerUrl: string, work: (client: pg.Client) => Promise<T>): Promise<T> => {
  const client = new pg.Client({
    connectionString: ownerUrl,
    application_name: 'mipp_restore',
    options: '-c timezone=UTC -c row_security=off -c client_encoding=UTF8',
  })
  client.on('error', () => undefined)
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

/** @returns statements, written by PostgreSQL itself, that put them back */
const dropReferences = async (client: pg.Client): Promise<string[]> => {
  const { rows } = await client.query<{ drop: string; add: string }>(
    `select format('alter table %s drop constraint %I', k.conrelid::regclass, k.conname) as drop,
       format('alter table %s add constraint %I %s', k.conrelid::regclass, k.conname, pg_get_constraintdef(k.oid)) as add
     from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
     where k.contype = 'f' and k.conparentid = 0 and n.nspname = 'public' order by k.oid`,
  )
  for (const { drop } of rows) await client.query(drop)
  return rows.map(({ add }) => add)
}

const setTriggers = async (client: pg.Client, way: 'disable' | 'enable'): Promise<void> => {
  const { rows } = await client.query<{ statement: string }>(
    `select distinct format('alter table %s %s trigger user', t.tgrelid::regclass, $1::text) as statement
     from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_namespace n on n.oid = c.relnamespace
     where not t.tgisinternal and n.nspname = 'public'`,
    [way],
  )
  for (const { statement } of rows) await client.query(statement)
}

/** A migration may have written rows of its own; the backup has them too. */
const emptyTables = async (client: pg.Client): Promise<void> => {
  const { rows } = await client.query<{ truncate: string }>(
    `select format('truncate %I.%I', n.nspname, c.relname) as truncate
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind in ('r', 'p') and not c.relispartition and n.nspname in ('public', 'graphile_worker')
       and c.relname not in ('migration', 'migrations', 'restore_unfinished')`,
  )
  for (const { truncate } of rows) await client.query(truncate)
}

const copyStatement = async (client: pg.Client, { schema, name, columns }: DumpTable): Promise<string> => {
  const { rows } = await client.query<{ statement: string }>(
    `select format('copy %I.%I (%s) from stdin', $1::text, $2::text,
       (select string_agg(format('%I', one), ', ' order by place) from unnest($3::text[]) with ordinality as c (one, place))) as statement`,
    [schema, name, columns],
  )
  return rows[0]?.statement ?? ''
}

/** Who was signed in then, or had asked for a new password, may have been sent away since: everybody signs in again. */
const endSessions = async (client: pg.Client, now: Instant): Promise<void> => {
  await client.query('update session set ended_at = $1 where ended_at is null', [now])
  await client.query(`update account_token set used_at = $1 where used_at is null and purpose = 'password-reset'`, [
    now,
  ])
}
