// Which text a letter is made with, in words: settled with its number; before that the one in force today.
import { templateFor, templateMark } from '../../core/paper/letter-templates.ts'
import type { Visitor } from '../visitor.ts'

type Made = { letter: string; number: string | null; templateEdition?: string }

/** Undefined for letters of before, and where the office keeps no texts. */
export const textUsed = (
  { agency, text }: Pick<Visitor, 'agency' | 'text'>,
  { letter, number, templateEdition }: Made,
): string | undefined => {
  const standing = templateFor(agency.letterTemplates ?? [], letter, agency.today)
  const mark = number === null ? standing && templateMark(standing) : templateEdition
  const [name, edition = ''] = (mark ?? '').split('@')
  return mark === undefined ? undefined : `${name}, ${text.letterTemplates.edition(edition)}`
}
