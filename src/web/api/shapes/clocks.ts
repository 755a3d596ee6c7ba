// The time of a dossier as a program sees it: both clocks with the way each due came to be, and who was waited for.
import { z } from 'zod'
import type { ExplainedClock, TimeAccount } from '../../../core/dossier/time-account.ts'
import type { Booking, WaitedFor } from '../../../core/dossier/waiting.ts'
import { says } from '../says.ts'
import { id, moment } from './common.ts'

const minutes = z.int()
const units = z.enum(['minute', 'hour', 'day'])

const waited = z.strictObject({
  kind: z
    .enum(['posts', 'applicant', 'third-party', 'system'])
    .meta(says('system: sistem di luar kantor sedang bekerja', 'system: a system outside the office is at work')),
  posts: z.array(z.string()),
})

const pause = z.strictObject({
  from: moment,
  to: moment.nullable(),
  waitedFor: z.string(),
  keptMinutes: minutes.meta(
    says(
      'menit kerja yang tersisa saat dijeda dan dikembalikan sesudahnya',
      'working minutes left, given back at its end',
    ),
  ),
  dueBefore: moment,
  dueAfter: moment.nullable(),
})

const extension = z.strictObject({ amount: z.int(), unit: units, at: moment, dueBefore: moment, dueAfter: moment })

const clock = z
  .strictObject({
    clock: z.string().meta(says('`promise`, atau id tugas', '`promise`, or the id of a task')),
    step: z.string().nullable(),
    limit: z
      .strictObject({ amount: z.int(), unit: units })
      .nullable()
      .meta(says('null bila SOP tidak memberi batas waktu', 'null where the SOP sets no time')),
    startedAt: moment,
    dueAt: moment
      .nullable()
      .meta(says('null selama dijeda, atau tanpa batas waktu', 'null while paused, or without a limit')),
    standing: z.enum(['untimed', 'in-time', 'overdue', 'paused']),
    usedMinutes: minutes,
    segments: z.array(z.strictObject({ from: moment, to: moment, minutes })),
    skipped: z.array(z.strictObject({ on: z.string(), name: z.string(), kind: z.string() })),
    pauses: z.array(pause),
    extension: extension.nullable(),
  })
  .meta({ id: 'Clock' })

const booking = z.strictObject({
  task: id,
  step: z.string(),
  round: z.int(),
  waitedFor: waited,
  from: moment,
  to: moment.nullable(),
  workingMinutes: minutes,
  otherMinutes: minutes,
})

export const clocksShape = z
  .strictObject({
    promise: clock,
    steps: z.array(clock),
    waits: z.array(booking),
    totals: z.array(z.strictObject({ waitedFor: waited, workingMinutes: minutes, otherMinutes: minutes })),
  })
  .meta({ id: 'TimeAccount' })

export const clocksOf = ({ promise, steps, bookings, totals }: TimeAccount): z.output<typeof clocksShape> => ({
  promise: clockOf(promise),
  steps: steps.map(clockOf),
  waits: bookings.map(bookingOf),
  totals: totals.map((one) => ({ ...one, waitedFor: waitedOf(one.waitedFor) })),
})

const clockOf = ({ explained, limit, task, ...one }: ExplainedClock): z.output<typeof clock> => ({
  clock: one.clock,
  step: task?.step ?? null,
  limit: limit.kind === 'fixed' ? { amount: limit.amount, unit: limit.unit } : null,
  startedAt: one.startedAt,
  dueAt: one.dueAt,
  standing: one.standing,
  usedMinutes: one.usedMinutes,
  segments: explained?.segments ?? [],
  skipped: explained?.skipped ?? [],
  pauses: (explained?.pauses ?? []).map(({ before, after, isOverdue: _, ...pause }) => ({
    ...pause,
    dueBefore: before,
    dueAfter: after,
  })),
  extension: explained?.extension
    ? {
        amount: explained.extension.amount,
        unit: explained.extension.unit,
        at: explained.extension.at,
        dueBefore: explained.extension.before,
        dueAfter: explained.extension.after,
      }
    : null,
})

const bookingOf = ({ waitedFor, ...one }: Booking): z.output<typeof booking> => ({
  ...one,
  waitedFor: waitedOf(waitedFor),
})

const waitedOf = (one: WaitedFor): z.output<typeof waited> => ({
  kind: one.kind,
  posts: one.kind === 'posts' ? [...one.posts] : [],
})
