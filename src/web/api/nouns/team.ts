// Work in a team: among whom a task may be shared out, and handing it over; the same commands as the pages give.
import { z } from 'zod'
import { taskNamed } from '../../../core/dossier/dossier.ts'
import { sentence } from '../../../core/sentence.ts'
import { bySharing } from '../../acting.ts'
import { colleaguesAt } from '../../task-deeds.ts'
import { bad, type Endpoint, endpoint, good } from '../endpoint.ts'
import { ON_TASK } from '../operation-problems.ts'
import { says } from '../says.ts'
import { id } from '../shapes/common.ts'
import { done } from '../shapes/done.ts'
import { onTask } from './on-task.ts'
import { openDossier } from './open-dossier.ts'

const place = z.object({ dossier: id, task: id })
const PATH = '/dossiers/{dossier}/tasks/{task}'

const colleague = z.strictObject({ person: id, name: z.string() }).meta({ id: 'Colleague' })

export const teamEndpoints: readonly Endpoint[] = [
  endpoint('get', {
    id: 'listColleagues',
    path: `${PATH}/colleagues`,
    tag: 'task',
    scope: ['read', 'work'],
    summary: sentence(
      'Kepada siapa Anda dapat menyerahkan tugas ini sekarang',
      'To whom you may hand this task over now',
    ),
    params: place,
    answer: z.strictObject({ colleagues: z.array(colleague) }),
    handle: async (call) => {
      const opened = await openDossier(call, call.params.dossier)
      if (!opened.ok) return opened
      const { dossier, procedure, isInside } = opened.found
      const task = taskNamed(dossier, call.params.task)
      if (!task || !isInside) return bad('not-found')
      const at = { agency: call.agency, procedure, dossier, task }
      return good({ colleagues: colleaguesAt(call.caller, at) })
    },
  }),
  endpoint('post', {
    id: 'handOverTask',
    path: `${PATH}/hand-over`,
    tag: 'task',
    scope: 'work',
    params: place,
    isCommand: true,
    mark: 'acts',
    problems: [...ON_TASK, 'effect-running'],
    summary: sentence(
      'Serahkan tugas kepada rekan yang memegang jabatannya; juga boleh oleh atasan',
      'Hand a task over to a colleague who holds its post; whoever stands above may, too',
    ),
    body: z
      .strictObject({
        to: id.meta(says('`person` dari `GET …/colleagues`', '`person` from `GET …/colleagues`')),
        note: z.string().trim().max(2000).default(''),
      })
      .meta({ id: 'HandOver' }),
    example: { to: '5f0c7d9e-1c64-4a53-9d4e-7b3b0f0e2a11', note: 'Mohon dilanjutkan' },
    answer: done,
    handle: (call) =>
      onTask(call, (_, { task }) => ({ type: 'hand-over', task, ...call.body }), {
        hat: ({ procedure }, task) => bySharing(call.caller, { office: call.agency, procedure, task }),
      }),
  }),
]
