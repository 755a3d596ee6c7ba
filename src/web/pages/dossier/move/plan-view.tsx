// What would become of this dossier on the other edition: open tasks, steps that come and go, what is missing.
import type { ComponentChildren } from 'preact'
import { postTitle } from '../../../../core/agency/agency.ts'
import { speakDue } from '../../../../core/clock/speak-due.ts'
import { promiseDue, stepDue } from '../../../../core/dossier/clocks.ts'
import { openMainTasks, type Task } from '../../../../core/dossier/dossier.ts'
import { stepNamed } from '../../../../core/procedure/flow.ts'
import { fieldsOf } from '../../../../core/procedure/form.ts'
import type { Planned } from '../../../editions/moving.ts'
import { Card } from '../../../ui/card.tsx'
import { Definition, type Fact } from '../../../ui/definition.tsx'
import { type Column, Table } from '../../../ui/table.tsx'
import type { Desk } from '../desk.ts'

type Props = { desk: Desk; planned: Planned }

export const PlanView = ({ desk, planned }: Props) => {
  const words = desk.visitor.text.editions.move
  return (
    <>
      <Card title={words.tasks} flush>
        <TaskTable desk={desk} planned={planned} />
      </Card>
      <Card title={words.changes}>
        <Definition facts={changesOf({ desk, planned })} />
      </Card>
    </>
  )
}

const TaskTable = ({ desk, planned: { to, plan } }: Props) => {
  const { visitor, procedure, dossier } = desk
  const words = visitor.text.editions.move
  const { agency } = visitor.agency
  const movedOf = (task: Task) => plan.tasks.find((one) => one.task === task.task)
  const at = (instant: string | null): string =>
    instant === null
      ? words.noLimit
      : speakDue(instant, visitor.language, { calendar: visitor.agency.calendar, now: visitor.now })
  const who = (posts: readonly string[], forApplicant: boolean): string =>
    forApplicant ? words.applicant : posts.map((post) => postTitle(agency, post)).join(' / ')
  const columns: Column<Task>[] = [
    {
      key: 'now',
      label: words.nowAt,
      head: true,
      render: (task) => stepNamed(procedure, task.step)?.activity ?? task.step,
    },
    {
      key: 'then',
      label: words.thenAt,
      render: (task) => {
        const step = movedOf(task)?.step
        return step === undefined ? words.mustChoose : (stepNamed(to, step)?.activity ?? step)
      },
    },
    {
      key: 'desk',
      label: words.desk,
      render: (task) => {
        const moved = movedOf(task)
        return moved ? who(moved.posts, moved.forApplicant) : who(task.posts, task.forApplicant)
      },
    },
    {
      key: 'due',
      label: words.due,
      render: (task) => {
        const before = at(stepDue(procedure, visitor.agency, task))
        const moved = movedOf(task)
        const after = moved ? at(stepDue(to, visitor.agency, { ...task, ...moved })) : before
        return before === after ? after : words.fromTo(before, after)
      },
    },
  ]
  return (
    <Table
      caption={words.tasks}
      captionHidden
      columns={columns}
      rows={openMainTasks(dossier)}
      rowKey={(one) => one.task}
    />
  )
}

const changesOf = ({ desk, planned: { to, plan } }: Props): Fact[] => {
  const { visitor, procedure, dossier } = desk
  const words = visitor.text.editions.move
  const lines = (values: readonly string[]): ComponentChildren =>
    values.length === 0 ? words.none : <List values={values} />
  const due = (one: typeof procedure): string => {
    const at = promiseDue({ procedure: one, dossier, office: visitor.agency })
    return at === null
      ? words.noLimit
      : speakDue(at, visitor.language, { calendar: visitor.agency.calendar, now: visitor.now })
  }
  const [before, after] = [due(procedure), due(to)]
  const labelOf = (name: string): string =>
    fieldsOf(to).find((field) => field.field === name)?.label[visitor.language] ?? name
  return [
    { label: words.kept, value: String(procedure.steps.length - plan.removed.length) },
    { label: words.added, value: lines(plan.added.map((step) => step.activity)) },
    { label: words.removed, value: lines(plan.removed.map((step) => step.activity)) },
    { label: words.promise, value: before === after ? after : words.fromTo(before, after) },
    { label: words.missingFields, value: lines(plan.missingFields.map(labelOf)) },
    { label: words.missingPapers, value: lines(plan.missingPapers) },
    ...(plan.strandedLetters.length > 0 ? [{ label: words.stranded, value: lines(plan.strandedLetters) }] : []),
    ...(plan.dropped.length > 0 ? [{ label: words.dropped, value: String(plan.dropped.length) }] : []),
  ]
}

const List = ({ values }: { values: readonly string[] }) => (
  <ul class="bullets">
    {values.map((value) => (
      <li key={value}>{value}</li>
    ))}
  </ul>
)
