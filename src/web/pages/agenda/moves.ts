// The way of one letter: what its dossier tells of it, and what was done with its line of the book by hand.
import { postTitle } from '../../../core/agency/agency.ts'
import type { Instant } from '../../../core/clock/instant.ts'
import type { By, Event } from '../../../core/dossier/events.ts'
import { seatTitle } from '../../../core/person/title.ts'
import type { Book } from '../../../store/books/book.ts'
import { type BookMove, movesOfEntry } from '../../../store/books/journal.ts'
import { readDossier } from '../../../store/dossiers.ts'
import type { Services } from '../../services.ts'
import { toldInside } from '../../story/office-history.ts'
import type { Visitor } from '../../visitor.ts'

export type Move = { at: Instant; who: string; what: string; note: string }

type Line = { book: Book; entry: string; number: string; letter: string | null; dossier: string | null }

export const movesOf = async (
  services: Services,
  visitor: Pick<Visitor, 'agency' | 'text' | 'language'>,
  line: Line,
): Promise<Move[]> => {
  const { agency } = visitor.agency
  const byHand = await movesOfEntry(services.store, agency.agency, line)
  const told = line.dossier === null ? [] : await toldOf(services, visitor, { ...line, dossier: line.dossier })
  return [...told, ...byHand.map((move) => handMove(visitor, move))].toSorted((a, b) => (a.at < b.at ? -1 : 1))
}

const handMove = ({ agency, text }: Pick<Visitor, 'agency' | 'text'>, { at, what, post, reason }: BookMove): Move => {
  const acts: Readonly<Record<string, string>> = text.office.books.entry.acts
  return { at, who: postTitle(agency.agency, post), what: acts[what] ?? what, note: reason }
}

const toldOf = async (
  services: Services,
  { agency: { agency }, text, language }: Pick<Visitor, 'agency' | 'text' | 'language'>,
  line: Line & { dossier: string },
): Promise<Move[]> => {
  const record = await readDossier(services.store, agency.agency, line.dossier)
  if (!record) return []
  const procedure = await services.procedureOf(agency.agency, record.procedure, record.edition)
  return record.events
    .filter((event) => isAbout(line, event))
    .flatMap((event) => {
      const told = toldInside({ agency, procedure, text, language }, event)
      return told ? [{ at: event.at, who: whoDid(agency, event.by), what: told.title, note: told.note ?? '' }] : []
    })
}

const OF_INCOMING: readonly Event['type'][] = ['entered', 'disposed', 'answered', 'returned', 'rejected', 'finished']

/** An outgoing letter is followed by its name: its number comes late in its life. */
const isAbout = ({ book, letter, number }: Line, event: Event): boolean => {
  if (book === 'incoming') return OF_INCOMING.includes(event.type)
  if ('number' in event && event.type !== 'submitted') return event.number === number
  return 'letter' in event && event.type.startsWith('letter-') && event.letter === letter
}

const whoDid = (agency: Parameters<typeof postTitle>[0], by: By): string =>
  by.kind === 'post' ? seatTitle(by, (post) => postTitle(agency, post)) : 'MIPP'
