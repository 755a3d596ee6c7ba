// Copies editions of the catalogue into the database: what is stored stays, and what the office has decided is not overruled.
import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { FileEdition, OfficeFiles } from '../core/agency/catalogue.ts'
import type { Instant } from '../core/clock/instant.ts'
import type { Reading } from './connect.ts'

export type SeedFault = { agency: string; procedure: string; edition: string; file: string }

/** @returns editions whose bytes differ from what is stored: ratified editions never change, so the start is refused */
export const seedEditions = async (
  db: Reading,
  { agency: office, editions }: Pick<OfficeFiles, 'agency' | 'editions'>,
  now: Instant,
): Promise<SeedFault[]> => {
  await holdEditions(db, office.agency)
  const faults: SeedFault[] = []
  for (const edition of editions) faults.push(...(await seedEdition(db, office, edition, now)))
  return faults
}

/** Until the end of the transaction nobody else decides on editions of this agency. */
export const holdEditions = async (db: Reading, agency: string): Promise<void> => {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`mipp editions ${agency}`}, 0))`.execute(db)
}

export const sha256Of = (source: string): string => createHash('sha256').update(source).digest('hex')

type Key = { agency: string; procedure: string; edition: string }
type Listed = OfficeFiles['agency']['in-force'][number]

const seedEdition = async (
  db: Reading,
  office: OfficeFiles['agency'],
  { procedure, source, sha256, file }: FileEdition,
  now: Instant,
): Promise<SeedFault[]> => {
  const key = { agency: office.agency, procedure: procedure.procedure, edition: procedure.edition }
  const listed = office['in-force'].find((one) => one.procedure === key.procedure && one.edition === key.edition)
  const known = await storedOf(db, key)
  if (known && known.sha256 !== sha256) return [{ ...key, file }]
  if (known) {
    if (listed && known.is_assumed === null && known.in_force_from === listed.from) await sayAssumed(db, key, listed)
    return []
  }
  const force = listed && (await makeRoom(db, key, listed)) ? listed : undefined
  await db
    .insertInto('procedure_edition')
    .values({
      ...key,
      sha256,
      source,
      in_force_from: force?.from ?? null,
      in_force_to: force?.to ?? null,
      is_assumed: force?.assumed ?? null,
      stored_at: now,
    })
    .execute()
  return []
}

const storedOf = (db: Reading, { agency, procedure, edition }: Key) =>
  db
    .selectFrom('procedure_edition')
    .select(['sha256', 'in_force_from', 'is_assumed'])
    .where('agency', '=', agency)
    .where('procedure', '=', procedure)
    .where('edition', '=', edition)
    .executeTakeFirst()

/** Databases from before this was kept learn it from the file. */
const sayAssumed = async (db: Reading, { agency, procedure, edition }: Key, { assumed }: Listed): Promise<void> => {
  await db
    .updateTable('procedure_edition')
    .set({ is_assumed: assumed })
    .where('agency', '=', agency)
    .where('procedure', '=', procedure)
    .where('edition', '=', edition)
    .execute()
}

/** Ends the catalogue's own older edition. @returns false where the office has decided otherwise: then it is stored alone */
const makeRoom = async (db: Reading, { agency, procedure }: Key, { from, to }: Listed): Promise<boolean> => {
  const others = await db
    .selectFrom('procedure_edition')
    .select(['edition', 'in_force_from as from', 'in_force_to as to', 'ratified_at'])
    .where('agency', '=', agency)
    .where('procedure', '=', procedure)
    .where('in_force_from', 'is not', null)
    .execute()
  const inTheWay = others.filter(
    (one) =>
      one.from !== null &&
      (one.to === null || (one.from < one.to && from < one.to)) &&
      (to === undefined || one.from < to),
  )
  if (inTheWay.some((one) => one.to !== null || one.ratified_at !== null || (one.from ?? '') >= from)) return false
  for (const { edition } of inTheWay) {
    await db
      .updateTable('procedure_edition')
      .set({ in_force_to: from })
      .where('agency', '=', agency)
      .where('procedure', '=', procedure)
      .where('edition', '=', edition)
      .execute()
  }
  return true
}
