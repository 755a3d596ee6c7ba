// A form of the dossier's page: it says what is done to which task, once, and gives back what was typed into it.
import type { ComponentChildren } from 'preact'
import { first } from '../../request/body.ts'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { Field } from '../../ui/field.tsx'
import { Form, type FormProps } from '../../ui/form.tsx'
import { type Desk, type FormName, faultAt, faultsOf, typedInto } from './desk.ts'
import { LateWhileFinishing } from './late-fields.tsx'

export const addressOf = ({ dossier }: Pick<Desk, 'dossier'>, task: string | null): string =>
  task === null ? `/dossiers/${dossier.id}` : `/dossiers/${dossier.id}/tasks/${task}`

type DeskFormProps = {
  desk: Desk
  form: FormName
  upload?: boolean
  draft?: FormProps['draft']
  children: ComponentChildren
}

export const DeskForm = ({ desk, form, upload = false, draft, children }: DeskFormProps) => {
  const { text } = desk.visitor
  const faults = faultsOf(desk, form).map((fault) => ({
    ...fault,
    id: fault.id ?? (fault.name === undefined ? undefined : controlId(form, fault.name)),
  }))
  const action = (form.task === null ? desk.formsOfNoTask : undefined) ?? addressOf(desk, form.task)
  return (
    <Form action={action} csrf={desk.signedIn.csrf} upload={upload} draft={draft}>
      <ErrorSummary title={text.common.errors.title} faults={faults} />
      <input type="hidden" name="do" value={form.deed} />
      <input type="hidden" name="task" value={form.task ?? ''} />
      <input type="hidden" name="key" value={desk.newId()} />
      <LateWhileFinishing desk={desk} form={form} idOf={(name) => controlId(form, name)} />
      {children}
    </Form>
  )
}

/** Several forms of one page may ask for a note: ids carry the form's name. */
export const controlId = ({ deed, task }: FormName, name: string): string =>
  `${deed}-${(task ?? 'all').slice(0, 8)}-${name}`

export type NoteProps = {
  desk: Desk
  form: FormName
  name: string
  label: string
  hint?: string | undefined
  mark?: string | undefined
  required?: boolean | undefined
  rows?: number | undefined
  /** Stands there when nothing was typed yet. */
  value?: string | undefined
}

export const NOTE_LETTERS = 2000

export const Note = ({ desk, form, name, value, rows, ...label }: NoteProps) => {
  const typed = typedInto(desk, form)
  return (
    <Field
      kind="textarea"
      {...label}
      name={name}
      id={controlId(form, name)}
      value={typed ? first(typed, name) : (value ?? '')}
      error={faultAt(desk, form, name)}
      rows={rows ?? 3}
      maxlength={NOTE_LETTERS}
    />
  )
}
