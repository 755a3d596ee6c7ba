// Dates, numbers and titles as an Indonesian office writes them.
import { Temporal } from 'temporal-polyfill'
import type { Day, Instant } from '../core/clock/instant.ts'
import type { ActingCapacity } from '../core/person/holders.ts'
import { CAPACITY_PREFIX } from '../core/person/title.ts'

const MONTHS = 'Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember'.split(' ')

/** 20 November 2026 */
export const longDate = (day: Day): string => {
  const { year, month, day: date } = Temporal.PlainDate.from(day)
  return `${date} ${MONTHS[month - 1]} ${year}`
}

/** 20 November 2026 pukul 09.12 WIB */
export const longDateTime = (at: Instant, zone: string): string => {
  const local = Temporal.Instant.from(at).toZonedDateTimeISO(zone)
  return `${longDate(local.toPlainDate().toString())} pukul ${clock(local)}`
}

/** The day that a clock in the zone shows. */
export const dayIn = (at: Instant, zone: string): Day =>
  Temporal.Instant.from(at).toZonedDateTimeISO(zone).toPlainDate().toString()

/** 20/11/2026 09.12 WIB, where a column is narrow. */
export const shortDateTime = (at: Instant, zone: string): string => {
  const local = Temporal.Instant.from(at).toZonedDateTimeISO(zone)
  return `${twoDigits(local.day)}/${twoDigits(local.month)}/${local.year} ${clock(local)}`
}

/** Plt. Kepala Dinas */
export const titleOf = (post: string, capacity: ActingCapacity): string => `${CAPACITY_PREFIX[capacity]}${post}`

/** Jumat; empty for what is no day. */
export const dayName = (day: string): string => {
  const read = dayRead(day)
  return read === null ? '' : (DAYS[read.dayOfWeek - 1] ?? '')
}

/** Jumat tanggal dua puluh bulan November tahun dua ribu dua puluh enam, as official records begin; empty for what is no day. */
export const dateInWords = (day: string): string => {
  const read = dayRead(day)
  if (read === null) return ''
  return `${dayName(day)} tanggal ${inWords(read.day)} bulan ${MONTHS[read.month - 1]} tahun ${inWords(read.year)}`
}

const DAYS = 'Senin Selasa Rabu Kamis Jumat Sabtu Minggu'.split(' ')

const dayRead = (day: string): Temporal.PlainDate | null =>
  /^\d{4}-\d{2}-\d{2}$/.test(day) ? Temporal.PlainDate.from(day) : null

/** 1.234.567,89: what is written as 1234567.89; any other text stays as it is. */
export const numeral = (text: string): string => {
  const read = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text)
  if (!read) return text
  const [, sign = '', whole = '', part] = read
  const grouped = whole.length > 3 ? whole.replace(/\B(?=(?:\d{3})+$)/g, '.') : whole
  return `${sign}${grouped}${part === undefined ? '' : `,${part}`}`
}

/** Whole numbers in words; empty for any other. */
export const numeralInWords = (text: string): string => (/^\d{1,6}$/.test(text) ? inWords(Number(text)) : '')

/** 2 (dua) berkas */
export const counted = (count: number, noun: string): string => `${count} (${inWords(count)}) ${noun}`

/** As books and cards have it: a dash where there is none. */
export const attachmentCount = (count: number): string => (count === 0 ? '-' : String(count))

/** A whole number from 0 to 999.999 in words (terbilang). */
export const inWords = (count: number): string => {
  if (!Number.isInteger(count) || count < 0 || count > 999_999) throw new RangeError(`No words for the number ${count}`)
  return count === 0 ? 'nol' : words(count).trim()
}

const ZONES: Record<string, string> = { '+07:00': 'WIB', '+08:00': 'WITA', '+09:00': 'WIT' }

const clock = (local: Temporal.ZonedDateTime): string =>
  `${twoDigits(local.hour)}.${twoDigits(local.minute)} ${zoneName(local)}`

const zoneName = (local: Temporal.ZonedDateTime): string => ZONES[local.offset] ?? `UTC${local.offset}`

const twoDigits = (number: number): string => String(number).padStart(2, '0')

const UNITS = ' satu dua tiga empat lima enam tujuh delapan sembilan sepuluh sebelas'.split(' ')

const words = (n: number): string => {
  if (n < 12) return UNITS[n] ?? ''
  if (n < 20) return `${words(n - 10)} belas`
  if (n < 100) return `${words(Math.floor(n / 10))} puluh ${words(n % 10)}`.trim()
  if (n < 200) return `seratus ${words(n - 100)}`.trim()
  if (n < 1000) return `${words(Math.floor(n / 100))} ratus ${words(n % 100)}`.trim()
  if (n < 2000) return `seribu ${words(n - 1000)}`.trim()
  return `${words(Math.floor(n / 1000))} ribu ${words(n % 1000)}`.trim()
}
