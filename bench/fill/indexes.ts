// Takes keys, indexes and triggers off the tables before they are filled and puts them back after: building once is far quicker
// than keeping them up row by row.
import type pg from 'pg'

type Piece = { table: string; name: string; kind: 'constraint' | 'index'; definition: string }

export const withoutIndexes = async (
  client: pg.Client,
  tables: readonly string[],
  { work, say }: { work: () => Promise<void>; say: (what: string) => void },
): Promise<void> => {
  const pieces = (await client.query<Piece>(PIECES, [tables])).rows
  // Foreign keys first: they lean on the keys.
  for (const { table, name, kind } of pieces.toReversed()) {
    await client.query(
      kind === 'index' ? `drop index ${quoted(name)}` : `alter table ${quoted(table)} drop constraint ${quoted(name)}`,
    )
  }
  for (const table of tables) await client.query(`alter table ${quoted(table)} disable trigger user`)
  await work()
  for (const table of tables) await client.query(`alter table ${quoted(table)} enable trigger user`)
  await client.query("set maintenance_work_mem = '1GB'; set max_parallel_maintenance_workers = 2")
  for (const { table, name, kind, definition } of pieces) {
    say(name)
    await client.query(
      kind === 'index' ? definition : `alter table ${quoted(table)} add constraint ${quoted(name)} ${definition}`,
    )
  }
}

/** Names come from the catalogue of the database, never from outside. */
const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`

/** Keys, then indexes, then foreign keys: those of other tables that lean on these keys as well. */
const PIECES = `select * from (
    select k.conrelid::regclass::text as table, k.conname as name, 'constraint' as kind, pg_get_constraintdef(k.oid) as definition,
      case k.contype when 'f' then 3 else 1 end as place
    from pg_constraint k where k.conparentid = 0 and (k.contype in ('p', 'u', 'f') and k.conrelid::regclass::text = any($1)
      or k.contype = 'f' and k.confrelid::regclass::text = any($1))
    union all
    select i.indrelid::regclass::text, i.indexrelid::regclass::text, 'index', pg_get_indexdef(i.indexrelid), 2
    from pg_index i where i.indrelid::regclass::text = any($1)
    and not exists (select from pg_constraint k where k.conindid = i.indexrelid and k.contype in ('p', 'u'))
  ) as piece order by place, name`
