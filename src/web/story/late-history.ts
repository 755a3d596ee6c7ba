// What happened to the clocks of a dossier, as officers read it: warnings, delays with their reasons, due dates that moved.

import { readRungAt } from '../../core/clock/ladder-schema.ts'
import { speakLimit, speakShort } from '../../core/clock/speak.ts'
import { parseTime } from '../../core/clock/time-limit.ts'
import type { ClockEvent } from '../../core/dossier/late/evolve.ts'
import { stepNamed } from '../../core/procedure/flow.ts'
import type { Telling, Told } from './office-history.ts'

type Of<T extends ClockEvent['type']> = Extract<ClockEvent, { type: T }>

/** Null for rungs that were passed over for a higher one. */
export const toldLate = (telling: Telling, event: ClockEvent): Told | null => {
  const { text, agency, language } = telling
  const say = text.late.events
  switch (event.type) {
    case 'rung-reached':
      return event.tell.length > 0 ? toldRung(telling, event) : null
    case 'breach-explained': {
      const known = agency.breachReasons.find(({ reason }) => reason === event.reason)
      const title = say.explained(whose(telling, event.step), known?.label[language] ?? event.reason)
      return { title, note: event.note, tone: 'warning', icon: 'clock' }
    }
    case 'breach-acknowledged':
      return { title: say.acknowledged(whose(telling, event.step)), note: event.remark, icon: 'eye' }
    case 'deadlines-moved':
      return {
        title: say.moved,
        note: [event.reason, ...event.moved.map((one) => movedWords(telling, event, one))].join('; '),
        tone: 'warning',
        icon: 'calendar',
      }
  }
}

const toldRung = (telling: Telling, event: Of<'rung-reached'>): Told => {
  const { text } = telling
  const isWarning = readRungAt(event.when)?.kind === 'share'
  return {
    title: rungWords(telling, event),
    note: text.late.events.told(event.tell.map((who) => text.late.audience[who]).join(', ')),
    tone: isWarning ? 'warning' : 'bad',
    icon: isWarning ? 'hourglass' : 'bell',
  }
}

const rungWords = (telling: Telling, { when, step }: Of<'rung-reached'>): string => {
  const { text, language } = telling
  const say = text.late.events
  const what = whose(telling, step)
  const at = readRungAt(when)
  if (at?.kind === 'share') return say.share(`${at.percent}%`, what)
  const limit = parseTime(when)
  return limit?.kind === 'fixed' ? say.after(speakLimit(limit, language), what) : say.due(what)
}

const whose = ({ text, procedure }: Telling, step: string | null): string =>
  step === null ? text.late.promise : text.late.step(stepNamed(procedure, step)?.activity ?? step)

const movedWords = (
  telling: Telling,
  { at: now }: Of<'deadlines-moved'>,
  { step, from, to }: Of<'deadlines-moved'>['moved'][number],
): string => {
  const { text, agency, language } = telling
  const say = text.late.events
  const words = (at: string | null): string =>
    at === null ? say.none : speakShort(at, language, { zone: agency.zone, now })
  return say.movedFrom(whose(telling, step), words(from), words(to))
}
