// When who does whose work has changed, and every hour for the new day: gives back what was taken by people who may no longer do it.
import { z } from 'zod'
import { isTakerStale } from '../core/dossier/stale-taker.ts'
import { readTakenTasks } from '../store/taken-tasks.ts'
import { type JobRun, type JobTools, officeOf } from './tools.ts'

/** Without an agency, as the clock queues it: all of them. */
const payload = z.object({ agency: z.string().optional() })

export const releaseTaken: JobRun = async (tools, raw) => {
  const { agency: only } = payload.parse(raw ?? {})
  for (const { agency } of tools.catalogue.agencies)
    if (only === undefined || only === agency.agency) await releaseIn(tools, agency.agency)
}

const releaseIn = async (tools: JobTools, agency: string): Promise<void> => {
  const office = await officeOf(tools, agency)
  for (const { task, dossier, procedure, takenBy, ...row } of await readTakenTasks(tools.store, agency)) {
    if (!isTakerStale({ procedure: { procedure }, task: { ...row, takenBy } }, { office, today: office.today }))
      continue
    const handled = await tools.handle({
      agency,
      dossier,
      by: { kind: 'system', job: 'release-taken' },
      command: { type: 'release-stale', task },
      key: `release:${task}:${takenBy}:${office.today}`,
    })
    if (!handled.ok) tools.log.warn({ agency, dossier, refusal: handled.refusal.code }, 'a task was not released')
  }
  // Work lists, menus and bells of open pages follow the new day and the new mandates.
  tools.store.tell(
    agency,
    office.agency.posts.map(({ post }) => post),
  )
}
