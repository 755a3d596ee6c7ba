// Delays: what of a dossier is or was late, saying why, and taking note of it.
import { z } from 'zod'
import { type LateClock, lateClocks } from '../../../core/dossier/late/late-clocks.ts'
import { sentence } from '../../../core/sentence.ts'
import { byPost } from '../../acting.ts'
import { byAcknowledger, byExplainer } from '../../late-hats.ts'
import { type Call, type Caller, type Endpoint, endpoint, good } from '../endpoint.ts'
import { says } from '../says.ts'
import { id } from '../shapes/common.ts'
import { done } from '../shapes/done.ts'
import { breachOf, breachShape } from '../shapes/late.ts'
import { onDossier } from './on-task.ts'
import { type OpenDossier, openDossier } from './open-dossier.ts'

const place = z.object({ dossier: id })
const clockPlace = z.object({
  dossier: id,
  clock: z.string().max(40).meta(says('`promise`, atau id tugas', '`promise`, or the id of a task')),
})

const acting = {
  tag: 'dossier',
  scope: 'work',
  isCommand: true,
  answer: done,
  params: clockPlace,
  problems: ['not-allowed', 'not-yours', 'not-open', 'already-done'],
} as const

const note = z.string().max(2000).default('')

export const lateEndpoints: readonly Endpoint[] = [
  endpoint('get', {
    id: 'listBreaches',
    path: '/dossiers/{dossier}/breaches',
    tag: 'dossier',
    scope: 'read',
    params: place,
    summary: sentence(
      'Keterlambatan sebuah berkas, dengan alasan dan siapa yang mengetahuinya',
      'What of a dossier is or was late, why, and who took note',
    ),
    description: sentence('Untuk petugas.', 'For officers.'),
    problems: ['not-allowed'],
    answer: z.strictObject({ items: z.array(breachShape) }),
    handle: async (call) => {
      const opened = await openDossier(call, call.params.dossier, 'see-inside')
      if (!opened.ok) return opened
      const { found } = opened
      const reader = { agency: call.agency.agency, clientName: found.record.clientName ?? '', isInside: true }
      return good({ items: lateOf(call, found).map((late) => breachOf(late, reader)) })
    },
  }),
  endpoint('post', {
    ...acting,
    id: 'explainBreach',
    path: '/dossiers/{dossier}/breaches/{clock}/explain',
    summary: sentence('Tulis alasan keterlambatan', 'Say why it was late'),
    description: sentence(
      'Oleh jabatan yang memegang pekerjaan itu, dari daftar alasan kantor; dapat diubah sampai atasan mengetahuinya.',
      'By the post that holds the work, from the list of the office; it may be changed until a superior takes note.',
    ),
    body: z.strictObject({ reason: z.string().min(1).max(80), note }),
    example: { reason: 'beban-kerja', note: '' },
    handle: (call) =>
      onDossier(call, {
        act: 'see-inside',
        hats: (opened) => {
          const late = lateAt(call, opened)
          return [(late && byExplainer(call.caller, { ...opened, late })) ?? byPost(call.caller, opened.procedure)]
        },
        command: () => ({ type: 'explain-breach', clock: call.params.clock, ...call.body }),
      }),
  }),
  endpoint('post', {
    ...acting,
    id: 'acknowledgeBreach',
    path: '/dossiers/{dossier}/breaches/{clock}/acknowledge',
    summary: sentence('Menyatakan mengetahui alasan keterlambatan', 'Take note of why it was late'),
    description: sentence(
      'Oleh jabatan di atas yang memberi alasan, tidak pernah oleh orang yang sama.',
      'By a post above the one that gave the reason, never by the same person.',
    ),
    body: z.strictObject({ remark: note }),
    example: { remark: 'Atur penggantinya.' },
    handle: (call) =>
      onDossier(call, {
        act: 'see-inside',
        hats: (opened) => {
          const late = lateAt(call, opened)
          const above = late && byAcknowledger(call.caller, call.agency.agency, { ...opened, late })
          return [above ?? byPost(call.caller, opened.procedure)]
        },
        command: () => ({ type: 'acknowledge-breach', clock: call.params.clock, ...call.body }),
      }),
  }),
]

type Asking = Call<unknown, unknown, unknown, Caller>

const lateOf = ({ agency, now }: Pick<Asking, 'agency' | 'now'>, { procedure, dossier }: OpenDossier): LateClock[] =>
  lateClocks({ procedure, dossier, office: agency, now })

const lateAt = (call: Pick<Asking, 'agency' | 'now'> & { params: { clock: string } }, opened: OpenDossier) =>
  lateOf(call, opened).find(({ clock }) => clock.clock === call.params.clock)
