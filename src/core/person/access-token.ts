// The key of a program: how its text looks, how long it lives, and what has become of it.
import { Temporal } from 'temporal-polyfill'
import { type Instant, inZone, isDay } from '../clock/instant.ts'

/** Stands in front so that people, logs and scanners for leaked secrets recognise one. */
const PREFIX = 'mipp_'
const RANDOM_CHARACTERS = 43
const HINT_LENGTH = PREFIX.length + 6

/** Longer than a year nobody remembers what it was for. */
export const MOST_DAYS = 366
/** Of one person, at one time. */
export const MOST_TOKENS = 50

/** @param random 256 bits, URL-safe (43 characters) */
export const tokenText = (random: string): string => `${PREFIX}${random}`

/** The beginning of a token, by which its owner tells it from others: too little to guess the rest. */
export const hintOf = (text: string): string => text.slice(0, HINT_LENGTH)

/** Saves asking the database about what cannot be one. */
export const isTokenText = (text: string): boolean =>
  text.startsWith(PREFIX) && new RegExp(`^[\\w-]{${RANDOM_CHARACTERS}}$`).test(text.slice(PREFIX.length))

export type TokenState = 'valid' | 'expired' | 'revoked'

export const tokenState = (token: { expiresAt: Instant; revokedAt: Instant | null }, now: Instant): TokenState => {
  if (token.revokedAt !== null) return 'revoked'
  return token.expiresAt > now ? 'valid' : 'expired'
}

/** `90d`: so many days of 24 hours from now. `2027-01-31`: to the end of that day. @returns null when it is neither, over already, or further off than `MOST_DAYS` */
export const readExpiry = (text: string, { now, zone }: { now: Instant; zone: string }): Instant | null => {
  const days = /^(\d{1,4})d$/.exec(text)?.[1]
  const end = days === undefined ? endOfDay(text, zone) : Temporal.Instant.from(now).add({ hours: Number(days) * 24 })
  if (end === null) return null
  const last = inZone(now, zone).add({ days: MOST_DAYS }).toInstant()
  const isGood = Temporal.Instant.compare(end, now) > 0 && Temporal.Instant.compare(end, last) <= 0
  return isGood ? end.toString({ fractionalSecondDigits: 3 }) : null
}

const endOfDay = (text: string, zone: string): Temporal.Instant | null =>
  isDay(text) ? Temporal.PlainDate.from(text).add({ days: 1 }).toZonedDateTime(zone).toInstant() : null
