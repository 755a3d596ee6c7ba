// The working calendar of an agency: what the file says, and reading it with all its faults at once.
import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import type { Day } from './instant.ts'

export const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const

export type Calendar = z.infer<typeof calendarSchema>
export type Period = Calendar['periods'][number]
export type Holiday = Calendar['holidays'][number]
export type SpecialDay = Calendar['special'][number]
export type Closure = Calendar['closures'][number]
/** Minutes since midnight, `to` not included; 1440 is the midnight that ends the day. */
export type Interval = { from: number; to: number }
/** The sentence holds both languages, Indonesian first: it is printed for whoever edits the file. */
export type CalendarFault = { path: string; sentence: string }
export type CalendarReading = { ok: true; calendar: Calendar } | { ok: false; faults: CalendarFault[] }

/** The parsed calendar keeps the shape of the file, so that it can be stored, shown and read again. */
export const readCalendar = (data: unknown): CalendarReading => {
  const result = calendarSchema.safeParse(data)
  if (result.success) return { ok: true, calendar: result.data }
  const faults = result.error.issues.map((issue) => ({ path: issue.path.join('.'), sentence: issue.message }))
  return { ok: false, faults }
}

/** The period whose week counts on a day. The later one in the file wins, so Ramadan stands below the normal week. */
export const periodOn = (calendar: Calendar, on: Day): Period | null =>
  calendar.periods.findLast((it) => (it.from ?? on) <= on && on <= (it.to ?? on)) ?? null

/** `07.30-12.00` as minutes of the day. Throws on other text: the schema has let nothing else in. */
export const intervalOf = (hours: string): Interval => {
  const [, fromHour, fromMinute, toHour, toMinute] = hours.match(INTERVAL) ?? []
  if (toMinute === undefined) throw new Error(`not working hours: ${hours}`)
  return { from: Number(fromHour) * 60 + Number(fromMinute), to: Number(toHour) * 60 + Number(toMinute) }
}

const INTERVAL = /^([01]\d|2[0-3])\.([0-5]\d)-([01]\d|2[0-4])\.([0-5]\d)$/

const isZone = (zone: string): boolean => {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone })
    return true
  } catch {
    return false
  }
}

const isDay = (text: string): boolean => {
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' }).toString() === text
  } catch {
    return false
  }
}

const text = z.string().trim().min(1, 'Tidak boleh kosong. / This must not be empty.')
const NO_DAY = 'Bukan tanggal yang ada; ditulis TTTT-BB-HH. / There is no such day; a day is written YYYY-MM-DD.'

const day = z.string(NO_DAY).refine(isDay, NO_DAY)

const hours = z
  .array(
    z.string().regex(INTERVAL, 'Jam kerja ditulis seperti 07.30-12.00. / Working hours are written like 07.30-12.00.'),
  )
  .refine(
    (list) => !list.every((it) => INTERVAL.test(it)) || isAscending(list.map(intervalOf)),
    'Jam kerja harus urut, tidak tumpang tindih, dan berakhir sesudah mulai. / Working hours must end after they begin, stand in order and not overlap.',
  )

const isAscending = (list: Interval[]): boolean =>
  list.every((it, index) => it.from < it.to && it.to <= 1440 && (list[index - 1]?.to ?? 0) <= it.from)

/** Where a row came from. What says nothing came with a file, so the next import may replace it; what is of hand it never may. */
const origin = z.enum(['import', 'hand'], 'Asalnya import atau hand. / The origin is import or hand.').optional()

const period = z
  .strictObject({
    label: text,
    origin,
    from: day.optional(),
    to: day.optional(),
    /** The agency has not confirmed this yet: its days or its hours. */
    assumed: z.boolean().optional(),
    note: text.optional(),
    week: z.strictObject({
      monday: hours.optional(),
      tuesday: hours.optional(),
      wednesday: hours.optional(),
      thursday: hours.optional(),
      friday: hours.optional(),
      saturday: hours.optional(),
      sunday: hours.optional(),
    }),
  })
  .refine(
    (it) => (it.from ?? '') <= (it.to ?? '9999'),
    'Periode berakhir sebelum mulai. / The period ends before it begins.',
  )

const holiday = z.strictObject({
  on: day,
  name: text,
  /** `closed`: the office itself is shut, as for a flood or a move. */
  kind: z.enum(
    ['holiday', 'collective-leave', 'closed'],
    'Jenisnya holiday, collective-leave atau closed. / The kind is holiday, collective-leave or closed.',
  ),
  decree: text.optional(),
  origin,
})

/** A make-up day, a half day: its own hours, whatever the week or the holidays say. */
const specialDay = z.strictObject({
  on: day,
  name: text,
  hours: hours.refine(
    (list) => list.length > 0,
    'Hari khusus punya jam kerja; hari tanpa kerja adalah libur. / A special day has working hours; a day off is a holiday.',
  ),
  decree: text.optional(),
  origin,
})

/** One unit, and all below it, is shut on these days: whichever calendar it counts by. */
const closure = z
  .strictObject({ unit: text, from: day, to: day, name: text, decree: text.optional() })
  .refine((it) => it.from <= it.to, 'Penutupan berakhir sebelum mulai. / The closure ends before it begins.')
  .refine(
    (it) => !isDay(it.from) || !isDay(it.to) || daysBetween(it.from, it.to) <= A_YEAR,
    'Penutupan paling lama satu tahun. / A closure lasts a year at most.',
  )

const A_YEAR = 366

const daysBetween = (from: Day, to: Day): number =>
  Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: 'day' }).days

const eachDayOnce = (list: { on: Day }[]): boolean => new Set(list.map((it) => it.on)).size === list.length

const calendarSchema = z.strictObject({
  /** The holidays of the agency's own calendar are days off here as well; its hours and special days are not taken over. */
  follows: z.literal('utama', 'Hanya dapat mengikuti utama. / It can only follow utama.').optional(),
  zone: z
    .string()
    .refine(isZone, 'Bukan zona waktu; contohnya Asia/Jakarta. / This is no time zone; an example is Asia/Jakarta.'),
  periods: z
    .array(period)
    .refine(
      (list) => list.some((it) => Object.values(it.week).some((list) => list && list.length > 0)),
      'Kalender tidak memuat jam kerja sama sekali. / The calendar has no working hours at all.',
    ),
  holidays: z
    .array(holiday)
    .refine(eachDayOnce, 'Satu tanggal ditulis dua kali. / A day stands here twice.')
    .default([]),
  special: z
    .array(specialDay)
    .refine(eachDayOnce, 'Satu tanggal ditulis dua kali. / A day stands here twice.')
    .default([]),
  closures: z.array(closure).default([]),
})
