// The calendars of an agency in the catalogue: its own, and further ones by their names; read or refused with every fault.
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseDocument } from 'yaml'
import { MAIN_CALENDAR } from '../core/agency/catalogue.ts'
import { type Calendar, type CalendarReading, readCalendar } from '../core/clock/calendar.ts'

export type NamedCalendar = { calendar: string; label: string; data: Calendar }
export type NamedReading = { file: string; calendar: string; label: string; reading: CalendarReading }

/** `null` when the catalogue knows no such agency, or the agency no such calendar. */
export const calendarOfAgency = async (
  catalogue: string,
  agency: string,
  calendar = MAIN_CALENDAR,
): Promise<CalendarReading | null> => {
  if (!NAME.test(agency) || !NAME.test(calendar)) return null
  if (calendar !== MAIN_CALENDAR) {
    const all = await moreCalendars(join(catalogue, agency))
    return all.find((one) => one.calendar === calendar)?.reading ?? null
  }
  const source = await readIfThere(join(catalogue, agency, 'calendar.yaml'))
  return source === null ? null : calendarFromYaml(source)
}

/** Those under `calendars/`, each named by its file. @param folder of the agency */
export const moreCalendars = async (folder: string): Promise<NamedReading[]> => {
  const found: NamedReading[] = []
  const files = await readdir(join(folder, 'calendars')).catch(() => [])
  for (const name of files.filter((one) => one.endsWith('.yaml')).sort()) {
    const file = join(folder, 'calendars', name)
    const calendar = name.replace(/\.yaml$/, '')
    found.push({ file, calendar, ...labelled(calendar, await readFile(file, 'utf8')) })
  }
  return found
}

export const calendarFromYaml = (source: string): CalendarReading => fromYaml(source, (data) => data)

/** A named calendar says its name for people in its own file. */
const labelled = (name: string, source: string): { label: string; reading: CalendarReading } => {
  let label = name
  const reading = fromYaml(source, (data) => {
    if (typeof data !== 'object' || data === null || !('label' in data)) return data
    const { label: said, ...rest } = data
    if (typeof said === 'string' && said.trim() !== '') label = said.trim()
    return rest
  })
  const isName = NAME.test(name) && name !== MAIN_CALENDAR
  const sentence = `Nama berkas kalender: huruf kecil, angka, dan tanda hubung; bukan "${MAIN_CALENDAR}". / The name of a calendar file: lower-case letters, digits and hyphens; not "${MAIN_CALENDAR}".`
  return { label, reading: isName ? reading : { ok: false, faults: [{ path: name, sentence }] } }
}

const fromYaml = (source: string, take: (data: unknown) => unknown): CalendarReading => {
  const document = parseDocument(source)
  if (document.errors.length === 0) return readCalendar(take(document.toJS()))
  const faults = document.errors.map((it) => ({
    path: `line ${it.linePos?.[0].line ?? 1}`,
    sentence: `Bukan YAML yang benar. / Not valid YAML: ${it.message.split('\n')[0] ?? ''}`,
  }))
  return { ok: false, faults }
}

const NAME = /^[a-z0-9]+(-[a-z0-9]+)*$/

const readIfThere = async (file: string): Promise<string | null> => {
  try {
    return await readFile(file, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  }
}
