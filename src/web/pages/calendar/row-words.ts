// A row of a calendar in words, for lists and for the history.
import type { CalendarList, CalendarRow } from '../../../core/clock/edit-calendar.ts'
import { speakDate, speakDay } from '../../../core/clock/speak.ts'
import type { Visitor } from '../../visitor.ts'

/** `Kamis, 19 Maret 2026: Hari Suci Nyepi`. */
export const rowWords = (visitor: Visitor, row: CalendarRow): string => {
  if ('on' in row) return `${speakDay(row.on, visitor.language)}: ${row.name}`
  const name = 'label' in row ? row.label : `${unitName(visitor, row.unit)}, ${row.name}`
  return `${name} (${spanWords(visitor, row)})`
}

export const spanWords = (
  { language, text }: Visitor,
  { from, to }: { from?: string | undefined; to?: string | undefined },
): string => {
  const words = text.calendar
  if (from !== undefined && to !== undefined) return words.span(speakDate(from, language), speakDate(to, language))
  if (from !== undefined) return words.since(speakDate(from, language))
  return to === undefined ? words.always : words.until(speakDate(to, language))
}

export const unitName = ({ agency }: Visitor, unit: string): string =>
  agency.agency.units.find((one) => one.unit === unit)?.name ?? unit

/** Does it touch this year? */
export const isOfYear = (list: CalendarList, row: CalendarRow, year: number): boolean => {
  if (list === 'periods' && !('on' in row) && row.from === undefined) return true
  if ('on' in row) return row.on.startsWith(`${year}-`)
  return (row.from ?? '') <= `${year}-12-31` && `${year}-01-01` <= (row.to ?? '9999')
}
