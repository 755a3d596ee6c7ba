// With which edition of its text a letter is made: settled with its number, so that a text replaced meanwhile changes no letter.
import type { LivingOffice } from '../agency/catalogue.ts'
import type { Day } from '../clock/instant.ts'
import { templateFor, templateMark } from '../paper/letter-templates.ts'
import type { Dossier } from './dossier.ts'
import type { Event } from './events.ts'

/** The same events; those that number a letter name its text. A letter tried again under its number keeps the one it had. */
export const withTemplates = (
  dossier: Dossier | null,
  events: readonly Event[],
  { office, today }: { office: Pick<LivingOffice, 'letterTemplates'>; today: Day },
): Event[] =>
  events.map((event) => {
    if (event.type !== 'letter-numbered') return event
    const before = dossier?.letters.findLast((one) => one.letter === event.letter && one.number === event.number)
    const standing = templateFor(office.letterTemplates ?? [], event.letter, today)
    const templateEdition = before ? before.templateEdition : standing && templateMark(standing)
    return templateEdition ? { ...event, templateEdition } : event
  })
