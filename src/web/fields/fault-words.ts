// Faults of a form in the reader's language: beside the fields, and in the summary at the head.
import type { FieldFault } from '../../core/procedure/form.ts'
import type { FieldFault as ShownFault } from '../ui/error-summary.tsx'
import type { Lang } from '../ui/masthead.tsx'

/** The first fault of each control. */
export const faultsByControl = (faults: readonly FieldFault[], language: Lang): Record<string, string> =>
  Object.fromEntries(faults.toReversed().map((fault) => [fault.field, fault.sentence[language]]))

export const shownFaults = (faults: readonly FieldFault[], language: Lang): ShownFault[] =>
  Object.entries(faultsByControl(faults, language))
    .map(([name, message]) => ({ name, message: `${rowOf(name, language)}${message}` }))
    .toReversed()

/** Away from its cell a fault of a table says which row it means. */
const rowOf = (name: string, language: Lang): string => {
  const row = /^[^.]+\.(\d+)\./.exec(name)?.[1]
  if (row === undefined) return ''
  return language === 'id' ? `Baris ${Number(row) + 1}: ` : `Row ${Number(row) + 1}: `
}
