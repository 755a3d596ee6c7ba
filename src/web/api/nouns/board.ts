// The board of whoever leads others, for programs.
import { z } from 'zod'
import { mayOffice } from '../../../core/person/may.ts'
import { sentence } from '../../../core/sentence.ts'
import type { BreachRow } from '../../../store/board.ts'
import { boardFor } from '../../board-desk.ts'
import { bad, type Endpoint, endpoint, good } from '../endpoint.ts'
import { id, moment } from '../shapes/common.ts'

const late = z
  .strictObject({
    dossier: id,
    number: z.string(),
    clock: z.string(),
    step: z.string().nullable(),
    posts: z.array(z.string()),
    dueAt: moment,
    reason: z.string().nullable(),
  })
  .meta({ id: 'LateClock' })

const board = z
  .strictObject({
    overdue: z.array(z.strictObject({ post: z.string(), procedure: z.string(), count: z.int(), oldest: moment })),
    unexplained: z.array(late),
    unacknowledged: z.array(late),
    undelivered: z.array(z.strictObject({ late, gap: z.enum(['nobody-above', 'nobody-holds']) })),
    failedNotices: z.array(
      z.strictObject({ dossier: id, number: z.string(), name: z.string().nullable(), at: moment }),
    ),
    withoutHolder: z.array(z.strictObject({ post: z.string(), coveredBy: z.string().nullable() })),
    computedAnew: z.array(
      z.strictObject({
        id,
        reason: z.string(),
        calendar: z.string().nullable(),
        askedAt: moment,
        askedBy: z.string().nullable(),
        total: z.int(),
        seen: z.int(),
        moved: z.int(),
        finishedAt: moment.nullable(),
      }),
    ),
  })
  .meta({ id: 'Board' })

const lateOf = ({ dossier, number, clock, step, posts, dueAt, reason }: BreachRow): z.output<typeof late> => ({
  dossier,
  number,
  clock,
  step,
  posts,
  dueAt,
  reason,
})

export const boardEndpoints: readonly Endpoint[] = [
  endpoint('get', {
    id: 'getBoard',
    path: '/board',
    tag: 'task',
    scope: 'read',
    summary: sentence(
      'Papan keterlambatan: lewat batas, tanpa alasan, tidak tersampaikan, jabatan tanpa pemegang',
      'The board of delays: overdue, without a reason, reached nobody, posts without a holder',
    ),
    description: sentence(
      'Untuk yang memegang jabatan di atas jabatan lain, dan pengelola. Daftar memuat paling banyak 50 yang terlama.',
      'For whoever holds a post above others, and administrators. Lists hold the 50 oldest at most.',
    ),
    problems: ['not-allowed'],
    answer: board,
    handle: async (call) => {
      if (!mayOffice(call.caller.actor, 'see-board')) return bad('not-allowed')
      const found = await boardFor(call.services, call, call.caller)
      return good({
        overdue: found.overdue,
        unexplained: found.unexplained.map(lateOf),
        unacknowledged: found.unacknowledged.map(lateOf),
        undelivered: found.undelivered.map(({ gap, ...row }) => ({ late: lateOf(row), gap })),
        failedNotices: found.failed,
        withoutHolder: found.withoutHolder,
        computedAnew: found.runs,
      })
    },
  }),
]
