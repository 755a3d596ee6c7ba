// An office as the database has it, editions and all: a copy in memory that is read again as soon as it is behind.
import type { AgencyData, LivingOffice, OfficeFiles, RatifiedEdition } from '../core/agency/catalogue.ts'
import { type Instant, inZone } from '../core/clock/instant.ts'
import { readProcedure } from '../core/procedure/read.ts'
import type { Procedure } from '../core/procedure/schema.ts'
import type { Store } from './connect.ts'
import { createLettersInForce, type ReadLetter } from './letters-in-force.ts'
import { readOffice } from './living-office.ts'

/**
 * The office at this moment: who holds what, by which working time, which editions are in force on its own day.
 *
 * @param changes the count that the caller has just read beside something else; `as-seen` for whoever has asked a moment ago
 */
export type Living = (office: OfficeFiles, now: Instant, changes?: string) => Promise<AgencyData>

/** The copy that is there will do: it was asked for in the same request. */
export const AS_SEEN = 'as-seen'

type Copy = { changes: string; editions: RatifiedEdition[]; office: LivingOffice }

/** @param onUnreadable is told of editions, letters and calendars that this program cannot read; the others go on */
export const createLiving = (store: Store, readLetter: ReadLetter, onUnreadable: (what: string) => void): Living => {
  const lettersInForce = createLettersInForce(readLetter, onUnreadable)
  const copies = new Map<string, Copy>()
  /** Bytes of an edition never change, so it is read once. */
  const procedures = new Map<string, Procedure>()

  const readAgain = async (office: OfficeFiles, changes: string, before: LivingOffice | undefined): Promise<Copy> => {
    for (const { sha256, procedure } of office.editions) procedures.set(sha256, procedure)
    const rows = await editionRows(store, office.agency.agency, [...procedures.keys()])
    const editions = rows.flatMap(({ source, ...row }): RatifiedEdition[] => {
      const known = procedures.get(row.sha256) ?? parsed(source)
      if (!known) onUnreadable(`${office.agency.agency}/${row.procedure}@${row.edition}`)
      else procedures.set(row.sha256, known)
      return known ? [editionOf(row, known)] : []
    })
    return {
      changes,
      editions: editions.sort(byNumber),
      office: await readOffice(store, office, { onUnreadable, before }),
    }
  }
  return async (office, now, said) => {
    const { agency } = office.agency
    const today = inZone(now, office.agency.zone).toPlainDate().toString()
    const copy = copies.get(agency)
    const known = said === AS_SEEN ? copy?.changes : said
    const changes = known ?? (await asked(store, agency, copy))
    const fresh = copy?.changes === changes ? copy : await readAgain(office, changes, copy?.office)
    // Of two that read at once the one that saw more stays.
    if (isNewer(changes, copies.get(agency)?.changes)) copies.set(agency, fresh)
    const letters = lettersInForce(office, fresh.office.letterTemplates ?? [], today)
    return { ...office, ...fresh.office, editions: fresh.editions, letters, today }
  }
}

/** While the database is away nothing can be changed: what was last seen still holds. */
const asked = async (store: Store, agency: string, copy: Copy | undefined): Promise<string> =>
  changesOf(store, agency).catch((error: unknown) => {
    if (copy) return copy.changes
    throw error
  })

/** Both counts only grow: editions and office, `12.345`. */
const isNewer = (changes: string, than: string | undefined): boolean => than === undefined || sum(changes) >= sum(than)

const sum = (changes: string): number => changes.split('.').reduce((total, one) => total + Number(one), 0)

const changesOf = async ({ pool }: Store, agency: string): Promise<string> => {
  const result = await pool.query<{ changes: string }>({
    name: 'living_changes',
    text: 'select living_changes($1) as changes',
    values: [agency],
  })
  return result.rows[0]?.changes ?? ''
}

type Row = {
  procedure: string
  edition: string
  sha256: string
  from: string | null
  to: string | null
  assumed: boolean | null
  post: string | null
  decree: string | null
  ratifiedAt: string | null
  ratifiedBy: string | null
  storedAt: string
}

/** @param known sources that are not needed once more */
const editionRows = (store: Store, agency: string, known: string[]): Promise<(Row & { source: string | null })[]> =>
  store.inAgency(agency, (db) =>
    db
      .selectFrom('procedure_edition as e')
      .leftJoin('person as p', (join) =>
        join.onRef('p.agency', '=', 'e.agency').onRef('p.person', '=', 'e.ratified_by'),
      )
      .select(['e.procedure', 'e.edition', 'e.sha256', 'e.in_force_from as from', 'e.in_force_to as to'])
      .select(['e.is_assumed as assumed', 'e.ratifying_post as post', 'e.decree', 'e.ratified_at as ratifiedAt'])
      .select(['p.name as ratifiedBy', 'e.stored_at as storedAt'])
      .select((row) =>
        row
          .case()
          .when('e.sha256', 'in', known.length > 0 ? known : [''])
          .then(null)
          .else(row.ref('e.source'))
          .end()
          .as('source'),
      )
      .where('e.agency', '=', agency)
      .execute(),
  )

const parsed = (source: string | null): Procedure | null => {
  const read = source === null ? null : readProcedure(source)
  return read?.ok ? read.procedure : null
}

const editionOf = (row: Row, procedure: Procedure): RatifiedEdition => ({
  procedure,
  sha256: row.sha256,
  force: row.from === null ? null : { from: row.from, to: row.to, assumed: row.assumed ?? false },
  ratified:
    row.post === null || row.ratifiedAt === null
      ? null
      : { post: row.post, decree: row.decree ?? '', at: row.ratifiedAt, by: row.ratifiedBy },
  storedAt: row.storedAt,
})

const IN_NUMBERS = new Intl.Collator('id', { numeric: true })

/** In the order of the printed numbers; what has none comes last. */
const byNumber = (one: RatifiedEdition, other: RatifiedEdition): number =>
  Number(one.procedure.number === null) - Number(other.procedure.number === null) ||
  IN_NUMBERS.compare(one.procedure.number ?? '', other.procedure.number ?? '') ||
  IN_NUMBERS.compare(one.procedure.procedure, other.procedure.procedure) ||
  IN_NUMBERS.compare(one.procedure.edition, other.procedure.edition)
