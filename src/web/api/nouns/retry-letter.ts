// A letter that could not be made or signed goes on under its number, perhaps signed in another way.
import { z } from 'zod'
import { SIGNING_METHODS } from '../../../core/paper/signing.ts'
import { sentence } from '../../../core/sentence.ts'
import { type Endpoint, endpoint } from '../endpoint.ts'
import { ON_TASK } from '../operation-problems.ts'
import { says } from '../says.ts'
import { id } from '../shapes/common.ts'
import { done } from '../shapes/done.ts'
import { onTask } from './on-task.ts'

/** Nothing has to be sent: the letter is then made as it was begun. */
const retrying = z
  .strictObject({
    signing: z
      .enum(SIGNING_METHODS)
      .optional()
      .meta(says('tanpa ini caranya tetap seperti semula', 'without it the way stays as it was')),
  })
  .prefault({})
  .meta({ id: 'RetryLetter' })

export const retryLetterEndpoints: readonly Endpoint[] = [
  endpoint('post', {
    id: 'retryLetter',
    path: '/dossiers/{dossier}/tasks/{task}/retry-letter',
    tag: 'task',
    scope: 'work',
    summary: sentence(
      'Buat lagi surat yang gagal dibuat, atau tandatangani dengan cara lain di bawah nomor yang sama',
      'Make a letter again that could not be made, or sign it in another way under the same number',
    ),
    params: z.object({ dossier: id, task: id }),
    body: retrying,
    example: { signing: 'wet' },
    answer: done,
    isCommand: true,
    mark: 'acts',
    problems: [...ON_TASK, 'not-allowed', 'effect-running'],
    handle: (call) =>
      onTask(
        call,
        (_, { task }) => {
          const { signing } = call.body
          return { type: 'retry-letter', task, ...(signing === undefined ? {} : { signing }) }
        },
        { isForOfficers: true },
      ),
  }),
]
