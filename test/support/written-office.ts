// An office written down as it is, for the upgrade tests of later releases: its rows as SQL, its files beside them.
import { cp, mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'

type Place = { ownerUrl: string; dataFolder: string }

/** Files of the office that its rows speak of, and what the stand-ins of this release remember. */
const FOLDERS = ['files', 'stand-in']
const ROWS = 'rows.sql'

/** Without the tables that say which migrations there were: whoever loads it has brought the schema to the same file. */
export const writeOffice = async ({ ownerUrl, dataFolder }: Place, folder: string): Promise<void> => {
  await mkdir(folder, { recursive: true })
  const rows = await asOwner(ownerUrl, async (client) => [...(await inserts(client)), ...(await sequences(client))])
  await writeFile(join(folder, ROWS), `${rows.join('\n')}\n`)
  for (const name of FOLDERS) await cp(join(dataFolder, name), join(folder, name), { recursive: true })
}

export const loadOffice = async ({ ownerUrl, dataFolder }: Place, folder: string): Promise<void> => {
  for (const name of FOLDERS) await cp(join(folder, name), join(dataFolder, name), { recursive: true })
  const rows = await readFile(join(folder, ROWS), 'utf8')
  await asOwner(ownerUrl, async (client) => {
    // What triggers would write is in the rows themselves.
    await setTriggers(client, 'disable')
    await client.query(rows)
    await setTriggers(client, 'enable')
    // The queue goes by the clock of the database: what could be done then can be done now, whatever the machine's year.
    await client.query('update graphile_worker._private_jobs set run_at = least(run_at, now())')
  })
}

/** In the order in which the tables were made, so that what is referred to is there first. */
const inserts = async (client: pg.Client): Promise<string[]> => {
  const { rows: tables } = await client.query<{ name: string; columns: string[] }>(
    `select format('%I.%I', n.nspname, c.relname) as name, array_agg(quote_ident(a.attname) order by a.attnum) as columns
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
       join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
     where c.relkind = 'r' and (n.nspname = 'public' and c.relname <> 'migration'
       or n.nspname = 'graphile_worker' and c.relname in ('_private_tasks', '_private_job_queues', '_private_jobs'))
     group by 1, c.oid order by c.oid`,
  )
  const statements: string[] = []
  for (const { name, columns } of tables) {
    const texts = columns.map((column) => `quote_nullable(${column}::text)`)
    const { rows } = await client.query<{ row: string }>(
      `select format('(%s)', concat_ws(', ', ${texts.join(', ')})) as row from ${name} order by ctid`,
    )
    if (rows.length === 0) continue
    const values = rows.map(({ row }) => row).join(',\n')
    statements.push(`insert into ${name} (${columns.join(', ')}) overriding system value values\n${values};`)
  }
  return statements
}

const sequences = async (client: pg.Client): Promise<string[]> => {
  const { rows } = await client.query<{ statement: string }>(
    `select format('select setval(%L, %s);', format('%I.%I', schemaname, sequencename), last_value) as statement
     from pg_sequences where schemaname in ('public', 'graphile_worker') and last_value is not null order by 1`,
  )
  return rows.map(({ statement }) => statement)
}

const setTriggers = async (client: pg.Client, way: 'disable' | 'enable'): Promise<void> => {
  const { rows } = await client.query<{ statement: string }>(
    `select distinct format('alter table %s %s trigger user', tgrelid::regclass, $1::text) as statement
     from pg_trigger where not tgisinternal and tgrelid in (select oid from pg_class where relnamespace = 'public'::regnamespace)`,
    [way],
  )
  for (const { statement } of rows) await client.query(statement)
}

const asOwner = async <T>(connectionString: string, work: (client: pg.Client) => Promise<T>): Promise<T> => {
  const client = new pg.Client({ connectionString, options: '-c timezone=UTC' })
  await client.connect()
  return work(client).finally(() => client.end())
}
