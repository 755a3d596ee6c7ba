// What a step of the office is filled in with: what was typed now, or kept before, or what stands in the dossier.

import type { Dossier, Task } from '../../../core/dossier/dossier.ts'
import { recordsAt } from '../../../core/procedure/form.ts'
import type { Procedure } from '../../../core/procedure/schema.ts'
import { type Draft, type DraftFile, type DraftKey, dropDraft, findDraft } from '../../../store/drafts.ts'
import type { JudgedForm } from '../../fields/judge-form.ts'
import { judgeWork, NOTE } from '../../fields/judge-work.ts'
import { ROW } from '../../fields/table-rows.ts'
import { type TypedValues, valuesOf } from '../../fields/typed-form.ts'
import { first, type Posted } from '../../request/body.ts'
import type { Services } from '../../services.ts'
import type { SignedIn, Visitor } from '../../visitor.ts'
import { type Keeping, keepSent, keepTyped } from '../apply/keep-draft.ts'

/** The fields of one task with what stands in them. */
export type WorkForm = {
  values: TypedValues
  files: readonly DraftFile[]
  /** Null while nothing was sent that could be judged. */
  judged: JudgedForm | null
  uploadFaults: readonly JudgedForm['faults'][number][]
}

/** What is kept beside the fields of the step, so that a draft is whole. */
const BESIDE = [NOTE, 'exit', 'draft', 'classification', 'security']

type At = { visitor: Visitor; signedIn: SignedIn; procedure: Procedure; dossier: Dossier }

export const hasFields = (procedure: Procedure, task: Pick<Task, 'kind' | 'step'>): boolean =>
  task.kind === 'main' && recordsAt(procedure, task.step).length > 0

/** As the page is opened: a draft before what stands from an earlier round. */
export const openWork = async (services: Services, at: At, task: Task): Promise<WorkForm> => {
  const { restored } = at.visitor
  if (restored && first(restored, 'do') === 'finish' && first(restored, 'task') === task.task)
    return keptWork(await keepSent(services, keepingOf(at, task, restored)))
  const draft = await findDraft(services.store, at.visitor.agency.agency.agency, keyOf(at, task))
  return {
    values: draft?.values ?? valuesOf(at.dossier.form),
    files: draft?.files ?? [],
    judged: null,
    uploadFaults: [],
  }
}

/** As a form was sent: kept whatever its faults, then judged. */
export const sentWork = async (services: Services, at: At, task: Task, form: Posted): Promise<WorkForm> => {
  const kept = keptWork(await keepSent(services, keepingOf(at, task, form)))
  if (first(form, ROW) !== '') return kept
  const judged = await judgeWork(services, {
    agency: at.visitor.agency,
    procedure: at.procedure,
    dossier: at.dossier,
    step: task.step,
    values: kept.values,
    files: kept.files,
    note: first(form, NOTE),
  })
  return { ...kept, judged }
}

const keptWork = ({ draft, faults }: Awaited<ReturnType<typeof keepSent>>): WorkForm => ({
  values: draft.values,
  files: draft.files,
  judged: null,
  uploadFaults: faults,
})

/** What a script saves while somebody types. */
export const typedWork = (services: Services, at: At, task: Task, form: Posted): Promise<Draft> =>
  keepTyped(services, keepingOf(at, task, form))

/** The step is done: what was kept for it has gone into the dossier. */
export const forgetWork = async (services: Services, at: At, task: string): Promise<void> => {
  const office = at.visitor.agency.agency.agency
  const draft = await findDraft(services.store, office, keyOf(at, { task }))
  if (draft) await dropDraft(services.store, office, draft)
}

const keyOf = ({ signedIn, procedure, dossier }: At, { task }: Pick<Task, 'task'>): DraftKey => ({
  person: signedIn.person,
  procedure: procedure.procedure,
  client: dossier.client,
  channel: `task:${task}`,
})

const keepingOf = (at: At, task: Task, form: Posted): Keeping => ({
  agency: at.visitor.agency.agency.agency,
  procedure: at.procedure,
  step: task.step,
  key: keyOf(at, task),
  posted: form,
  beside: BESIDE,
  now: at.visitor.now,
})
