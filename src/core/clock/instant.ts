// How moments and days are written in the whole product, and the few ways to read and write them.
import { Temporal } from 'temporal-polyfill'

/** A moment, as ISO 8601 text in UTC with milliseconds and `Z`, so that text order is time order. */
export type Instant = string

/** A calendar day, `YYYY-MM-DD`, in the zone of the agency. */
export type Day = string

/** The clock knows nothing finer than this, in milliseconds. */
export const MINUTE = 60_000

/** Epoch milliseconds of an instant, cut to the minute. */
export const cutToMinute = (at: Instant): number => {
  // A page of a list asks some hundred times: what is written as it should be is read without making a Temporal of it.
  const ms = at.length === 24 && at.endsWith('Z') ? Date.parse(at) : Number.NaN
  return Math.floor((Number.isNaN(ms) ? Temporal.Instant.from(at).epochMilliseconds : ms) / MINUTE) * MINUTE
}

/** The instant of an epoch time in milliseconds. */
export const instantAt = (ms: number): Instant => new Date(ms).toISOString()

/** The moment as a clock on the wall of `zone` shows it. */
export const inZone = (at: Instant, zone: string): Temporal.ZonedDateTime =>
  Temporal.Instant.from(at).toZonedDateTimeISO(zone)

/** `2026-11-20T09:30:00+07:00`: for programs that read along with people. */
export const withOffset = (at: Instant, zone: string): string =>
  inZone(at, zone).toString({ smallestUnit: 'second', timeZoneName: 'never' })

/** Reads ISO text of somebody else; without an offset it is meant in `zone`. `null` when it is no moment. */
export const readInstant = (text: string, zone: string): Instant | null => {
  if (!/^\d{4}-\d{2}-\d{2}([T ][^[\]]*)?$/.test(text)) return null
  const parsed = attempt(() => Temporal.Instant.from(text)) ?? attempt(() => fromWallClock(text, zone))
  return parsed === null ? null : instantAt(parsed.epochMilliseconds)
}

/** A real day of the calendar, in the time of the republic: what letters of today speak of, and every database can hold. */
export const isDay = (text: string): text is Day => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const day = attempt(() => Temporal.PlainDate.from(text, { overflow: 'reject' }))
  return day !== null && day.year >= 1945 && day.year <= 2200
}

const fromWallClock = (text: string, zone: string): Temporal.Instant =>
  Temporal.PlainDateTime.from(text).toZonedDateTime(zone).toInstant()

const attempt = <T>(read: () => T): T | null => {
  try {
    return read()
  } catch {
    return null
  }
}
