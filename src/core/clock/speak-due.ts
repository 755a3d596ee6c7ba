// A due date in words that nobody misreads: what is used up when the day closes is told as the end of that day.
import { Temporal } from 'temporal-polyfill'
import type { Calendar } from './calendar.ts'
import { cutToMinute, type Instant, instantAt } from './instant.ts'
import { type Language, speakInstant, speakShort } from './speak.ts'
import { dayAt, workingDay } from './working-day.ts'

/**
 * The moment to tell. A due may stand at the opening of a day (a limit in days that began before opening): nobody works
 * between the closing before and that moment, and whoever reads it takes it for a day more. So the closing is told.
 */
export const toldDue = (calendar: Calendar, dueAt: Instant): { at: Instant; isClosing: boolean } => {
  const due = cutToMinute(dueAt)
  const { stretches } = workingDay(calendar, dayAt(calendar, due))
  if (stretches.at(-1)?.to === due) return { at: dueAt, isClosing: true }
  const closing = stretches[0]?.from === due ? closingBefore(calendar, due) : null
  return closing === null ? { at: dueAt, isClosing: false } : { at: instantAt(closing), isClosing: true }
}

/** For a list: `hari ini 14.00`, `Jum, 20 Nov 16.30, akhir hari kerja`. */
export const speakDue = (
  dueAt: Instant,
  language: Language,
  { calendar, now }: { calendar: Calendar; now: Instant },
): string => {
  const { at, isClosing } = toldDue(calendar, dueAt)
  return withClosing(speakShort(at, language, { zone: calendar.zone, now }), language, isClosing)
}

/** In full, with the zone. */
export const speakDueInFull = (dueAt: Instant, language: Language, calendar: Calendar): string => {
  const { at, isClosing } = toldDue(calendar, dueAt)
  return withClosing(speakInstant(at, language, calendar.zone), language, isClosing)
}

const withClosing = (words: string, language: Language, isClosing: boolean): string =>
  isClosing ? `${words} (${CLOSING[language]})` : words

const CLOSING = { id: 'akhir hari kerja', en: 'end of the working day' } as const

const closingBefore = (calendar: Calendar, moment: number): number | null => {
  let on = Temporal.PlainDate.from(dayAt(calendar, moment))
  for (let tries = 0; tries < MOST_DAYS; tries += 1) {
    on = on.subtract({ days: 1 })
    const last = workingDay(calendar, on.toString()).stretches.at(-1)
    // A desk that is open day and night has no closing.
    if (last) return last.to < moment ? last.to : null
  }
  return null
}

/** No office is closed for longer; before the first day of a calendar there is nothing to find. */
const MOST_DAYS = 60
