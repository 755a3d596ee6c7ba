// How a register and its columns are called: by the labels of the forms that feed it; else by their own name.
import type { AgencyData } from '../../../core/agency/catalogue.ts'
import { fieldsOf, tableNamed } from '../../../core/procedure/form.ts'
import type { Procedure, RegisterFeed } from '../../../core/procedure/schema.ts'
import type { Sentence } from '../../../core/sentence.ts'
import type { Lang } from '../../ui/masthead.tsx'

/** `options` of a choice, by which its cells are read. */
export type RegisterColumn = { column: string; label: string; options: readonly Option[] }
type Option = { value: string; label: Sentence }

/** Registers that some edition of this office feeds, in the order of the files. */
export const knownRegisters = ({ editions }: AgencyData): string[] => [
  ...new Set(
    editions.flatMap(({ procedure }) => [...procedure.registers.map((feed) => feed.register), ...procedure.records]),
  ),
]

/** Every column that any edition fills; the key itself is the name of the row. */
export const columnsOf = ({ editions }: AgencyData, register: string, language: Lang): RegisterColumn[] => {
  const columns = new Map<string, RegisterColumn>()
  for (const { procedure } of editions) {
    for (const feed of procedure.registers.filter((one) => one.register === register)) {
      for (const column of feed.columns.filter((one) => one !== feed.key)) {
        const asked = askedAs(procedure, feed, column)
        columns.set(column, { column, label: asked?.label[language] ?? spoken(column), options: asked?.options ?? [] })
      }
    }
  }
  return [...columns.values()]
}

/** A column of the table that gives the items, or a field of the form. */
const askedAs = (
  procedure: Procedure,
  { each }: RegisterFeed,
  name: string,
): { label: Sentence; options: readonly Option[] } | undefined => {
  const cell = each === undefined ? undefined : tableNamed(procedure, each)?.columns.find((one) => one.column === name)
  if (cell) return cell
  const field = fieldsOf(procedure).find((one) => one.field === name)
  return field && { label: field.label, options: field.type === 'choice' ? field.options : [] }
}

/** A choice as its label, everything else as it stands. */
export const cellText = ({ options }: RegisterColumn, value: string | undefined, language: Lang): string =>
  options.find((option) => option.value === value)?.label[language] ?? value ?? ''

/** `ruang-hosting` as people write it. */
export const spoken = (slug: string): string => slug.charAt(0).toUpperCase() + slug.slice(1).replaceAll('-', ' ')
