// The calendar that the tests of the clock count by: the usual week, one Ramadan, some holidays, two special days.
import { type Calendar, readCalendar } from './calendar.ts'
import { type Instant, readInstant } from './instant.ts'

const usual = ['07.30-12.00', '13.00-16.00']
const fasting = ['08.00-12.00', '12.30-15.00']

export const officeData = {
  zone: 'Asia/Jakarta',
  periods: [
    {
      label: 'Hari kerja biasa',
      week: {
        monday: usual,
        tuesday: usual,
        wednesday: usual,
        thursday: usual,
        friday: ['07.30-11.30', '13.00-16.30'],
      },
    },
    {
      label: 'Ramadan 1447 H',
      from: '2026-02-19',
      to: '2026-03-20',
      week: {
        monday: fasting,
        tuesday: fasting,
        wednesday: fasting,
        thursday: fasting,
        friday: ['08.00-11.30', '12.30-15.30'],
      },
    },
  ],
  holidays: [
    { on: '2026-03-18', name: 'Cuti bersama Nyepi', kind: 'collective-leave' },
    { on: '2026-03-19', name: 'Nyepi', kind: 'holiday' },
    { on: '2026-03-20', name: 'Cuti bersama Idulfitri', kind: 'collective-leave' },
    { on: '2026-03-21', name: 'Idulfitri', kind: 'holiday' },
    { on: '2026-03-22', name: 'Idulfitri', kind: 'holiday' },
    { on: '2026-03-23', name: 'Cuti bersama Idulfitri', kind: 'collective-leave' },
    { on: '2026-03-24', name: 'Cuti bersama Idulfitri', kind: 'collective-leave' },
    { on: '2026-12-24', name: 'Cuti bersama Natal', kind: 'collective-leave' },
    { on: '2026-12-25', name: 'Natal', kind: 'holiday' },
    { on: '2027-01-01', name: 'Tahun Baru', kind: 'holiday' },
    { on: '2027-01-05', name: 'Isra Mikraj', kind: 'holiday' },
  ],
  special: [
    { on: '2026-12-05', name: 'Pengganti cuti bersama', hours: usual },
    { on: '2026-12-31', name: 'Setengah hari', hours: ['07.30-12.00'] },
  ],
}

export const calendarOf = (data: unknown): Calendar => {
  const reading = readCalendar(data)
  if (!reading.ok) throw new Error(JSON.stringify(reading.faults))
  return reading.calendar
}

export const office: Calendar = calendarOf(officeData)

/** `2026-11-20 09.30` on the wall of the office. */
export const wib = (text: string): Instant => {
  const at = readInstant(text.replace(' ', 'T').replaceAll('.', ':'), 'Asia/Jakarta')
  if (at === null) throw new Error(`no moment: ${text}`)
  return at
}
