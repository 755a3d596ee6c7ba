// The views of the work list for programs: the same rows, filters and counts as the pages show.
import { z } from 'zod'
import { isDay } from '../../../core/clock/instant.ts'
import { mayOffice } from '../../../core/person/may.ts'
import { sentence } from '../../../core/sentence.ts'
import { clientsOfDossiers } from '../../../store/my-tasks.ts'
import { countWorkViews } from '../../../store/work-counts.ts'
import { readElsewhere } from '../../../store/work-elsewhere.ts'
import { readWorkView, WORK_SORTS } from '../../../store/work-view.ts'
import { cursorMoment, encodeCursor } from '../../request/cursor.ts'
import { filterOf, TASK_VIEWS, viewsOf, whoseOf, workDesk } from '../../work-desk.ts'
import { type Asked, bad, type Caller, type Endpoint, endpoint, good } from '../endpoint.ts'
import { says } from '../says.ts'
import { afterOf, day, id, moment, next } from '../shapes/common.ts'
import { taskRow } from '../shapes/task.ts'
import { TASK_KINDS, URGENCY } from '../shapes/words.ts'

const realDay = day.refine(isDay).optional()

/** As in the address of the page. */
const filters = {
  procedure: z.string().max(100).optional(),
  step: z.string().max(100).optional(),
  client: z.string().max(100).optional(),
  urgency: z.enum(URGENCY).optional(),
  from: realDay.meta(says('diterima sejak hari ini', 'received from this day on')),
  to: realDay.meta(says('diterima sampai hari ini', 'received until this day')),
  text: z
    .string()
    .max(100)
    .optional()
    .meta(
      says('ada dalam hal, nomor berkas, atau nomor agenda', 'stands in the subject, the number or the agenda number'),
    ),
}

const taskCursor = z.tuple([z.int().min(0).max(2), cursorMoment.nullable(), cursorMoment, id])
const elsewhereCursor = z.tuple([cursorMoment, id])

const deskOf = ({ agency, caller, now }: Asked & { caller: Caller }) => workDesk(agency, caller, now)

const held = z.strictObject({
  task: id,
  step: z.string(),
  kind: z.enum(TASK_KINDS),
  posts: z.array(z.string()),
  forApplicant: z.boolean(),
  takenBy: id.nullable(),
  takenName: z.string().nullable(),
  openedAt: moment,
  waitsForEffect: z.boolean(),
})

export const workEndpoints: readonly Endpoint[] = [
  endpoint('get', {
    id: 'listWork',
    path: '/work/{view}',
    tag: 'task',
    scope: ['read', 'work'],
    summary: sentence('Satu tampilan daftar kerja Anda', 'One view of your work list'),
    params: z.object({ view: z.enum(TASK_VIEWS) }),
    query: z.object({ ...filters, sort: z.enum(WORK_SORTS).default('due'), after: afterOf(taskCursor) }),
    answer: z.strictObject({
      tasks: z.array(taskRow.extend({ takenName: z.string().nullable() }).meta({ id: 'WorkRow' })),
      next,
    }),
    problems: ['not-allowed'],
    handle: async (call) => {
      if (!mayOffice(call.caller.actor, 'see-work')) return bad('not-allowed')
      const { after, sort, ...typed } = call.query
      const { store } = call.services
      const { rows, more } = await readWorkView(store, call.office, {
        whose: whoseOf(deskOf(call), call.params.view),
        filter: filterOf(typed, call.agency.agency.zone),
        sort,
        after: after ? { rank: after[0], dueAt: after[1], openedAt: after[2], task: after[3] } : null,
      })
      const dossiers = rows.map(({ dossier }) => dossier)
      const clients = await clientsOfDossiers(store, call.office, dossiers)
      const last = rows.at(-1)
      return good({
        tasks: rows.map(({ rank: _, client, ...row }) => ({
          ...row,
          client: clients.get(row.dossier) ?? '',
          clientName: client,
        })),
        next: more && last ? encodeCursor([last.rank, last.dueAt, last.openedAt, last.task]) : null,
      })
    },
  }),
  endpoint('get', {
    id: 'listWaitingForOthers',
    path: '/waiting-for-others',
    tag: 'task',
    scope: ['read', 'work'],
    summary: sentence(
      'Berkas yang sudah melewati jabatan Anda dan kini di meja lain, dengan siapa dan sejak kapan',
      'Dossiers that went through your posts and lie with others now, with whom and since when',
    ),
    query: z.object({
      ...filters,
      sort: z.enum(['oldest', 'newest']).default('oldest'),
      after: afterOf(elsewhereCursor),
    }),
    answer: z.strictObject({
      dossiers: z.array(
        z
          .strictObject({
            dossier: id,
            passedAt: moment.meta(says('terakhir meninggalkan jabatan Anda', 'when it last left one of your posts')),
            number: z.string(),
            subject: z.string(),
            clientName: z.string(),
            procedure: z.string(),
            edition: z.string(),
            urgency: z.string().nullable(),
            secrecy: z.string().nullable(),
            tasks: z.array(held),
          })
          .meta({ id: 'WaitingForOthers' }),
      ),
      next,
    }),
    problems: ['not-allowed'],
    handle: async (call) => {
      if (!mayOffice(call.caller.actor, 'see-work')) return bad('not-allowed')
      const { after, sort, ...typed } = call.query
      const { rows, more } = await readElsewhere(call.services.store, call.office, {
        posts: call.caller.actor.posts,
        filter: filterOf(typed, call.agency.agency.zone),
        newestFirst: sort === 'newest',
        after: after ? { passedAt: after[0], dossier: after[1] } : null,
      })
      const last = rows.at(-1)
      return good({
        dossiers: rows.map(({ client, ...row }) => ({ ...row, clientName: client })),
        next: more && last ? encodeCursor([last.passedAt, last.dossier]) : null,
      })
    },
  }),
  endpoint('get', {
    id: 'countWork',
    path: '/work-counts',
    tag: 'task',
    scope: ['read', 'work'],
    summary: sentence(
      'Berapa yang ada di setiap tampilan daftar kerja',
      'How much stands in each view of the work list',
    ),
    answer: z.strictObject({
      counts: z.record(z.string(), z.int()).meta(says('paling banyak 100 yang dihitung', 'counted to 100 at most')),
    }),
    problems: ['not-allowed'],
    handle: async (call) => {
      if (!mayOffice(call.caller.actor, 'see-work')) return bad('not-allowed')
      const desk = deskOf(call)
      const views = TASK_VIEWS.filter((view) => viewsOf(desk).includes(view))
      const counted = await countWorkViews(call.services.store, call.office, {
        views: views.map((view) => whoseOf(desk, view)),
        posts: desk.posts,
      })
      const counts = Object.fromEntries(views.map((view, at) => [view, counted.views[at] ?? 0]))
      return good({ counts: { ...counts, elsewhere: counted.elsewhere } })
    },
  }),
]
