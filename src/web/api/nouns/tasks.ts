// The work list and the tasks in it: read, take, finish, send back; the same commands as the pages give.
import { z } from 'zod'
import { taskNamed } from '../../../core/dossier/dossier.ts'
import { taskMark } from '../../../core/dossier/task-mark.ts'
import { mayOffice } from '../../../core/person/may.ts'
import { sentence } from '../../../core/sentence.ts'
import type { Store } from '../../../store/connect.ts'
import { readDossier } from '../../../store/dossiers.ts'
import { clientsOfDossiers, readMyTasks } from '../../../store/my-tasks.ts'
import { readWorkList, type WorkCursor, type WorkRow } from '../../../store/work-list.ts'
import { readWorkView } from '../../../store/work-view.ts'
import { bySharing } from '../../acting.ts'
import { cursorMoment, encodeCursor } from '../../request/cursor.ts'
import { etag } from '../command.ts'
import { bad, type Caller, type Endpoint, endpoint, good } from '../endpoint.ts'
import { ON_TASK } from '../operation-problems.ts'
import { says } from '../says.ts'
import { afterOf, id, next } from '../shapes/common.ts'
import { done, finished } from '../shapes/done.ts'
import { FINISH_EXAMPLES } from '../shapes/finish-examples.ts'
import { actOf, CORRECT, finishing, taskOf, taskRow, taskWhole } from '../shapes/task.ts'
import { judgedAnswer } from './finish-letter.ts'
import { workCommand } from './finish-work.ts'
import { onTask } from './on-task.ts'
import { openDossier } from './open-dossier.ts'

const place = z.object({ dossier: id, task: id })
const cursor = z.tuple([cursorMoment.nullable(), cursorMoment, id])
const reason = z.strictObject({ reason: z.string().trim().min(1).max(2000) })

const PATH = '/dossiers/{dossier}/tasks/{task}'
const acting = {
  tag: 'task',
  scope: ['work', 'apply'],
  params: place,
  answer: done,
  isCommand: true,
  mark: 'acts',
  problems: ON_TASK,
} as const

/** Taking, sending back and refusing are the office's: applicants share their tasks and only finish them. */
const officers = { ...acting, scope: 'work' } as const
const refusing = { ...officers, problems: [...ON_TASK, 'not-allowed', 'effect-running'] } as const
const FOR_OFFICERS = { isForOfficers: true }

export const taskEndpoints: readonly Endpoint[] = [
  endpoint('get', {
    id: 'listTasks',
    path: '/tasks',
    tag: 'task',
    scope: ['read', 'work', 'apply'],
    summary: sentence(
      'Daftar kerja jabatan Anda, atau yang menunggu Anda sebagai pemohon; yang paling mendesak di atas',
      'The work list of your posts, or what waits for you as an applicant; the most urgent first',
    ),
    query: z.object({
      as: z
        .enum(['post', 'client'])
        .optional()
        .meta(
          says(
            'tugas siapa; tanpa ini tugas jabatan Anda, atau tugas sebagai pemohon bila Anda tidak memegang jabatan',
            'whose tasks; without it those of your posts, or of your clients where you hold no post',
          ),
        ),
      after: afterOf(cursor),
    }),
    answer: z.strictObject({ tasks: z.array(taskRow), next }),
    problems: ['not-allowed'],
    handle: async ({ services, office, caller, query }) => {
      const isOfficer = mayOffice(caller.actor, 'see-work')
      const whose = query.as ?? (isOfficer ? 'post' : 'client')
      if (!(whose === 'post' ? isOfficer : mayOffice(caller.actor, 'apply'))) return bad('not-allowed')
      const [dueAt, openedAt, task] = query.after ?? []
      const start = openedAt && task ? { dueAt: dueAt ?? null, openedAt, task } : null
      const { rows, more } =
        whose === 'post'
          ? await workOfPosts(services.store, office, caller, start)
          : await readMyTasks(services.store, office, caller.actor.clients, start)
      const last = rows.at(-1)
      return good({
        tasks: rows,
        next: more && last ? encodeCursor([last.dueAt, last.openedAt, last.task]) : null,
      })
    },
  }),
  endpoint('get', {
    id: 'getTask',
    path: PATH,
    tag: 'task',
    scope: ['read', 'work', 'apply'],
    mark: 'reads',
    summary: sentence(
      'Satu tugas, dan apa yang diminta untuk menyelesaikannya',
      'One task, and what finishing it takes',
    ),
    params: place,
    answer: taskWhole,
    handle: async (call) => {
      const opened = await openDossier(call, call.params.dossier)
      if (!opened.ok) return opened
      const { dossier, procedure, isInside } = opened.found
      const task = taskNamed(dossier, call.params.task)
      // Of the office's own tasks an applicant knows the steps, never what was seen and noted at them.
      if (!task || !(isInside || task.forApplicant)) return bad('not-found')
      return good(taskOf({ agency: call.agency, procedure, dossier, task }, call.caller), {
        etag: etag(taskMark(dossier, task.task)),
      })
    },
  }),
  endpoint('post', {
    ...acting,
    id: 'finishTask',
    path: `${PATH}/finish`,
    summary: sentence('Selesaikan tugas dengan jawaban tindakannya', 'Finish a task with the answer of its act'),
    body: finishing,
    answer: finished,
    problems: [...ON_TASK, 'effect-running', 'needs-initials'],
    description: sentence(
      'Bentuk jawaban ditentukan oleh `act` tugas itu. Pekerjaan sistem (`fulfil`) dan pembuatan surat (`send`) masih berjalan sesudah jawaban 200: `closed` pada jawaban itu false; baca lagi tugasnya sampai `waitsForEffect` false.',
      'The `act` of the task says what the answer looks like. The work of the system (`fulfil`) and the making of a letter (`send`) go on after the answer 200, whose `closed` is false: read the task again until `waitsForEffect` is false.',
    ),
    examples: FINISH_EXAMPLES,
    handle: async (call) => {
      const answered = await onTask(call, (opened, task) => {
        const { act, ...answer } = call.body
        const asked = actOf(opened.procedure, task)
        if (act !== asked) return bad('invalid', undefined, [wrongAct(asked)])
        const written = judgedAnswer(call, opened, task, answer)
        if (!written.ok) return written
        return 'files' in answer
          ? workCommand(call, opened, task, { ...answer, ...written.values })
          : { type: 'finish-step', task: task.task, answer: { ...answer, ...written.values } }
      })
      if (!answered.ok) return answered
      const record = await readDossier(call.services.store, call.office, call.params.dossier)
      const task = record && taskNamed(record.dossier, call.params.task)
      const state = { closed: task?.closedAt !== null, waitsForEffect: (task?.effectSince ?? null) !== null }
      return good({ ...answered.body, ...state })
    },
  }),
  endpoint('post', {
    ...officers,
    id: 'takeTask',
    path: `${PATH}/take`,
    summary: sentence(
      'Ambil tugas, agar rekan tahu siapa yang mengerjakannya',
      'Take a task, so that colleagues know who is at it',
    ),
    handle: (call) => onTask(call, (_, { task }) => ({ type: 'take', task }), FOR_OFFICERS),
  }),
  endpoint('post', {
    ...officers,
    id: 'releaseTask',
    path: `${PATH}/release`,
    summary: sentence(
      'Lepaskan tugas yang Anda ambil, atau yang diambil bawahan Anda',
      'Release a task that you took, or that somebody below you took',
    ),
    handle: (call) =>
      onTask(call, (_, { task }) => ({ type: 'release', task }), {
        hat: ({ procedure }, task) => bySharing(call.caller, { office: call.agency, procedure, task }),
      }),
  }),
  endpoint('post', {
    ...refusing,
    id: 'returnTask',
    path: `${PATH}/return`,
    summary: sentence('Kembalikan kepada pemohon dengan alasan', 'Send back to the applicant, with a reason'),
    body: reason,
    example: { reason: 'Surat belum ditandatangani.' },
    handle: (call) => onTask(call, (_, { task }) => ({ type: 'return', task, reason: call.body.reason }), FOR_OFFICERS),
  }),
  endpoint('post', {
    ...refusing,
    id: 'rejectTask',
    path: `${PATH}/reject`,
    summary: sentence('Tolak permohonan dengan alasan', 'Refuse the request, with a reason'),
    body: reason,
    example: { reason: 'Bukan layanan kantor ini.' },
    handle: (call) => onTask(call, (_, { task }) => ({ type: 'reject', task, reason: call.body.reason }), FOR_OFFICERS),
  }),
]

const workOfPosts = async (store: Store, office: string, caller: Caller, after: WorkCursor | null) => {
  const { rows: own, more } = await readWorkList(store, office, caller.actor.posts, after)
  // What is done for somebody absent comes first, on the first page alone: it is little, and must not be overlooked.
  const rows = [...(after === null ? await standInWork(store, office, caller) : []), ...own]
  const clients = await clientsOfDossiers(
    store,
    office,
    rows.map(({ dossier }) => dossier),
  )
  return {
    rows: rows.map(({ client, ...row }) => ({ ...row, client: clients.get(row.dossier) ?? '', clientName: client })),
    more,
  }
}

/** For certain procedures alone. */
const standInWork = async (store: Store, office: string, { person, actor }: Caller): Promise<WorkRow[]> => {
  const { posts, limited = [] } = actor
  if (limited.length === 0) return []
  const places = limited.map((one) => ({ ...one, taken: 'any' as const }))
  const whose = { person, posts, places, takenOf: [], dueFrom: null, dueBefore: null }
  const { rows } = await readWorkView(store, office, { whose, filter: {}, sort: 'due', after: null })
  return rows
    .filter((row) => !row.posts.some((post) => posts.includes(post)))
    .map(({ rank: _, takenName: __, ...row }) => row)
}

const wrongAct = (act: string) => ({
  in: 'body' as const,
  path: '/act',
  sentence:
    act === 'submit'
      ? sentence(
          `Tugas ini menunggu perbaikan formulir: pakai ${CORRECT}.`,
          `This task waits for a corrected form: use ${CORRECT}.`,
        )
      : sentence(`Tindakan tugas ini adalah "${act}".`, `The act of this task is "${act}".`),
})
