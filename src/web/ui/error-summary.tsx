// All faults of a form at its head, each leading to its field.
import { fieldId } from './field-frame.tsx'
import { Icon } from './icon.tsx'

export type FieldFault = {
  /** Name of the field; without it the fault belongs to the whole form. */
  name?: string | undefined
  /** Id to lead to, where the field does not carry `fieldId(name)`. */
  id?: string | undefined
  message: string
}

export type ErrorSummaryProps = { title: string; faults: readonly FieldFault[] }

/** Takes the focus when the page opens (with scripts), so that a screen reader starts here. */
export const ErrorSummary = ({ title, faults }: ErrorSummaryProps) => {
  if (faults.length === 0) return null
  return (
    <div class="error-summary" id="error-summary" role="alert" tabindex={-1} data-focus-first="">
      <h2 class="error-summary-title">
        <Icon name="alert-circle" />
        {title}
      </h2>
      <ul class="error-summary-list">
        {faults.map((fault) => (
          <li key={`${fault.name ?? ''}${fault.message}`}>{lead(fault)}</li>
        ))}
      </ul>
    </div>
  )
}

const lead = ({ name, id, message }: FieldFault) => {
  const target = id ?? (name === undefined ? undefined : fieldId(name))
  return target === undefined ? message : <a href={`#${target}`}>{message}</a>
}
