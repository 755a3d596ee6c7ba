// Fills an empty database with dossiers of several years: some hundred histories that the real code made, each told many
// times over with other names, times and numbers, and written by COPY.

import pg from 'pg'
import { Temporal } from 'temporal-polyfill'
import type { Catalogue } from '../../src/core/agency/catalogue.ts'
import { inForce } from '../../src/core/agency/catalogue.ts'
import { openStore } from '../../src/store/connect.ts'
import { sealDay } from '../../src/store/daily-roots.ts'
import { copyInto } from './copy.ts'
import { historyOf } from './histories.ts'
import { withoutIndexes } from './indexes.ts'
import { numbersOf } from './numbers.ts'
import { openOfficeRows } from './office.ts'
import { plannerOf } from './plan.ts'
import { randomOf } from './random.ts'
import { COLUMNS, type FilledTable, type Template, templateOf } from './template.ts'
import type { Office, PaperFile } from './walk.ts'
import { waysFor } from './ways.ts'
import { type WorkingAxis, workingAxis } from './working-axis.ts'
import { type Writing, writeDossier } from './write.ts'

export type Filling = {
  /** Of the owner; migrated, marked as a demo or not, and without dossiers. */
  url: string
  catalogue: Catalogue
  agency: string
  count: number
  seed: number
  years: number
  /** The last day on which anything happened. */
  until: string
  /** All papers are this one file. */
  file: PaperFile
  /** What stands for an initial password that has not been read. */
  sealed: Uint8Array
  say: (line: string) => void
}

export const fillDatabase = async (filling: Filling): Promise<void> => {
  const { url, seed, count, say } = filling
  const client = new pg.Client({ connectionString: url, application_name: 'mipp_fill' })
  await client.connect()
  try {
    if ((await client.query('select from dossier limit 1')).rowCount !== 0)
      throw new Error('This database has dossiers already')
    const writing = await prepare(client, filling)
    say(`${count} berkas / dossiers, seed ${seed}`)
    await withoutIndexes(client, [...Object.keys(COLUMNS), ...DERIVED, ...READ_LATER], {
      work: async () => {
        await writeAll(url, writing, { count, say })
        for (const statement of DERIVATIONS) await client.query(statement)
        await client.query(
          'insert into number_series select $1, * from jsonb_to_recordset($2) as one(series text, year int, last int)',
          [filling.agency, JSON.stringify(writing.numbers.last)],
        )
      },
      say: (name) => say(`indeks / index ${name}`),
    })
    say('vacuum analyze')
    await client.query('vacuum analyze')
  } finally {
    await client.end()
  }
  await sealLastDay(filling)
}

/** What triggers keep while the program works: filled at once from what was copied, as their migration does. */
const DERIVED = ['waiting', 'passed', 'search_entry']
/** Their keys lean on those of the dossiers; `texts.ts` fills them. */
const READ_LATER = ['paper_text', 'text_entry']
const DERIVATIONS = [
  `insert into waiting (agency, task, post, dossier, due_at, opened_at, taken_by, step, procedure, client, urgency, submitted_at)
   select distinct t.agency, t.task, p.post, t.dossier, coalesce(t.due_at, 'infinity'), t.opened_at, t.taken_by, t.step,
     d.procedure, d.client, d.urgency, d.submitted_at
   from task t join dossier d on d.agency = t.agency and d.dossier = t.dossier, unnest(t.posts) as p (post)
   where t.closed_at is null`,
  `insert into passed (agency, post, dossier, passed_at)
   select t.agency, p.post, t.dossier, max(t.closed_at) from task t
   join dossier d on d.agency = t.agency and d.dossier = t.dossier, unnest(t.posts) as p (post)
   where t.closed_at is not null and t.outcome in ('finished', 'returned') and d.status = 'open'
   group by t.agency, p.post, t.dossier`,
  `insert into search_entry (agency, dossier, client, secrecy, submitted_at, words)
   select agency, dossier, client, secrecy, submitted_at, search_words(search_text) from dossier order by submitted_at`,
]

const prepare = async (client: pg.Client, filling: Filling): Promise<Omit<Writing, 'write'>> => {
  const { seed, count, until, years, catalogue, agency, sealed } = filling
  const last = Temporal.PlainDate.from(until)
  const first = last.subtract({ years }).toString()
  const chance = randomOf(seed, -1)
  const since = `${first}T00:00:00.000Z`
  const { data, askers, personOf } = await openOfficeRows(client, {
    url: filling.url,
    catalogue,
    agency,
    since,
    until,
    chance,
  })
  const [listed] = data.agency['in-force']
  const procedure = inForce(data).find((one) => one.procedure === listed?.procedure)
  if (!procedure) throw new Error('No procedure is in force')
  const office: Office = { data, procedure, personOf, file: filling.file }
  const templates = waysFor(procedure).map(
    (way, place): Template => templateOf(office, way, historyOf(office, way, { seed, place }), sealed),
  )
  const axis: WorkingAxis = workingAxis(data.calendar, { first, last: until })
  const planner = plannerOf(templates, { count, seed, axis })
  const keepsFrom = Date.parse(`${last.subtract({ years: Math.min(1, years) })}T00:00:00Z`)
  return { keepsFrom, seed, agency: data.agency, axis, planner, numbers: numbersOf(planner, axis), askers }
}

const writeAll = async (
  url: string,
  writing: Omit<Writing, 'write'>,
  { count, say }: Pick<Filling, 'count' | 'say'>,
): Promise<void> => {
  const names = Object.keys(COLUMNS) as FilledTable[]
  const copies = await Promise.all(names.map((table) => copyInto(url, table, COLUMNS[table])))
  const places = new Map(names.map((table, at) => [table, copies[at]]))
  const write: Writing['write'] = (table, rows) => places.get(table)?.write(rows)
  const begun = performance.now()
  for (let place = 0; place < count; place += 1) {
    writeDossier({ ...writing, write }, place)
    if (place % 100 === 0) for (const copy of copies) await copy.drained()
    if (place % 50_000 === 0 && place > 0) say(progress(place, count, begun))
  }
  await Promise.all(copies.map((copy) => copy.end()))
}

const progress = (place: number, count: number, begun: number): string => {
  const seconds = (performance.now() - begun) / 1000
  return `${Math.round((100 * place) / count)} %, ${Math.round(place / seconds)}/s, ${Math.round((seconds * (count - place)) / place)} s lagi / left`
}

/** As the worker does it every night. */
const sealLastDay = async ({ url, agency, until }: Filling): Promise<void> => {
  const store = openStore(url, 'mipp_worker', 1)
  await sealDay(store, agency, { day: until, now: `${until}T23:00:00.000Z` }).finally(store.close)
}
