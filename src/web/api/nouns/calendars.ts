// The working calendars of the office: what they are made of, and what each day of a year is.
import { z } from 'zod'
import { MAIN_CALENDAR } from '../../../core/agency/catalogue.ts'
import { whole } from '../../../core/clock/calendar-for.ts'
import { yearOf } from '../../../core/clock/year.ts'
import { mayOffice } from '../../../core/person/may.ts'
import { sentence } from '../../../core/sentence.ts'
import { listCalendars } from '../../../store/calendars.ts'
import { type Asked, bad, type Caller, type Endpoint, endpoint, good } from '../endpoint.ts'
import { says } from '../says.ts'
import { day, moment } from '../shapes/common.ts'

const origin = z
  .enum(['import', 'hand'])
  .meta(says('impor berikutnya hanya mengganti baris import', 'the next import replaces rows of import only'))

const hours = z.array(z.string()).meta(says('seperti 07.30-12.00', 'such as 07.30-12.00'))

const head = z
  .strictObject({
    calendar: z.string(),
    label: z.string(),
    zone: z.string(),
    follows: z.string().nullable().meta(says('liburnya juga berlaku di sini', 'whose holidays hold here as well')),
    version: z.int(),
    changedAt: moment,
    units: z
      .array(z.string())
      .meta(says('satuan kerja yang diberi kalender ini', 'units that were given this calendar')),
  })
  .meta({ id: 'WorkingCalendar' })

const period = z
  .strictObject({
    label: z.string(),
    from: day.nullable(),
    to: day.nullable(),
    assumed: z.boolean(),
    week: z.record(z.string(), hours),
  })
  .meta({ id: 'CalendarPeriod' })

const holiday = z
  .strictObject({
    on: day,
    name: z.string(),
    kind: z.enum(['holiday', 'collective-leave', 'closed']),
    decree: z.string().nullable(),
    origin,
  })
  .meta({ id: 'Holiday' })

const special = z
  .strictObject({ on: day, name: z.string(), hours, decree: z.string().nullable(), origin })
  .meta({ id: 'SpecialDay' })

const closure = z
  .strictObject({ unit: z.string(), from: day, to: day, name: z.string(), decree: z.string().nullable() })
  .meta({ id: 'UnitClosure' })

const yearDay = z
  .strictObject({
    on: day,
    state: z.enum(['work', 'off', 'holiday', 'collective-leave', 'closed', 'make-up', 'half', 'own-hours']),
    minutes: z.int(),
    name: z.string().nullable(),
  })
  .meta({ id: 'CalendarDay' })

const params = z.object({ calendar: z.string().max(100) })

const calendarsOf = ({ services, office }: Asked) => listCalendars(services.store, office)

type Found = Awaited<ReturnType<typeof listCalendars>>[number]

const find = async (call: Asked, name: string): Promise<{ own: Found; main: Found } | null> => {
  const all = await calendarsOf(call)
  const own = all.find((one) => one.calendar === name)
  const main = all.find((one) => one.calendar === MAIN_CALENDAR)
  return own && main ? { own, main } : null
}

const headOf = ({ agency }: Asked, { calendar, label, data, version, changedAt }: Found) => ({
  calendar,
  label,
  zone: data.zone,
  follows: data.follows ?? null,
  version,
  changedAt,
  units: agency.agency.units.filter((one) => one.calendar === calendar).map((one) => one.unit),
})

const may = (caller: Caller): boolean => mayOffice(caller.actor, 'see-calendar')

const partsOf = ({ periods, holidays, special: days, closures }: Found['data']) => ({
  periods: periods.map(({ label, from, to, assumed, week }) => ({
    label,
    from: from ?? null,
    to: to ?? null,
    assumed: assumed ?? false,
    week: Object.fromEntries(Object.entries(week).map(([name, list]) => [name, list ?? []])),
  })),
  holidays: holidays.map((one) => ({ ...one, decree: one.decree ?? null, origin: one.origin ?? ('import' as const) })),
  special: days.map((one) => ({ ...one, decree: one.decree ?? null, origin: one.origin ?? ('import' as const) })),
  closures: closures.map((one) => ({ ...one, decree: one.decree ?? null })),
})

export const calendarEndpoints: readonly Endpoint[] = [
  endpoint('get', {
    id: 'listCalendars',
    path: '/calendars',
    tag: 'register',
    scope: 'read',
    summary: sentence('Kalender kerja kantor', 'The working calendars of the office'),
    problems: ['not-allowed'],
    answer: z.strictObject({ calendars: z.array(head) }),
    handle: async (call) =>
      may(call.caller)
        ? good({ calendars: (await calendarsOf(call)).map((one) => headOf(call, one)) })
        : bad('not-allowed'),
  }),
  endpoint('get', {
    id: 'readCalendar',
    path: '/calendars/{calendar}',
    tag: 'register',
    scope: 'read',
    summary: sentence(
      'Isi satu kalender: masa, libur, hari khusus, penutupan',
      'What one calendar is made of: periods, holidays, special days, closures',
    ),
    params,
    problems: ['not-allowed'],
    answer: z.strictObject({
      ...head.shape,
      periods: z.array(period),
      holidays: z.array(holiday),
      special: z.array(special),
      closures: z.array(closure),
    }),
    handle: async (call) => {
      if (!may(call.caller)) return bad('not-allowed')
      const found = await find(call, call.params.calendar)
      return found ? good({ ...headOf(call, found.own), ...partsOf(found.own.data) }) : bad('not-found')
    },
  }),
  endpoint('get', {
    id: 'readCalendarYear',
    path: '/calendars/{calendar}/days',
    tag: 'register',
    scope: 'read',
    summary: sentence('Setiap hari satu tahun: hari kerja atau bukan', 'Each day of a year: a working day or not'),
    params,
    query: z.object({
      year: z.coerce
        .number()
        .int()
        .min(1945)
        .max(2200)
        .optional()
        .meta(says('tahun ini bila tidak disebut', 'this year where it is left out')),
    }),
    problems: ['not-allowed'],
    answer: z.strictObject({
      year: z.int(),
      workingDays: z.int(),
      minutes: z.int().meta(says('menit kerja setahun', 'working minutes of the year')),
      days: z.array(yearDay),
    }),
    handle: async (call) => {
      if (!may(call.caller)) return bad('not-allowed')
      const found = await find(call, call.params.calendar)
      if (!found) return bad('not-found')
      const year = call.query.year ?? Number(call.agency.today.slice(0, 4))
      const { months, workingDays, minutes } = yearOf(whole(found.own.data, found.main.data), year)
      return good({ year, workingDays, minutes, days: months.flatMap((one) => one.days) })
    },
  }),
]
