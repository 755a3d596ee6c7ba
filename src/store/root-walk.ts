// Walks the daily roots of an agency and finds the first that is no longer the hash of what it sealed.
import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Day, Instant } from '../core/clock/instant.ts'
import type { Reading } from './connect.ts'
import { rootOver } from './daily-roots.ts'
import type { OwnerStore } from './owner.ts'

export type RootFault = { day: Day; what: 'root-differs' | 'root-missing' | 'root-deleted' }

export type WalkedRoots = { roots: number; last: { day: Day; root: string } | null; faults: RootFault[] }

type Root = { on_day: Day; root: string; place: number | null; sealed_at: Instant; dossiers: number }

/** @returns faults in the order in which the days were sealed; each root is judged by the one that is stored before it */
export const walkRoots = (store: OwnerStore, agency: string): Promise<WalkedRoots> =>
  store.inSnapshot(async (db) => {
    const roots = await rootsOf(db, agency)
    const faults: RootFault[] = []
    const chained = roots.find((one) => one.place !== null)
    let before = ''
    let place = 0
    for (const one of roots) {
      if (one.place !== null && one.place !== ++place) {
        faults.push({ day: one.on_day, what: 'root-missing' })
        place = one.place
      } else if (!(await fits(db, { agency, one, before }))) faults.push({ day: one.on_day, what: 'root-differs' })
      // One that a forgotten worker of an older version made since then stands for itself: the chain does not go through it.
      if (one.place !== null || chained === undefined || one.on_day < chained.on_day) before = one.root
    }
    faults.push(...(await headsWithoutRoot(db, agency)))
    const last = roots.at(-1)
    return { roots: roots.length, last: last ? { day: last.on_day, root: last.root } : null, faults }
  })

const rootsOf = async (db: Reading, agency: string): Promise<Root[]> => {
  const rows = await db
    .selectFrom('daily_root')
    .select(['on_day', 'root', 'place', 'sealed_at', 'dossiers'])
    .where('agency', '=', agency)
    .orderBy('place', (order) => order.asc().nullsFirst())
    .orderBy('on_day')
    .execute()
  return rows
}

type Judged = { agency: string; one: Root; before: string }

const fits = async (db: Reading, { agency, one, before }: Judged): Promise<boolean> => {
  const again =
    one.place === null ? await oldRoot(db, agency, one) : await rootOver(db, { agency, day: one.on_day, before })
  return again.root === one.root && again.dossiers === one.dossiers
}

const PAGE = 5000

/** Before there were sealed heads, a root was made over all heads of its moment: they are found again by the events' time. */
const oldRoot = async (db: Reading, agency: string, { sealed_at }: Root) => {
  const hash = createHash('sha256')
  let dossiers = 0
  let after = ''
  for (;;) {
    const from = after === '' ? sql`` : sql`and e.dossier > ${after}::uuid`
    const { rows } = await sql<{ dossier: string; seq: number; hash: string }>`
      select distinct on (e.dossier) e.dossier, e.seq, e.hash from event e
      where e.agency = ${agency} and e.at <= ${sealed_at}::timestamptz ${from}
      order by e.dossier, e.seq desc limit ${PAGE}`.execute(db)
    for (const { dossier, seq, hash: head } of rows) hash.update(`${dossier}:${seq}:${head}\n`)
    dossiers += rows.length
    after = rows.at(-1)?.dossier ?? ''
    if (rows.length < PAGE) return { root: hash.digest('hex'), dossiers }
  }
}

const headsWithoutRoot = async (db: Reading, agency: string): Promise<RootFault[]> => {
  const rows = await db
    .selectFrom('daily_head as h')
    .select('h.on_day')
    .distinct()
    .where('h.agency', '=', agency)
    .where((test) =>
      test.not(
        test.exists(
          test
            .selectFrom('daily_root as r')
            .select('r.on_day')
            .whereRef('r.agency', '=', 'h.agency')
            .whereRef('r.on_day', '=', 'h.on_day'),
        ),
      ),
    )
    .orderBy('h.on_day')
    .execute()
  return rows.map((row) => ({ day: row.on_day, what: 'root-deleted' }))
}
