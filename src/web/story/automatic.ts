// What the office begins of itself, as it stands: each rule with its next day, each probe with what it found last.
import { type AgencyData, inForce } from '../../core/agency/catalogue.ts'
import type { Day, Instant } from '../../core/clock/instant.ts'
import { nextDay } from '../../core/clock/recurrence.ts'
import {
  type MonitorStart,
  monitorsOf,
  type ScheduleStart,
  schedulesOf,
  startName,
} from '../../core/procedure/automatic.ts'
import type { Procedure } from '../../core/procedure/schema.ts'
import type { Sentence } from '../../core/sentence.ts'
import { type AutomaticStart, automaticStarts } from '../../store/automatic-starts.ts'
import type { Store } from '../../store/connect.ts'

export type Rule = {
  procedure: Procedure
  start: ScheduleStart
  nextOn: Day | null
  /** When it was followed last, and the dossier that it began last. */
  lookedAt: Instant | null
  dossier: string | null
  /** Why it could not begin; null when all is well. */
  found: Sentence | null
}

export type Trouble = { item: string; found: Sentence; since: Instant; dossier: string | null }

export type Probe = {
  procedure: Procedure
  start: MonitorStart
  /** How many things were looked at so far, and when one was last. */
  looked: number
  lookedAt: Instant | null
  troubles: Trouble[]
}

export const automaticNow = async (store: Store, data: AgencyData): Promise<{ rules: Rule[]; probes: Probe[] }> => {
  const known = await automaticStarts(store, data.agency.agency)
  const seenOf = (procedure: Procedure, start: ScheduleStart | MonitorStart): AutomaticStart[] =>
    known.filter((one) => one.procedure === procedure.procedure && one.start === startName(start))
  const procedures = inForce(data)
  return {
    rules: procedures.flatMap((procedure) =>
      schedulesOf(procedure).map((start) => ruleOf(procedure, start, data.today, seenOf(procedure, start))),
    ),
    probes: procedures.flatMap((procedure) =>
      monitorsOf(procedure).map((start) => probeOf(procedure, start, seenOf(procedure, start))),
    ),
  }
}

const ruleOf = (procedure: Procedure, start: ScheduleStart, today: Day, [seen]: AutomaticStart[]): Rule => ({
  procedure,
  start,
  // What falls today and was followed already comes next on another day.
  nextOn: nextDay(start.rule, seen && seen.lookedOn >= today ? nextMorning(today) : today),
  lookedAt: seen?.lookedAt ?? null,
  dossier: seen?.dossier ?? null,
  found: seen?.found ?? null,
})

const nextMorning = (day: Day): Day => new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)

const probeOf = (procedure: Procedure, start: MonitorStart, seen: readonly AutomaticStart[]): Probe => ({
  procedure,
  start,
  looked: seen.length,
  lookedAt:
    seen
      .map((one) => one.lookedAt)
      .toSorted()
      .at(-1) ?? null,
  troubles: seen.flatMap(({ item, found, lookedAt, dossier }) =>
    found ? [{ item, found, since: lookedAt, dossier }] : [],
  ),
})
