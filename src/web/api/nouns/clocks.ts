// The time of a dossier: how its due dates came to be, who was waited for, and extending the promise.
import { z } from 'zod'
import { postsToExtend } from '../../../core/dossier/extend.ts'
import { timeAccount } from '../../../core/dossier/time-account.ts'
import { sentence } from '../../../core/sentence.ts'
import { byPost } from '../../acting.ts'
import { type Endpoint, endpoint, good } from '../endpoint.ts'
import { says } from '../says.ts'
import { clocksOf, clocksShape } from '../shapes/clocks.ts'
import { id } from '../shapes/common.ts'
import { done } from '../shapes/done.ts'
import { onDossier } from './on-task.ts'
import { openDossier } from './open-dossier.ts'

const place = z.object({ dossier: id })

const extending = z
  .strictObject({
    amount: z
      .string()
      .trim()
      .min(1)
      .max(40)
      .meta(says('misalnya `2 hari`, `4 jam`, `30 menit`', 'such as `2 hari` (days), `4 jam` (hours), `30 menit`')),
    reason: z.string().trim().min(1).max(2000).meta(says('dibaca pemohon', 'the applicant reads it')),
  })
  .meta({ id: 'Extend' })

export const clockEndpoints: readonly Endpoint[] = [
  endpoint('get', {
    id: 'getClocks',
    path: '/dossiers/{dossier}/clocks',
    tag: 'dossier',
    scope: 'read',
    params: place,
    summary: sentence(
      'Waktu sebuah berkas: asal-usul batas waktunya, dan siapa yang ditunggu',
      'The time of a dossier: how its due dates came to be, and who was waited for',
    ),
    answer: clocksShape,
    handle: async (call) => {
      const opened = await openDossier(call, call.params.dossier)
      if (!opened.ok) return opened
      const { procedure, dossier } = opened.found
      return good(clocksOf(timeAccount({ procedure, dossier, office: call.agency, now: call.now })))
    },
  }),
  endpoint('post', {
    id: 'extendDossier',
    path: '/dossiers/{dossier}/extend',
    tag: 'dossier',
    scope: 'work',
    isCommand: true,
    params: place,
    summary: sentence(
      'Perpanjang batas waktu yang dijanjikan, satu kali, dengan alasan',
      'Extend the promise, once, with a reason',
    ),
    description: sentence(
      'Oleh jabatan yang sedang memegang berkas atau atasannya, sebelum batas waktu habis, paling lama sesuai SOP atau aturan kantor.',
      'By the post that has the dossier or its superior, before the promise has run out, no further than the SOP or the office allows.',
    ),
    body: extending,
    example: { amount: '2 hari', reason: 'Menunggu perangkat dari penyedia' },
    answer: done,
    problems: ['not-allowed', 'not-yours', 'already-done'],
    handle: (call) =>
      onDossier(call, {
        act: 'see-inside',
        hats: ({ procedure, dossier }) => [
          byPost(call.caller, procedure, postsToExtend({ procedure, dossier, office: call.agency })) ??
            byPost(call.caller, procedure),
        ],
        command: () => ({ type: 'extend', ...call.body }),
      }),
  }),
]
