// The holidays and special days of one year as a table that a spreadsheet opens, and that can be imported again.
import type { Calendar } from '../../../core/clock/calendar.ts'
import type { Language } from '../../../core/clock/speak.ts'
import { BYTE_ORDER_MARK, csvRow } from '../../request/csv.ts'

const HEADS: Record<Language, string[]> = {
  id: ['tanggal', 'nama', 'jenis', 'keputusan', 'jam', 'asal'],
  en: ['date', 'name', 'kind', 'decree', 'hours', 'origin'],
}

export const calendarCsv = ({ holidays, special }: Calendar, year: number, language: Language): string => {
  const rows = [
    ...holidays.map(({ on, name, kind, decree, origin }) => [on, name, kind, decree ?? '', '', origin ?? 'import']),
    ...special.map(({ on, name, hours, decree, origin }) => [
      on,
      name,
      'special',
      decree ?? '',
      hours.join(' '),
      origin ?? 'import',
    ]),
  ]
  const ofYear = rows
    .filter(([on = '']) => on.startsWith(`${year}-`))
    .toSorted(([a = ''], [b = '']) => (a < b ? -1 : 1))
  return BYTE_ORDER_MARK + [HEADS[language], ...ofYear].map(csvRow).join('')
}
