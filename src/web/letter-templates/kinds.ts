// The kinds of letters of an office as its keepers see them: which edition is in force, what is to come, what a text calls itself.
import type { AgencyData } from '../../core/agency/catalogue.ts'
import { type TemplateEdition, templateInForce } from '../../core/paper/letter-templates.ts'
import { readTemplate } from '../../letters/language/read.ts'
import { editionState } from '../editions/state.ts'

export type LetterKind = {
  letter: string
  title: string
  /** The newest first. */
  editions: TemplateEdition[]
  inForce: TemplateEdition | undefined
  coming: TemplateEdition[]
}

/** @param drafted kinds that are only a draft so far */
export const letterKinds = (agency: AgencyData, drafted: readonly string[] = []): LetterKind[] => {
  const names = [...(agency.letterTemplates ?? []).map(({ letter }) => letter), ...drafted]
  return [...new Set(names)].map((letter) => letterKind(agency, letter)).toSorted(byTitle)
}

export const letterKind = (agency: AgencyData, letter: string): LetterKind => {
  const editions = templatesOf(agency, letter)
  const inForce = templateInForce(editions, letter, agency.today)
  return {
    letter,
    title: titleOf((inForce ?? editions[0])?.source ?? '') ?? letter,
    editions,
    inForce,
    coming: editions.filter((one) => editionState(one, agency.today) === 'scheduled'),
  }
}

export const templateNamed = (agency: AgencyData, letter: string, edition: string): TemplateEdition | undefined =>
  templatesOf(agency, letter).find((one) => String(one.edition) === edition)

const templatesOf = ({ letterTemplates = [] }: AgencyData, letter: string): TemplateEdition[] =>
  letterTemplates.filter((one) => one.letter === letter).toSorted((a, b) => b.edition - a.edition)

/** Null while the text cannot be read. */
export const titleOf = (source: string): string | null => {
  const read = readTemplate(source)
  return read.ok ? read.template.front.title : null
}

const byTitle = (one: LetterKind, other: LetterKind): number => one.title.localeCompare(other.title, 'id')
