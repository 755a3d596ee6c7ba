// Computes all open deadlines anew after calendar or ladder have changed: some dossiers at a time, so that it can stop anywhere.
import { z } from 'zod'
import type { LivingOffice } from '../core/agency/catalogue.ts'
import { fold } from '../core/dossier/evolve.ts'
import { PROMISE } from '../core/dossier/late/clocks.ts'
import { decideMoveDeadlines } from '../core/dossier/late/move-deadlines.ts'
import { type Timer, timersOf } from '../core/dossier/late/timers.ts'
import {
  beginReProjection,
  isSameMoment,
  nextOpenDossiers,
  noteProgress,
  type OpenDossierRow,
  type Progress,
  queueReProjection,
} from '../store/re-projections.ts'
import { armTimers } from '../store/timers.ts'
import { type JobRun, type JobTools, officeOf } from './tools.ts'

/** `change` names what asked for it; without it each job is a computing of its own. */
const payloadShape = z.object({
  agency: z.string(),
  reason: z.string(),
  calendar: z.string().nullable().default(null),
  change: z.string().optional(),
  by: z.uuid().nullable().default(null),
})

/** Loaded at once, and moved side by side. */
const BATCH = 100
const SIDE_BY_SIDE = 4
/** After so many dossiers the job ends and queues itself once more: a worker that is told to stop never waits long for it. */
const IN_ONE_JOB = 2000

export const reProject: JobRun = async (tools, payload) => {
  const { agency, reason, calendar, by, ...asked } = payloadShape.parse(payload)
  const now = tools.now()
  const cause = asked.change ?? tools.newId()
  const id = tools.newId()
  const begun = await beginReProjection(tools.store, agency, { id, cause, reason, calendar, by, now })
  if (begun === null) return
  const goesOn = await goOn(tools, agency, begun)
  if (goesOn !== null)
    await queueReProjection(
      tools.store,
      { agency, reason, calendar, by, change: cause },
      `re-project:${agency}:${cause}:${goesOn}`,
    )
}

/** @returns where the next job goes on; null when it is done, or somebody else does it */
const goOn = async (tools: JobTools, agency: string, run: Progress): Promise<string | null> => {
  let { reached } = run
  for (let done = 0; done < IN_ONE_JOB; done += BATCH) {
    const rows = await nextOpenDossiers(tools.store, agency, { after: reached, limit: BATCH })
    const office = await officeOf(tools, agency)
    const moved = await moveAll(tools, { agency, office, run }, rows)
    const last = rows.at(-1)?.dossier ?? null
    const step = { id: run.id, from: reached, reached: last, seen: rows.length, moved, now: tools.now() }
    if (!(await noteProgress(tools.store, agency, step)) || last === null) return null
    reached = last
  }
  return reached
}

type Moving = { agency: string; office: LivingOffice; run: Progress }

const moveAll = async (tools: JobTools, moving: Moving, rows: readonly OpenDossierRow[]): Promise<number> => {
  const next = rows.values()
  const counts = await Promise.all(
    Array.from({ length: SIDE_BY_SIDE }, async () => {
      let moved = 0
      for (const row of next) {
        // One that cannot be read does not keep the others from it.
        const isMoved = await moveOne(tools, moving, row).catch((err: unknown) => {
          tools.log.error({ err, dossier: row.dossier }, 'deadlines not computed anew')
          return false
        })
        if (isMoved) moved += 1
      }
      return moved
    }),
  )
  return counts.reduce((sum, count) => sum + count, 0)
}

/** The key names the run and the dossier: what was done before a worker died is not done again. */
const moveOne = async (tools: JobTools, { agency, office, run }: Moving, row: OpenDossierRow): Promise<boolean> => {
  const { dossier: id, events, clientName, edition } = row
  const procedure = await tools.procedureOf(agency, row.procedure, edition)
  const dossier = fold(id, events)
  if (!dossier) return false
  const input = { procedure, dossier, office, now: tools.now() }
  const { reason, calendar } = run
  const stood = [{ clock: PROMISE, dueAt: row.dueAt }, ...row.tasks]
  const command = { type: 'move-deadlines' as const, reason, calendar, stood }
  const decided = decideMoveDeadlines(input, command)
  if (decided.ok && decided.facts.length > 0) {
    const known = { dossier, events, procedure: row.procedure, edition, clientName }
    const by = { kind: 'system' as const, job: 're-project' }
    const handled = await tools.handle({ agency, dossier: id, by, command, key: `re-project:${run.id}:${id}`, known })
    return handled.ok
  }
  // Moved by the worker that died before it could say so.
  const isMovedBefore = dossier.deadlineMoves.some((one) => one.reason === reason && one.at >= run.askedAt)
  const timers = timersOf(input)
  if (!isSameTimers(row.timers, timers)) await armTimers(tools.store, agency, dossier, timers)
  return isMovedBefore
}

const isSameTimers = (stood: readonly Timer[], timers: readonly Timer[]): boolean =>
  stood.length === timers.length &&
  timers.every((timer) =>
    stood.some(
      (old) =>
        old.clock === timer.clock &&
        old.rung === timer.rung &&
        isSameMoment(old.ring_at, timer.ring_at) &&
        isSameMoment(old.due_at, timer.due_at),
    ),
  )
