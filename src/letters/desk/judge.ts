// What is wrong with the text of a letter: the file itself, and how it fits every procedure of the office that sends this letter.
import { type AgencyData, inForce } from '../../core/agency/catalogue.ts'
import { GENERAL_LETTER } from '../../core/paper/letter-templates.ts'
import { fieldsOf } from '../../core/procedure/form.ts'
import type { Procedure } from '../../core/procedure/schema.ts'
import { sentence } from '../../core/sentence.ts'
import { letterFaults, templateFileFaults } from '../choose.ts'
import { lettersNamed } from '../edition-faults.ts'
import type { TemplateFault } from '../language/template.ts'

type Office = Pick<AgencyData, 'editions' | 'today' | 'letters'>

/** Procedures in force that send this letter; the general text also answers for letters without one of their own. */
export const sendersOf = (agency: Office, letter: string): Procedure[] =>
  inForce(agency).filter((procedure) =>
    lettersNamed(procedure).some(
      (one) => one.letter === letter || (letter === GENERAL_LETTER && agency.letters[one.letter] === undefined),
    ),
  )

export const judgeTemplate = (agency: Office, letter: string, source: string): TemplateFault[] => {
  const own = templateFileFaults(letter, source)
  if (own.length > 0) return own
  const senders = sendersOf(agency, letter)
  // A letter that no procedure sends is begun beside the path of any dossier: only its own fields are sure to be there.
  if (senders.length === 0) return letterFaults(source, [])
  return senders.flatMap((procedure) =>
    letterFaults(source, fieldsOf(procedure)).map(({ line, sentence: { id, en } }) => ({
      line,
      sentence:
        senders.length === 1 ? sentence(id, en) : sentence(`${procedure.title}: ${id}`, `${procedure.title}: ${en}`),
    })),
  )
}
