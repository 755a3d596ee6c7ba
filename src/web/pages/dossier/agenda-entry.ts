// How the letter of a dossier stands in the agenda: by a step of its procedure, or registered by hand where no step does it.
import type { Dossier } from '../../../core/dossier/dossier.ts'
import type { BookLine } from '../../../store/books/of-dossier.ts'

export type AgendaEntry = Pick<NonNullable<Dossier['agenda']>, 'number' | 'receivedOn' | 'urgency'>

export const agendaEntryOf = ({ agenda }: Pick<Dossier, 'agenda'>, books: readonly BookLine[]): AgendaEntry | null => {
  if (agenda) return agenda
  const byHand = books.find(({ book }) => book === 'incoming')
  return byHand?.received ? { number: byHand.number, ...byHand.received } : null
}
