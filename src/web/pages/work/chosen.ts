// The tasks that were ticked in a work list: each opened for this reader, or told why not.
import { type Dossier, type Task, taskNamed } from '../../../core/dossier/dossier.ts'
import { factsOf } from '../../../core/dossier/involved.ts'
import { mayDossier } from '../../../core/person/may.ts'
import { stepNamed } from '../../../core/procedure/flow.ts'
import type { Procedure, Step } from '../../../core/procedure/schema.ts'
import { type DossierRecord, readDossier } from '../../../store/dossiers.ts'
import type { Services } from '../../services.ts'
import type { SignedIn, Visitor } from '../../visitor.ts'

/** What a list shows on one page. */
export const MOST_CHOSEN = 50

export type Chosen = {
  /** As the form sends it. */
  value: string
  record: DossierRecord
  dossier: Dossier
  procedure: Procedure
  task: Task
  step: Step | undefined
}

export type Opened = { chosen: Chosen[]; gone: number }

/** As the form of the list names a task. */
export const choiceValue = ({ dossier, task }: { dossier: string; task: string }): string => `${dossier}.${task}`

/** In the order in which they were sent; what is not for this reader looks like what is not there. */
export const openChosen = async (
  services: Services,
  { visitor, signedIn }: { visitor: Visitor; signedIn: SignedIn },
  values: readonly string[],
): Promise<Opened> => {
  const { agency } = visitor.agency.agency
  const chosen: Chosen[] = []
  const wanted = [...new Set(values)]
  for (const value of wanted) {
    const [id, named] = value.split('.')
    const record = id && named && UUID.test(id) ? await readDossier(services.store, agency, id) : null
    if (!record || !mayDossier(signedIn.actor, 'see-inside', factsOf(record.dossier))) continue
    const task = taskNamed(record.dossier, named ?? '')
    if (!task) continue
    const procedure = await services.procedureOf(agency, record.procedure, record.edition)
    chosen.push({ value, record, dossier: record.dossier, procedure, task, step: stepNamed(procedure, task.step) })
  }
  return { chosen, gone: wanted.length - chosen.length }
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
