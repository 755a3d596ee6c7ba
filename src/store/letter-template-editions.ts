// All editions of the texts of letters of an agency, as the living office carries them.
import type { TemplateEdition } from '../core/paper/letter-templates.ts'
import type { Reading } from './connect.ts'

/** @param before what was read last: bytes of an edition never change, so they are not sent again */
export const readLetterTemplates = async (
  db: Reading,
  agency: string,
  before: readonly TemplateEdition[],
): Promise<TemplateEdition[]> => {
  const known = new Map(before.map(({ sha256, source }) => [sha256, source]))
  const rows = await db
    .selectFrom('letter_template as t')
    .leftJoin('person as p', (join) => join.onRef('p.agency', '=', 't.agency').onRef('p.person', '=', 't.ratified_by'))
    .select(['t.letter', 't.edition', 't.sha256', 't.in_force_from as from', 't.in_force_to as to'])
    .select(['t.is_assumed as assumed', 't.ratifying_post as post', 't.decree', 't.ratified_at as ratifiedAt'])
    .select(['p.name as ratifiedBy', 't.stored_at as storedAt'])
    .select((row) =>
      row
        .case()
        .when('t.sha256', 'in', known.size > 0 ? [...known.keys()] : [''])
        .then(null)
        .else(row.ref('t.source'))
        .end()
        .as('source'),
    )
    .where('t.agency', '=', agency)
    .orderBy('t.letter')
    .orderBy('t.edition', 'desc')
    .execute()
  return rows.map(
    ({ letter, edition, sha256, source, from, to, assumed, post, decree, ratifiedAt, ratifiedBy, storedAt }) => ({
      letter,
      edition,
      sha256,
      source: source ?? known.get(sha256) ?? '',
      force: from === null ? null : { from, to, assumed: assumed ?? false },
      ratified:
        post === null || ratifiedAt === null ? null : { post, decree: decree ?? '', at: ratifiedAt, by: ratifiedBy },
      storedAt,
    }),
  )
}
