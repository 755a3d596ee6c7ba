// A named group of fields inside a form.
import type { ComponentChildren } from 'preact'

export type FieldsetProps = {
  legend: ComponentChildren
  hint?: ComponentChildren
  /** Fields stand two in a row where there is room. */
  columns?: boolean | undefined
  children: ComponentChildren
}

export const Fieldset = ({ legend, hint, columns, children }: FieldsetProps) => (
  <fieldset class="fieldset">
    <legend class="fieldset-legend">{legend}</legend>
    {hint && <p class="fieldset-hint">{hint}</p>}
    <div class={columns ? 'fieldset-body fieldset-columns' : 'fieldset-body'}>{children}</div>
  </fieldset>
)
