// Durations and moments in the words of people, in both languages.
import type { Sentence } from '../sentence.ts'
import { cutToMinute, type Day, type Instant } from './instant.ts'
import type { TimeLimit, TimeUnit } from './time-limit.ts'

export type Language = keyof Sentence

/** Working minutes: `2 jam 15 menit`, `2 h 15 min`. A working day is not a fixed number of hours, so hours go on. */
export const speakMinutes = (minutes: number, language: Language): string => {
  const words = UNITS[language]
  const hours = Math.floor(minutes / 60)
  const rest = minutes % 60
  const parts = [hours > 0 && `${hours} ${words.hour}`, (rest > 0 || hours === 0) && `${rest} ${words.minute}`]
  return parts.filter((it) => it !== false).join(' ')
}

/** The standard time of a step: `2 jam`, `7 hari kerja`, `tanpa batas waktu`. */
export const speakLimit = (limit: TimeLimit, language: Language): string => {
  switch (limit.kind) {
    case 'fixed':
      return limit.unit === 'day' ? speakDays(limit.amount, language) : `${limit.amount} ${UNITS[language][limit.unit]}`
    case 'untimed':
      return { id: 'tanpa batas waktu', en: 'no time limit' }[language]
    case 'tentative':
      return { id: 'tentatif', en: 'tentative' }[language]
    case 'event-bound':
      return { id: 'selama kegiatan', en: 'as long as the event' }[language]
  }
}

/** In full: `20 November 2026 07.30 WIB`, `20 November 2026 07:30 WIB`. */
export const speakInstant = (at: Instant, language: Language, zone: string): string =>
  `${dateWords(at, language, zone, FULL)} ${speakClock(at, language, zone)} ${zoneName(at, zone)}`

/** For a list: `hari ini 14.00`, `besok 07.30`, `Jum, 20 Nov 14.00`; of another year with the year. */
export const speakShort = (at: Instant, language: Language, { zone, now }: { zone: string; now: Instant }): string => {
  const day = dayOf(at, zone)
  const today = dayOf(now, zone)
  const near = NEAR[language].get(day.number - today.number)
  const date = near ?? dateWords(at, language, zone, day.year === today.year ? SHORT : SHORT_OF_ANOTHER_YEAR)
  return `${date} ${speakClock(at, language, zone)}`
}

/** `Jumat, 20 November 2026`, `Friday, 20 November 2026`. */
export const speakDay = (on: Day, language: Language): string =>
  `${dateWords(noonOf(on), language, 'UTC', WEEKDAY)}, ${speakDate(on, language)}`

/** `20 November 2026`, as the office writes it on paper and in its books. */
export const speakDate = (on: Day, language: Language): string => dateWords(noonOf(on), language, 'UTC', FULL)

/** A day has no zone: its noon in any one names it. The kept formats are thirty times as quick as Temporal's own words. */
const noonOf = (on: Day): Instant => `${on}T12:00:00.000Z`

const WEEKDAY = { weekday: 'long' } as const

/** A date as a sheet prints it: a day, a month or a year alone; `2025-05` is said `Mei 2025`. */
export const speakPrinted = (printed: string, language: Language): string => {
  if (printed.length === 10) return speakDate(printed, language)
  return printed.length === 4 ? printed : dateWords(noonOf(`${printed}-01`), language, 'UTC', MONTH)
}

/** `WIB`, `WITA`, `WIT`: Indonesians say them in English too. */
const zoneName = (at: Instant, zone: string): string =>
  formatOf('id-ID', zone, ZONE_NAME)
    .formatToParts(cutToMinute(at))
    .find((it) => it.type === 'timeZoneName')?.value ?? zone

const ZONE_NAME = { timeZoneName: 'short' } as const

const LOCALE = { id: 'id-ID', en: 'en-GB' } as const

const FULL = { day: 'numeric', month: 'long', year: 'numeric' } as const

const MONTH = { month: 'long', year: 'numeric' } as const

const SHORT = { weekday: 'short', day: 'numeric', month: 'short' } as const

const SHORT_OF_ANOTHER_YEAR = { day: 'numeric', month: 'short', year: 'numeric' } as const

const UNITS: Record<Language, Record<Exclude<TimeUnit, 'day'>, string>> = {
  id: { minute: 'menit', hour: 'jam' },
  en: { minute: 'min', hour: 'h' },
}

const NEAR: Record<Language, Map<number, string>> = {
  id: new Map([
    [-1, 'kemarin'],
    [0, 'hari ini'],
    [1, 'besok'],
  ]),
  en: new Map([
    [-1, 'yesterday'],
    [0, 'today'],
    [1, 'tomorrow'],
  ]),
}

const speakDays = (amount: number, language: Language): string =>
  language === 'id' ? `${amount} hari kerja` : `${amount} working ${amount === 1 ? 'day' : 'days'}`

const dateWords = (at: Instant, language: Language, zone: string, style: Intl.DateTimeFormatOptions): string =>
  formatOf(LOCALE[language], zone, style).format(cutToMinute(at))

/** `09.30`, `09:30`. */
export const speakClock = (at: Instant, language: Language, zone: string): string => {
  const clock = formatOf('en-GB', zone, CLOCK).format(cutToMinute(at))
  return language === 'id' ? clock.replace(':', '.') : clock
}

const CLOCK = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const

/** `number` counts the days of the calendar, so that tomorrow's is one more. */
const dayOf = (at: Instant, zone: string): { year: number; number: number } => {
  const parts = formatOf('en-GB', zone, DAY).formatToParts(cutToMinute(at))
  const part = (type: 'day' | 'month' | 'year') => Number(parts.find((one) => one.type === type)?.value)
  return { year: part('year'), number: Date.UTC(part('year'), part('month') - 1, part('day')) / DAY_MS }
}

const DAY = { day: 'numeric', month: 'numeric', year: 'numeric' } as const
const DAY_MS = 86_400_000

// Making a format takes a hundred times longer than using it, and a work list has a hundred moments. The styles are these
// few constants, so the memory stays small.
const formats = new WeakMap<Intl.DateTimeFormatOptions, Map<string, Intl.DateTimeFormat>>()

const formatOf = (locale: string, zone: string, style: Intl.DateTimeFormatOptions): Intl.DateTimeFormat => {
  const ofStyle = formats.get(style) ?? new Map<string, Intl.DateTimeFormat>()
  formats.set(style, ofStyle)
  const place = `${locale} ${zone}`
  const known = ofStyle.get(place)
  if (known) return known
  const made = new Intl.DateTimeFormat(locale, { timeZone: zone, ...style })
  ofStyle.set(place, made)
  return made
}
