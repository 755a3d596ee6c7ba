// What every act's form has in common: it shows itself, and reads the answer it got or says what is missing.
import type { ComponentChildren } from 'preact'
import { postTitle } from '../../../../core/agency/agency.ts'
import type { Task } from '../../../../core/dossier/dossier.ts'
import type { By } from '../../../../core/dossier/events.ts'
import type { Step } from '../../../../core/procedure/schema.ts'
import { first, type Posted } from '../../../request/body.ts'
import { Button } from '../../../ui/button.tsx'
import type { FieldFault } from '../../../ui/error-summary.tsx'
import { Field } from '../../../ui/field.tsx'
import { type Desk, type FormName, faultAt, typedInto } from '../desk.ts'
import { controlId } from '../desk-form.tsx'
import type { WorkForm } from '../work-form.ts'

export type ActProps = {
  desk: Desk
  task: Task
  step: Step
  by: Extract<By, { kind: 'post' }>
  /** Where the step asks for fields: what stands in them. */
  work: WorkForm | undefined
}
export type ActAnswer = { ok: true; answer: Record<string, unknown> } | { ok: false; faults: FieldFault[] }

export type ActView = {
  Body: (props: ActProps) => ComponentChildren
  /** The core judges again; here only what can be said beside a field. */
  read: (posted: Posted, props: ActProps) => ActAnswer
}

/** The form that finishes a task. */
export const finishForm = (task: Pick<Task, 'task'>): FormName => ({ deed: 'finish', task: task.task })

/** Whose desk is next, by the procedure's own word; empty where it says nothing. */
export const nextPost = ({ desk, step }: Pick<ActProps, 'desk' | 'step'>): string => {
  const post = step.forwardsTo ? desk.procedure.actors[step.forwardsTo]?.post : undefined
  return post ? postTitle(desk.visitor.agency.agency, post) : ''
}

/** The printed question of a step that decides; a step that was sent back goes straight to where it came from. */
export const Decision = ({ desk, task, step, work }: ActProps) => {
  if (!step.decides || task.backTo) return null
  const form = finishForm(task)
  const { language } = desk.visitor
  return (
    <Field
      kind="radio"
      name="exit"
      id={controlId(form, 'exit')}
      label={step.decides.question[language]}
      required
      value={first(typedInto(desk, form), 'exit') || work?.values.exit?.[0]}
      error={faultAt(desk, form, 'exit')}
      options={step.decides.exits.map((exit) => ({ value: exit.answer, label: exit.label[language] }))}
    />
  )
}

export const readDecision = (
  posted: Posted,
  { desk, task, step }: ActProps,
): { exit: string | undefined; faults: FieldFault[] } => {
  if (!step.decides || task.backTo) return { exit: undefined, faults: [] }
  const exit = first(posted, 'exit')
  const isKnown = step.decides.exits.some((one) => one.answer === exit)
  return isKnown
    ? { exit, faults: [] }
    : { exit: undefined, faults: [{ name: 'exit', message: desk.visitor.text.office.acts.decideMissing }] }
}

/** An answer, or every fault at once. */
export const answered = (answer: Record<string, unknown>, faults: FieldFault[]): ActAnswer =>
  faults.length === 0 ? { ok: true, answer } : { ok: false, faults }

export const PrimaryButton = ({
  desk,
  children,
  name,
  value,
}: {
  desk: Desk
  children: ComponentChildren
  name?: string | undefined
  value?: string | undefined
}) => (
  <Button kind="primary" icon="writing-sign" wide busy={desk.visitor.text.office.acts.busy} name={name} value={value}>
    {children}
  </Button>
)
