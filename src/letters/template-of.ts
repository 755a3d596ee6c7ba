// The texts that one letter is made from: those in force today; once it has its number, the edition that was settled with it.
import type { LivingOffice, OfficeRules } from '../core/agency/catalogue.ts'
import type { Letter } from '../core/dossier/dossier.ts'
import { templateMarked } from '../core/paper/letter-templates.ts'
import { readLetterSource } from './letter-source.ts'

export const lettersFor = (
  { letters, letterTemplates = [] }: Pick<OfficeRules, 'letters'> & Pick<LivingOffice, 'letterTemplates'>,
  { letter, number, templateEdition }: Pick<Letter, 'letter' | 'number' | 'templateEdition'>,
): Readonly<Record<string, string>> => {
  if (templateEdition === undefined || number === null) return letters
  const settled = templateMarked(letterTemplates, templateEdition)
  const text = settled ? readLetterSource(settled.source) : null
  // A text that this program cannot read any more gives way to the one of today.
  return text === null ? letters : { ...letters, [letter]: text }
}
