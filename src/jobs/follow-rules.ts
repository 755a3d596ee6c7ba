// Every few minutes: begins what the rules of the calendar say for the days since they were last followed.
import { Temporal } from 'temporal-polyfill'
import { inForce } from '../core/agency/catalogue.ts'
import { daysOf } from '../core/clock/recurrence.ts'
import { type ScheduleStart, schedulesOf, startName } from '../core/procedure/automatic.ts'
import type { Procedure } from '../core/procedure/schema.ts'
import type { Sentence } from '../core/sentence.ts'
import { alone } from '../store/alone.ts'
import { activeItems, automaticStarts, type LookedAfter, rememberStart } from '../store/automatic-starts.ts'
import { OFFICE_CLIENT } from '../store/clients.ts'
import { begin, sayRefused } from './begin.ts'
import { type JobRun, type JobTools, officeOf } from './tools.ts'

/** One worker follows the rules at a time; another that comes meanwhile has nothing to do. */
export const followRules: JobRun = async (tools) => {
  for (const { agency } of tools.catalogue.agencies)
    await alone(tools.store, `rules ${agency.agency}`, () => followOf(tools, agency.agency))
}

const followOf = async (tools: JobTools, agency: string): Promise<void> => {
  const now = tools.now()
  const office = await officeOf(tools, agency)
  const known = await automaticStarts(tools.store, agency)
  for (const procedure of inForce(office)) {
    for (const start of schedulesOf(procedure)) {
      const name = startName(start)
      const last = known.find((one) => one.procedure === procedure.procedure && one.start === name && one.item === '')
      // A rule that is seen for the first time begins today: nothing is made up for the years before.
      const from = last ? dayAfter(last.lookedOn) : office.today
      // Of several days that were missed the last one counts: nobody is helped by two yearly reviews at once.
      const day = daysOf(start.rule, from, office.today).at(-1)
      const begun = day === undefined ? NOTHING : await beginAll(tools, { office, procedure, start, day })
      const { refused } = begun
      if (refused) sayRefused(tools, { office, procedure, start }, { refused, before: last?.found ?? null })
      await rememberStart(tools.store, agency, {
        procedure: procedure.procedure,
        start: name,
        item: '',
        lookedAt: now,
        // A day on which something could not begin is not over: it is tried again, and what has begun is not begun twice.
        lookedOn: refused ? dayBefore(from) : office.today,
        badStreak: refused ? 1 : 0,
        found: refused,
        dossier: begun.dossier ?? last?.dossier ?? null,
      })
    }
  }
}

type Falling = {
  office: Awaited<ReturnType<JobTools['living']>>
  procedure: Procedure
  start: ScheduleStart
  day: string
}

/** The last dossier that was begun, and why another could not. */
type BegunAll = { dossier: string | null; refused: Sentence | null }

const NOTHING: BegunAll = { dossier: null, refused: null }

const beginAll = async (tools: JobTools, { office, procedure, start, day }: Falling): Promise<BegunAll> => {
  const { agency } = office.agency
  const items = start.each === undefined ? [OF_THE_OFFICE] : await activeItems(tools.store, agency, start.each)
  const all = { ...NOTHING }
  for (const { key, columns, client, clientKind } of items) {
    const words = { ...columns, key, day }
    const begun = await begin(tools, { office, procedure, start, client: { client, clientKind }, words, occasion: day })
    if ('refused' in begun) all.refused = begun.refused
    else all.dossier = begun.dossier
  }
  return all
}

const OF_THE_OFFICE: LookedAfter = { key: '', columns: {}, client: OFFICE_CLIENT, clientKind: 'office' }

const dayAfter = (day: string): string => Temporal.PlainDate.from(day).add({ days: 1 }).toString()

const dayBefore = (day: string): string => Temporal.PlainDate.from(day).subtract({ days: 1 }).toString()
