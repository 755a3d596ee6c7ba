// Every minute: rings the rungs of the ladder that have come. Any number of workers may do it at once.
import { armAnew, type DueTimer, takeTimers } from '../store/timers.ts'
import { type JobRun, type JobTools, officeOf } from './tools.ts'
import { watchLadder } from './watch-ladder.ts'

/** So many are taken at once, and so many of them rung side by side. */
const TAKEN = 50
const SIDE_BY_SIDE = 4

/** Longer than a worker needs for what it has taken; after that it has died, and another takes them. */
const TAKEN_MS = 2 * 60_000

export const ring: JobRun = async (tools) => {
  for (const { agency } of tools.catalogue.agencies) {
    await watchLadder(tools, agency.agency)
    await ringAgency(tools, agency.agency)
  }
}

const ringAgency = async (tools: JobTools, agency: string): Promise<void> => {
  for (;;) {
    const now = tools.now()
    const until = new Date(Date.parse(now) + TAKEN_MS).toISOString()
    const due = await takeTimers(tools.store, agency, { now, until, limit: TAKEN })
    if (due.length === 0) return
    const next = due.values()
    await Promise.all(Array.from({ length: SIDE_BY_SIDE }, () => ringAll(tools, agency, next)))
  }
}

const ringAll = async (tools: JobTools, agency: string, timers: Iterable<DueTimer>): Promise<void> => {
  for (const timer of timers) {
    // One that cannot be rung does not keep the others from it; it is tried again when it is given back.
    await ringOne(tools, agency, timer).catch((err: unknown) => tools.log.error({ err, agency, timer }, 'not rung'))
  }
}

/** The key names clock and rung: whoever rings it a second time is told so, and nothing happens. */
const ringOne = async (tools: JobTools, agency: string, { dossier, clock, rung }: DueTimer): Promise<void> => {
  const handled = await tools.handle({
    agency,
    dossier,
    by: { kind: 'system', job: 'ring' },
    command: { type: 'ring', clock, rung },
    key: `ring:${dossier}:${clock}:${rung}`,
  })
  if (handled.ok && !handled.isRepeated) return
  // It did not come after all: the calendar, the ladder or the work has moved on.
  const office = await officeOf(tools, agency)
  await armAnew(tools.store, { agency, dossier, office, now: tools.now(), procedureOf: tools.procedureOf })
}
