// What every field has around it: label, hint, fault, and the ids that tie them together.
import type { ComponentChildren } from 'preact'
import { Icon } from './icon.tsx'

export type FieldBase = {
  name: string
  /** `fieldId(name)` unless told. */
  id?: string | undefined
  label: string
  hint?: ComponentChildren
  /** What is wrong with the answer, as a sentence. */
  error?: string | undefined
  required?: boolean | undefined
  /** A word behind the label, such as "opsional". */
  mark?: string | undefined
  disabled?: boolean | undefined
  /** Never kept in a draft: passwords, secrets. */
  noDraft?: boolean | undefined
}

/** The id a field carries; the error summary links to it. */
export const fieldId = (name: string): string => `field-${name.replace(/[^A-Za-z0-9_-]+/g, '-')}`

export const idOf = (field: FieldBase): string => field.id ?? fieldId(field.name)

/** Ids of the texts that explain the field, in reading order; undefined when there are none. */
export const describedBy = (field: FieldBase, extra?: string): string | undefined => {
  const id = idOf(field)
  const ids = [field.hint ? `${id}-hint` : '', field.error ? `${id}-error` : '', extra ?? ''].filter(Boolean)
  return ids.length > 0 ? ids.join(' ') : undefined
}

/** The attributes that every native control takes over from its field. */
export const controlOf = (field: FieldBase, extra?: string) => ({
  id: idOf(field),
  name: field.name,
  required: field.required,
  disabled: field.disabled,
  'aria-describedby': describedBy(field, extra),
  'aria-invalid': field.error ? ('true' as const) : undefined,
  'data-no-draft': field.noDraft ? '' : undefined,
})

/** A single control under its label. */
export const FieldFrame = ({ field, children }: { field: FieldBase; children: ComponentChildren }) => (
  <div class={field.error ? 'field has-error' : 'field'}>
    <label class="field-label" for={idOf(field)}>
      <LabelWords field={field} />
    </label>
    <Explanations field={field} />
    {children}
  </div>
)

/** Several controls under one legend. The id stands on the group so that the error summary can lead to it. */
export const GroupFrame = ({ field, children }: { field: FieldBase; children: ComponentChildren }) => (
  <fieldset
    class={field.error ? 'field field-group has-error' : 'field field-group'}
    id={idOf(field)}
    tabindex={-1}
    aria-describedby={describedBy(field)}
  >
    <legend class="field-label">
      <LabelWords field={field} />
    </legend>
    <Explanations field={field} />
    {children}
  </fieldset>
)

export const LabelWords = ({ field }: { field: FieldBase }) => (
  <>
    {field.label}
    {field.required && (
      <span class="field-required" aria-hidden="true">
        {' *'}
      </span>
    )}
    {field.mark && <span class="field-mark"> {field.mark}</span>}
  </>
)

export const Explanations = ({ field }: { field: FieldBase }) => (
  <>
    {field.hint && (
      <p class="field-hint" id={`${idOf(field)}-hint`}>
        {field.hint}
      </p>
    )}
    {field.error && (
      <p class="field-error" id={`${idOf(field)}-error`}>
        <Icon name="alert-circle" size={18} />
        <span>{field.error}</span>
      </p>
    )}
  </>
)
