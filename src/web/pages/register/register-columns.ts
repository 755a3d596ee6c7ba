// How a register and its columns are called: by the labels of the forms that feed it; else by their own name.
import type { AgencyData } from '../../../core/agency/catalogue.ts'
import type { Field } from '../../../core/procedure/field-schema.ts'
import { fieldsOf } from '../../../core/procedure/form.ts'
import type { Lang } from '../../ui/masthead.tsx'

export type RegisterColumn = { column: string; label: string; field: Field | undefined }

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
        const field = fieldsOf(procedure).find((one) => one.field === column)
        columns.set(column, { column, label: field?.label[language] ?? spoken(column), field })
      }
    }
  }
  return [...columns.values()]
}

/** A choice as its label, everything else as it stands. */
export const cellText = ({ field }: RegisterColumn, value: string | undefined, language: Lang): string => {
  if (field?.type !== 'choice') return value ?? ''
  return field.options.find((option) => option.value === value)?.label[language] ?? value ?? ''
}

/** `ruang-hosting` as people write it. */
export const spoken = (slug: string): string => slug.charAt(0).toUpperCase() + slug.slice(1).replaceAll('-', ' ')
