// What somebody may do with one letter besides its tasks, and under which hat: the same for pages and programs.
import type { AgencyData } from '../core/agency/catalogue.ts'
import type { Dossier } from '../core/dossier/dossier.ts'
import type { By } from '../core/dossier/events.ts'
import { sentOf } from '../core/dossier/involved.ts'
import { dropPosts, withdrawPosts } from '../core/dossier/letters/after.ts'
import type { Letter } from '../core/dossier/letters/letter.ts'
import type { Procedure } from '../core/procedure/schema.ts'
import { byNoting, byPost } from './acting.ts'
import type { Person } from './visitor.ts'

/** The last word of the address: `POST /dossiers/{dossier}/letters/{letter}/withdraw`. */
export const LETTER_DEEDS = ['drop', 'withdraw', 'sent', 'received'] as const
export type LetterDeed = (typeof LETTER_DEEDS)[number]

type At = { agency: AgencyData; procedure: Procedure; dossier: Dossier; letter: Letter }

/** Null where this person may not, or there is nothing to do. */
export const byForDeed = (person: Person, at: At, deed: LetterDeed): By | null =>
  isOpenFor(at, deed) ? hatFor(person, at, deed) : null

/** The hat that the deed takes, whether it can be done now or not. */
export const hatFor = (person: Person, { agency, procedure, dossier, letter }: At, deed: LetterDeed): By | null => {
  switch (deed) {
    case 'drop':
      return byPost(person, procedure, dropPosts(agency, letter))
    case 'withdraw':
      return byPost(person, procedure, withdrawPosts(agency, letter))
    case 'sent':
    case 'received':
      return byNoting(person, { procedure, dossier }, agency.agency)
  }
}

const isOpenFor = ({ dossier, letter }: At, deed: LetterDeed): boolean => {
  const isIssued = letter.paper !== null
  switch (deed) {
    case 'drop':
      return letter.beside !== null && letter.number === null && letter.dropped === null
    case 'withdraw':
      return isIssued && letter.withdrawn === null
    case 'sent':
      return isIssued && letter.withdrawn === null && sentOf(dossier, letter) === null
    case 'received':
      return isIssued && letter.received === null && sentOf(dossier, letter) !== null
  }
}
