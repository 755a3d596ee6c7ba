// Addresses of the pages of the working calendar.
import { MAIN_CALENDAR } from '../../../core/agency/catalogue.ts'
import type { CalendarList } from '../../../core/clock/edit-calendar.ts'

export const CALENDAR_PATH = '/calendar'
export const NEW_CALENDAR_PATH = '/calendar/new'
export const UNITS_PATH = '/calendar/units'

export const yearPath = (calendar: string, year: number): string =>
  `${CALENDAR_PATH}?${new URLSearchParams({ ...(calendar === MAIN_CALENDAR ? {} : { calendar }), year: String(year) })}`

/** @param at the place of a row in its list; `new` for one to come */
export const rowPath = (calendar: string, list: CalendarList, at: number | 'new'): string =>
  `${CALENDAR_PATH}/of/${calendar}/${list}/${at}`

export const importPath = (calendar: string): string => `${CALENDAR_PATH}/of/${calendar}/import`

export const exportPath = (calendar: string, year: number, kind: 'csv' | 'json'): string =>
  `${CALENDAR_PATH}/of/${calendar}/${kind === 'csv' ? `${year}.csv` : 'all.json'}`
