// A fact of a dossier as a program sees it: told in words as the pages do, and for officers with all that was recorded.
import { z } from 'zod'
import type { Event } from '../../../core/dossier/events.ts'
import type { Procedure } from '../../../core/procedure/schema.ts'
import { sentence } from '../../../core/sentence.ts'
import { toldToApplicant } from '../../story/applicant-history.ts'
import { toldInside } from '../../story/office-history.ts'
import { textOf } from '../../text/text.ts'
import type { Lang } from '../../ui/masthead.tsx'
import { says } from '../says.ts'
import { by, byOf, type Reader } from './by.ts'
import { bilingual, moment } from './common.ts'

export const eventShape = z
  .strictObject({
    seq: z.int(),
    type: z.string(),
    at: moment,
    by,
    title: bilingual
      .nullable()
      .meta(
        says(
          'null untuk peristiwa yang tidak ditampilkan di riwayat halaman',
          'null for facts that the history of the page leaves out',
        ),
      ),
    note: bilingual.nullable(),
    facts: z
      .record(z.string(), z.unknown())
      .nullable()
      .meta(says('semua yang tercatat; hanya untuk petugas', 'all that was recorded; for officers only')),
  })
  .meta({ id: 'Event' })

type Shaped = z.output<typeof eventShape>
type Of<T extends Event['type']> = Extract<Event, { type: T }>
type Told = { title: string; note?: string }

/** Null for what this reader does not hear of. */
export const eventOf = (event: Event, seq: number, procedure: Procedure, reader: Reader): Shaped | null => {
  const told = (language: Lang): Told | null => {
    if (event.type === 'commented') return toldComment(event, reader, language)
    const text = textOf(language)
    return reader.isInside
      ? toldInside({ agency: reader.agency, procedure, text, language }, event)
      : toldToApplicant({ text, procedure, language }, event)
  }
  const [id, en] = [told('id'), told('en')]
  if (!reader.isInside && !id) return null
  return {
    seq,
    type: event.type,
    at: event.at,
    by: byOf(event.by, reader),
    title: id && en ? { id: id.title, en: en.title } : null,
    note: id?.note && en?.note ? { id: id.note, en: en.note } : null,
    facts: reader.isInside ? factsOf(event) : null,
  }
}

/** The pages show comments beside the history, and this list is all that a program has to follow. */
const toldComment = (event: Of<'commented'>, { isInside }: Reader, language: Lang): Told | null =>
  isInside || event.visibleToApplicant ? { title: COMMENT[language], note: event.text } : null

const COMMENT = sentence('Pesan atau catatan ditulis', 'A message or comment was written')

/** The envelope stands apart; where an applicant opens a password is the applicant's own matter. */
const factsOf = ({ type, at: _at, by: _by, ...facts }: Event): Record<string, unknown> => {
  if (type !== 'proof-recorded' || !('proof' in facts)) return facts
  const { secret: _, ...proof } = facts.proof
  return { ...facts, proof }
}
