// On which days a rule of the calendar falls (RFC 5545), in the agency's own days; and whether a rule can be read at all.
import { RRuleTemporal } from 'rrule-temporal'
import { Temporal } from 'temporal-polyfill'
import { type Sentence, sentence } from '../sentence.ts'
import type { Day } from './instant.ts'

/** Every rule counts from this Monday: what INTERVAL skips is the same for whoever asks. */
const FROM = '2024-01-01'

const list = (one: string): string => `${one}(,${one})*`
const PARTS = [
  'INTERVAL=[1-9]\\d{0,2}',
  `BYMONTH=${list('([1-9]|1[0-2])')}`,
  `BYMONTHDAY=${list('-?([1-9]|[12]\\d|3[01])')}`,
  `BYDAY=${list('([+-]?[1-5])?(MO|TU|WE|TH|FR|SA|SU)')}`,
  `BYSETPOS=${list('-?[1-5]')}`,
]
/** What can be said in days; the library would pass over a month 13 in silence. */
const DAYS_ONLY = new RegExp(`^FREQ=(DAILY|WEEKLY|MONTHLY|YEARLY)(;(${PARTS.join('|')}))*$`)

/** Nobody plans further ahead by rule than this. */
const LONGEST_YEARS = 5

/** @returns what is wrong with the rule, or null */
export const ruleFault = (rule: string): Sentence | null => {
  if (!DAYS_ONLY.test(rule)) return unreadable(rule)
  try {
    return nextDay(rule, FROM) === null ? neverFalls(rule) : null
  } catch {
    return unreadable(rule)
  }
}

/** Days on which the rule falls, from `from` to `to`, both included. @throws on a rule that `ruleFault` would tell of */
export const daysOf = (rule: string, from: Day, to: Day): Day[] =>
  from > to ? [] : ruleOf(rule).between(atMidnight(from), atMidnight(to), true).map(dayOf)

/** The first day on or after `from`; null where there is none within five years. */
export const nextDay = (rule: string, from: Day): Day | null => {
  const end = Temporal.PlainDate.from(from).add({ years: LONGEST_YEARS }).toString()
  // A year at a time: a daily rule would otherwise be counted out for five.
  for (let start = from; start <= end; start = Temporal.PlainDate.from(start).add({ years: 1 }).toString()) {
    const [day] = daysOf(rule, start, Temporal.PlainDate.from(start).add({ years: 1 }).toString())
    if (day !== undefined) return day
  }
  return null
}

const ruleOf = (rule: string) =>
  new RRuleTemporal({ rruleString: `RRULE:${rule}`, dtstart: atMidnight(FROM), temporal: Temporal, strict: true })

/** Days have no zone: they are counted in one that has no jumps. */
const atMidnight = (day: Day): Temporal.ZonedDateTime => Temporal.PlainDate.from(day).toZonedDateTime('UTC')

const dayOf = (at: { toString: () => string }): Day => at.toString().slice(0, 10)

const unreadable = (rule: string): Sentence =>
  sentence(
    `Aturan jadwal "${rule}" tidak terbaca. Tulis misalnya FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=1 (setiap 1 Februari) atau FREQ=MONTHLY;BYDAY=1MO (Senin pertama setiap bulan).`,
    `The rule "${rule}" cannot be read. Write for example FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=1 (every 1 February) or FREQ=MONTHLY;BYDAY=1MO (the first Monday of each month).`,
  )

const neverFalls = (rule: string): Sentence =>
  sentence(`Aturan jadwal "${rule}" tidak jatuh pada hari mana pun.`, `The rule "${rule}" falls on no day at all.`)
