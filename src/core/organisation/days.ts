// Steps from one day of the calendar to another.
import { Temporal } from 'temporal-polyfill'
import type { Day } from '../clock/instant.ts'

export const dayBefore = (on: Day): Day => Temporal.PlainDate.from(on).subtract({ days: 1 }).toString()

export const daysAfter = (on: Day, days: number): Day => Temporal.PlainDate.from(on).add({ days }).toString()
