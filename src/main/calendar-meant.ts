// The working calendar that a command means: of the catalogue files, or of the running office.
import { MAIN_CALENDAR } from '../core/agency/catalogue.ts'
import { type Calendar, readCalendar } from '../core/clock/calendar.ts'
import { whole } from '../core/clock/calendar-for.ts'
import { type Sentence, sentence } from '../core/sentence.ts'
import { storedCalendars } from '../store/stored-calendars.ts'
import { calendarOfAgency } from './calendar-file.ts'
import { catalogueFolder } from './catalogue-folder.ts'
import type { Io } from './command.ts'
import { withOwnerStore } from './owner-database.ts'

export type MeantCalendar = { ok: true; calendar: Calendar } | { ok: false; reasons: Sentence[] }

/** The words of the command line that name a calendar. */
export const calendarOptions = {
  agency: { type: 'string' },
  calendar: { type: 'string', default: MAIN_CALENDAR },
  database: { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
} as const

type Asked = { agency: string; calendar: string; database: boolean }

export const calendarMeant = async (io: Io, asked: Asked): Promise<MeantCalendar> => {
  const read = asked.database ? await fromDatabase(io, asked) : fromFiles(io, asked)
  const main = await read(MAIN_CALENDAR)
  if (!main.ok || asked.calendar === MAIN_CALENDAR) return main
  const meant = await read(asked.calendar)
  return meant.ok ? { ok: true, calendar: whole(meant.calendar, main.calendar) } : meant
}

type Read = (calendar: string) => Promise<MeantCalendar>

const fromFiles =
  (io: Io, { agency }: Asked): Read =>
  async (calendar) => {
    const reading = await calendarOfAgency(catalogueFolder(io), agency, calendar)
    if (reading === null) return refused(calendar === MAIN_CALENDAR ? noAgency(agency) : noCalendar(calendar))
    return reading.ok ? reading : refused(...faults(reading))
  }

const fromDatabase = async (io: Io, { agency }: Asked): Promise<Read> => {
  const rows = await withOwnerStore(io, (store) => storedCalendars(store, agency))
  return async (calendar) => {
    const row = rows.find((one) => one.calendar === calendar)
    if (!row) return refused(calendar === MAIN_CALENDAR ? notRunning(agency) : noCalendar(calendar))
    const reading = readCalendar(row.data)
    return reading.ok ? reading : refused(...faults(reading))
  }
}

const refused = (...reasons: Sentence[]): MeantCalendar => ({ ok: false, reasons })

/** A fault of a calendar holds both languages already. */
const faults = (reading: { faults: { path: string; sentence: string }[] }): Sentence[] =>
  reading.faults.map(({ path, sentence: words }) => sentence(`${path}: ${words}`, ''))

const noAgency = (agency: string): Sentence =>
  sentence(`Instansi "${agency}" tidak ada di katalog.`, `The catalogue has no agency "${agency}".`)

const notRunning = (agency: string): Sentence =>
  sentence(`Pangkalan data tidak memuat kantor "${agency}".`, `The database has no agency "${agency}".`)

const noCalendar = (calendar: string): Sentence =>
  sentence(
    `Kalender "${calendar}" tidak ada; kalender kantor bernama "${MAIN_CALENDAR}".`,
    `There is no calendar "${calendar}"; that of the office is called "${MAIN_CALENDAR}".`,
  )
