// Notes when a recipient of a disposition first has it before them, on a page or over the machine interface: from then on it is not recalled.
import { isUnreadBy } from '../core/dossier/dispositions/read.ts'
import { openTasks } from '../core/dossier/dossier.ts'
import type { Procedure } from '../core/procedure/schema.ts'
import { type DossierRecord, readDossier } from '../store/dossiers.ts'
import { outageOf } from '../store/outage.ts'
import { byForTask } from './acting.ts'
import type { Services } from './services.ts'
import type { Person } from './visitor.ts'

type Reading = { office: string; person: Person; record: DossierRecord; procedure: Procedure }

/** Before anything is shown. @returns the dossier as it stands afterwards: what was recalled in between is gone from it */
export const noteReading = async (
  services: Pick<Services, 'store' | 'handle' | 'log'>,
  { office, person, record, procedure }: Reading,
): Promise<DossierRecord> => {
  const { dossier } = record
  const unread = openTasks(dossier).flatMap((task) => {
    const by = byForTask(person, { procedure, dossier, task })
    return by?.kind === 'post' && isUnreadBy(dossier, task, by) ? [{ task: task.task, by }] : []
  })
  if (unread.length === 0) return record
  for (const { task, by } of unread) {
    const command = { type: 'read-task' as const, task }
    const order = { agency: office, dossier: dossier.id, by, command, key: `read:${task}:${person.person}` }
    await services.handle(order).catch((error: unknown) => readAllTheSame(services, error))
  }
  return (await readDossier(services.store, office, dossier.id)) ?? record
}

/** A database that takes nothing new for a while takes no recall either: what lies there may be read. */
const readAllTheSame = ({ log }: Pick<Services, 'log'>, error: unknown): void => {
  const outage = outageOf(error)
  if (outage !== 'reading' && outage !== 'full') throw error
  log.warn({ outage }, 'that a disposition was opened could not be noted')
}
