// Who opened a dossier that is not for everybody, and who was refused: only added to.
import { sql } from 'kysely'
import type { Instant } from '../core/clock/instant.ts'
import type { Store } from './connect.ts'

export type Opened = 'dossier' | 'paper' | 'sheet' | 'archive'

export type Opening = {
  dossier: string
  person: string
  /** The title under which it was seen, as people read it. */
  hat: string
  what: Opened
  paper: string | null
  over: 'pages' | 'api'
  isRefused: boolean
  now: Instant
}

/** The same thing again within ten minutes, by the same person and with the same answer, is no new entry. */
export const noteOpening = (store: Store, agency: string, opening: Opening): Promise<void> =>
  store.inAgency(agency, async (db) => {
    const { dossier, person, hat, what, paper, over, isRefused, now } = opening
    await sql`
      insert into access_log (agency, at, dossier, person, hat, what, paper, over, is_refused)
      select ${agency}, ${now}::timestamptz, ${dossier}::uuid, ${person}::uuid, ${hat}, ${what}, ${paper}::uuid, ${over}, ${isRefused}
      where not exists (select from access_log l
        where l.agency = ${agency} and l.dossier = ${dossier}::uuid and l.at > ${now}::timestamptz - interval '10 minutes'
          and l.person = ${person}::uuid and l.what = ${what} and l.paper is not distinct from ${paper}::uuid
          and l.over = ${over} and l.is_refused = ${isRefused})`.execute(db)
  })

export type AccessEntry = Omit<Opening, 'now'> & {
  entry: number
  at: Instant
  name: string
  /** Null when the dossier itself is gone. */
  number: string | null
  paperName: string | null
}

export const ACCESS_PAGE = 50

type Wanted = { dossier?: string; before?: number }

/** The latest first. @returns one more than a page, where more follow */
export const readAccessLog = (store: Store, agency: string, { dossier, before }: Wanted): Promise<AccessEntry[]> =>
  store.inAgency(agency, (db) =>
    db
      .selectFrom('access_log as l')
      .innerJoin('person as p', (join) => join.onRef('p.agency', '=', 'l.agency').onRef('p.person', '=', 'l.person'))
      .leftJoin('dossier as d', (join) => join.onRef('d.agency', '=', 'l.agency').onRef('d.dossier', '=', 'l.dossier'))
      .leftJoin('paper as f', (join) => join.onRef('f.agency', '=', 'l.agency').onRef('f.paper', '=', 'l.paper'))
      .select(['l.entry', 'l.at', 'l.dossier', 'l.person', 'p.name', 'l.hat', 'l.what', 'l.paper', 'l.over'])
      .select(['l.is_refused as isRefused', 'd.number', 'f.name as paperName'])
      .where('l.agency', '=', agency)
      .$if(dossier !== undefined, (query) => query.where('l.dossier', '=', dossier ?? ''))
      .$if(before !== undefined, (query) => query.where('l.entry', '<', before ?? 0))
      .orderBy('l.entry', 'desc')
      .limit(ACCESS_PAGE + 1)
      .execute(),
  )
