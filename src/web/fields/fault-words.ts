// Faults of a form in the reader's language: beside the fields, and in the summary at the head.
import type { FieldFault } from '../../core/procedure/form.ts'
import type { FieldFault as ShownFault } from '../ui/error-summary.tsx'
import type { Lang } from '../ui/masthead.tsx'

/** The first fault of each control. */
export const faultsByControl = (faults: readonly FieldFault[], language: Lang): Record<string, string> =>
  Object.fromEntries(faults.toReversed().map((fault) => [fault.field, fault.sentence[language]]))

export const shownFaults = (faults: readonly FieldFault[], language: Lang): ShownFault[] =>
  Object.entries(faultsByControl(faults, language))
    .map(([name, message]) => ({ name, message }))
    .toReversed()
