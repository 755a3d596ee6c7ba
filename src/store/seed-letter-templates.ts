// Texts of letters out of the catalogue: a new kind is taken over, a text that changed since is offered as a draft, nothing is overwritten.
import { sql } from 'kysely'
import type { OfficeFiles } from '../core/agency/catalogue.ts'
import { type Day, type Instant, inZone } from '../core/clock/instant.ts'
import type { TemplateFile } from '../core/paper/letter-templates.ts'
import type { Reading } from './connect.ts'
import { writeTemplateJournal } from './letter-template-journal.ts'

export const seedLetterTemplates = async (
  db: Reading,
  { agency: office, letterFiles = [] }: Pick<OfficeFiles, 'agency' | 'letterFiles'>,
  now: Instant,
): Promise<void> => {
  const { agency } = office
  await holdLetterTemplates(db, agency)
  const seen = await seenOf(db, agency)
  const fresh = letterFiles.filter(({ letter, sha256 }) => seen.get(letter) !== sha256)
  if (fresh.length === 0) return
  const stored = await storedOf(db, agency)
  const from = firstDay(office, now)
  for (const file of fresh) {
    const editions = stored.filter((one) => one.letter === file.letter)
    if (editions.length === 0) await takeOver(db, agency, file, { from, now })
    else if (editions.every((one) => one.sha256 !== file.sha256)) await offer(db, agency, file, { editions, now })
    await rememberSeen(db, agency, file, now)
  }
}

/** Until the end of the transaction nobody else decides on texts of letters of this agency. */
export const holdLetterTemplates = async (db: Reading, agency: string): Promise<void> => {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`mipp letters ${agency}`}, 0))`.execute(db)
}

const seenOf = async (db: Reading, agency: string): Promise<Map<string, string>> => {
  const rows = await db
    .selectFrom('letter_template_seed')
    .select(['letter', 'sha256'])
    .where('agency', '=', agency)
    .execute()
  return new Map(rows.map(({ letter, sha256 }) => [letter, sha256]))
}

type StoredText = { letter: string; edition: number; sha256: string }

const storedOf = (db: Reading, agency: string): Promise<StoredText[]> =>
  db
    .selectFrom('letter_template')
    .select(['letter', 'edition', 'sha256'])
    .where('agency', '=', agency)
    .orderBy('letter')
    .orderBy('edition')
    .execute()

/** As long as the first of the procedures that send letters; the catalogue prints no day for its texts. */
const firstDay = (office: OfficeFiles['agency'], now: Instant): Day =>
  office['in-force'].map(({ from }) => from).toSorted()[0] ?? inZone(now, office.zone).toPlainDate().toString()

const takeOver = async (
  db: Reading,
  agency: string,
  { letter, source, sha256 }: TemplateFile,
  { from, now }: { from: Day; now: Instant },
): Promise<void> => {
  await db
    .insertInto('letter_template')
    .values({ agency, letter, edition: 1, source, sha256, in_force_from: from, is_assumed: true, stored_at: now })
    .execute()
}

const offer = async (
  db: Reading,
  agency: string,
  { letter, source }: TemplateFile,
  { editions, now }: { editions: readonly StoredText[]; now: Instant },
): Promise<void> => {
  const base = editions.at(-1)?.edition ?? null
  const { draft } = await db
    .insertInto('letter_template_draft')
    .values({
      agency,
      draft: sql<string>`gen_random_uuid()`,
      letter,
      base_edition: base,
      source,
      version: 1,
      created_at: now,
      created_by: null,
      changed_at: now,
      changed_by: null,
    })
    .returning('draft')
    .executeTakeFirstOrThrow()
  await writeTemplateJournal(db, agency, { person: null, now }, { act: 'offered', letter, draft, detail: { base } })
}

const rememberSeen = async (
  db: Reading,
  agency: string,
  { letter, sha256 }: TemplateFile,
  now: Instant,
): Promise<void> => {
  await db
    .insertInto('letter_template_seed')
    .values({ agency, letter, sha256, seen_at: now })
    .onConflict((conflict) => conflict.columns(['agency', 'letter']).doUpdateSet({ sha256, seen_at: now }))
    .execute()
}
