// Faults of a form in the reader's language: beside the fields, and in the summary at the head.
import { type FieldFault, PERSON_PARTS } from '../../core/procedure/form.ts'
import type { Procedure } from '../../core/procedure/schema.ts'
import { textOf } from '../text/text.ts'
import type { FieldFault as ShownFault } from '../ui/error-summary.tsx'
import type { Lang } from '../ui/masthead.tsx'

/** The first fault of each control. */
export const faultsByControl = (faults: readonly FieldFault[], language: Lang): Record<string, string> =>
  Object.fromEntries(faults.toReversed().map((fault) => [fault.field, fault.sentence[language]]))

/** Away from its field a fault says which one it means. */
export const shownFaults = (
  procedure: Pick<Procedure, 'form'>,
  faults: readonly FieldFault[],
  language: Lang,
): ShownFault[] =>
  Object.entries(faultsByControl(faults, language))
    .map(([name, message]) => ({ name, message: named(placeOf(procedure, name, language), message) }))
    .toReversed()

/** What leads to the control, outermost first; nothing for what a page asks besides the procedure's fields. */
const placeOf = (procedure: Pick<Procedure, 'form'>, name: string, language: Lang): string[] => {
  const [head = '', second, third] = name.split('.')
  const field = procedure.form.flatMap(({ fields }) => fields).find((one) => one.field === head)
  if (!field) return []
  const label = field.label[language]
  const { fields: words } = textOf(language).apply
  if (field.type === 'person') {
    const part = PERSON_PARTS.find((one) => one === second)
    return part ? [label, words.person[part]] : [label]
  }
  if (field.type !== 'table' || second === undefined) return [label]
  const column = field.columns.find((one) => one.column === third)
  return [label, words.rows.row(String(Number(second) + 1)).toLowerCase(), ...(column ? [column.label[language]] : [])]
}

/** A sentence that names its field, or begins with its column, does not say it twice. */
const named = (place: readonly string[], message: string): string => {
  const told = message.toLowerCase()
  const said = place.findIndex((one) => told.startsWith(one.toLowerCase()))
  // What is said of a part of a person has the person inside the sentence.
  const isWhole = place.length === 2 && told.includes(place[0]?.toLowerCase() ?? '')
  const before = isWhole ? [] : said < 0 ? place : place.slice(0, said)
  return before.length === 0 ? message : `${before.join(', ').replace(/[\s.:?!]+$/, '')}: ${message}`
}
