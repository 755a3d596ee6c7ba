// Every row that pages read is what the events make of it: taken away, made anew from the events, compared, and put back.
import type pg from 'pg'
import { agencyNamed, type Catalogue, type OfficeFiles, officeOfFiles } from '../../src/core/agency/catalogue.ts'
import type { Dossier } from '../../src/core/dossier/dossier.ts'
import { evolve } from '../../src/core/dossier/evolve.ts'
import { project } from '../../src/core/dossier/project.ts'
import { insist } from './contradiction.ts'
import type { History } from './histories.ts'

/** What waits goes with its task, so it is kept first. */
const TABLES = ['waiting', 'task', 'agenda', 'paper', 'register_item', 'rating'] as const

/** Within a transaction, of which it leaves nothing; nobody else may write meanwhile. */
export const checkRows = async (
  client: pg.Client,
  { catalogue, agency, histories }: { catalogue: Catalogue; agency: string; histories: readonly History[] },
): Promise<void> => {
  const data = agencyNamed(catalogue, agency)
  if (!data) throw new Error(`The catalogue has no agency ${agency}`)
  await client.query('savepoint as_it_was')
  try {
    for (const table of TABLES) {
      await client.query(`create temp table kept_${table} on commit drop as select * from ${table}`)
      await client.query(`delete from ${table}`)
    }
    for (const history of histories) await projectAnew(client, data, history)
    for (const table of TABLES) {
      const { rows } = await client.query<{ row: unknown; side: string }>(differing(table))
      insist(rows.length === 0, `${table} is not what the events say: ${JSON.stringify(rows)}`)
    }
  } finally {
    await client.query('rollback to savepoint as_it_was')
  }
}

const projectAnew = async (client: pg.Client, data: OfficeFiles, history: History): Promise<void> => {
  const { dossier, number, clientName, transitions } = history
  const { agency, editions } = data
  const office = officeOfFiles(data)
  const edition = editions.find(
    ({ procedure }) => procedure.procedure === history.procedure && procedure.edition === history.edition,
  )
  if (!edition) throw new Error(`No edition for ${number}`)
  const { procedure } = edition
  let before: Dossier | null = null
  let last: Record<string, unknown> = {}
  for (const { events } of transitions) {
    const after: Dossier | null = events.reduce<Dossier | null>((state, event) => evolve(dossier, state, event), before)
    if (!after) throw new Error(`${number} has no events`)
    const now = events[0]?.at ?? ''
    const rows = project({ agency: agency.agency, procedure, office, clientName, before, after, events, now })
    await client.query('select project_change($1, $2)', [agency.agency, JSON.stringify({ ...rows, jobs: [] })])
    before = after
    last = rows.dossier
  }
  const { rows } = await client.query(DOSSIER, [agency.agency, dossier, JSON.stringify(last)])
  insist(rows[0]?.same === true, `The row of ${number} is not what its events say: ${JSON.stringify(rows[0])}`)
}

const DOSSIER = `
  select to_jsonb(d) - 'head_hash' = to_jsonb(jsonb_populate_record(null::dossier, $3)) - 'head_hash' as same,
    to_jsonb(d) as stored, $3::jsonb as made
  from dossier d where d.agency = $1 and d.dossier = $2`

/** But for the key that the book draws for each new line. */
const differing = (table: (typeof TABLES)[number]): string => {
  const rowsOf = (name: string): string => `select to_jsonb(t) - 'entry' as row from ${name} t`
  return `
    select 'stored' as side, a.row from (${rowsOf(`kept_${table}`)} except all ${rowsOf(table)}) a
    union all
    select 'made anew', b.row from (${rowsOf(table)} except all ${rowsOf(`kept_${table}`)}) b
    limit 4`
}
