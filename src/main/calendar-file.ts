// The calendar file of an agency in the catalogue, read or refused with every fault at once.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseDocument } from 'yaml'
import { type CalendarReading, readCalendar } from '../core/clock/calendar.ts'

/** `null` when the catalogue knows no such agency. */
export const calendarOfAgency = async (catalogue: string, agency: string): Promise<CalendarReading | null> => {
  if (!/^[a-z0-9][a-z0-9-]*$/.test(agency)) return null
  const source = await readIfThere(join(catalogue, agency, 'calendar.yaml'))
  return source === null ? null : calendarFromYaml(source)
}

export const calendarFromYaml = (source: string): CalendarReading => {
  const document = parseDocument(source)
  if (document.errors.length === 0) return readCalendar(document.toJS())
  const faults = document.errors.map((it) => ({
    path: `line ${it.linePos?.[0].line ?? 1}`,
    sentence: `Bukan YAML yang benar. / Not valid YAML: ${it.message.split('\n')[0] ?? ''}`,
  }))
  return { ok: false, faults }
}

const readIfThere = async (file: string): Promise<string | null> => {
  try {
    return await readFile(file, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  }
}
