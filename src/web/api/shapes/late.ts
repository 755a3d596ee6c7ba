// A delay as a program sees it: whose clock ran out, who is asked why, what they said, and who took note.
import { z } from 'zod'
import type { LateClock } from '../../../core/dossier/late/late-clocks.ts'
import { says } from '../says.ts'
import { by, byOf, type Reader } from './by.ts'
import { id, moment } from './common.ts'

export const breachShape = z
  .strictObject({
    clock: z.string().meta(says('`promise`, atau id tugas', '`promise`, or the id of a task')),
    task: id.nullable(),
    step: z.string().nullable(),
    dueAt: moment,
    endedAt: moment.nullable().meta(says('null selama masih berjalan', 'null while it still runs')),
    posts: z.array(z.string()).meta(says('jabatan yang dimintai alasan', 'posts that are asked why')),
    reason: z
      .strictObject({ reason: z.string(), note: z.string(), at: moment, by })
      .nullable()
      .meta(says('null selama belum ditulis', 'null until it is given')),
    acknowledged: z.strictObject({ remark: z.string(), at: moment, by }).nullable(),
  })
  .meta({ id: 'Breach' })

export const breachOf = ({ clock, posts, reason }: LateClock, reader: Reader): z.output<typeof breachShape> => ({
  clock: clock.clock,
  task: clock.task?.task ?? null,
  step: clock.task?.step ?? null,
  dueAt: clock.dueAt,
  endedAt: clock.endedAt,
  posts,
  reason: reason && { reason: reason.reason, note: reason.note, at: reason.at, by: byOf(reason.by, reader) },
  acknowledged: reason?.acknowledged
    ? { remark: reason.acknowledged.remark, at: reason.acknowledged.at, by: byOf(reason.acknowledged.by, reader) }
    : null,
})
