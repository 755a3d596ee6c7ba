// What people do with a dossier besides its tasks: correct, withdraw, write, attach, rate, close without proof.
import { z } from 'zod'
import type { Command } from '../../../core/dossier/commands.ts'
import { type Task, taskNamed } from '../../../core/dossier/dossier.ts'
import { sentence } from '../../../core/sentence.ts'
import { readDossier } from '../../../store/dossiers.ts'
import { findUploads } from '../../../store/uploads.ts'
import { byClient, byOfficer, byOrderer, byPost, bySuperior } from '../../acting.ts'
import { attachment } from '../../fields/attachment.ts'
import { correctionQuestion, madeLetters } from '../../fields/correction.ts'
import { judgeForm } from '../../fields/judge-form.ts'
import { papersToFile } from '../../fields/submission.ts'
import { valuesOf } from '../../fields/typed-form.ts'
import { bad, type Call, type Caller, type Endpoint, endpoint, good } from '../endpoint.ts'
import { ON_TASK } from '../operation-problems.ts'
import { says } from '../says.ts'
import { id } from '../shapes/common.ts'
import { attached, commented, done } from '../shapes/done.ts'
import { allFaults, formOf, readForm, sentForm, UPLOAD_UNKNOWN } from '../shapes/form.ts'
import { actOf } from '../shapes/task.ts'
import { onDossier, onTask } from './on-task.ts'
import type { OpenDossier } from './open-dossier.ts'

const place = z.object({ dossier: id })
const taskPlace = z.object({ dossier: id, task: id })
const text = z.string().trim().min(1).max(2000)
const acting = { tag: 'dossier', params: place, answer: done, isCommand: true, problems: ['not-allowed'] } as const
const asApplicant = { ...acting, scope: 'apply' } as const
const asEither = { ...acting, scope: ['apply', 'work'] } as const

const correction = z
  .strictObject({
    ...sentForm,
    remake: z
      .array(z.string())
      .optional()
      .meta(
        says(
          'isian yang suratnya dibuat ulang; bila tidak disebut, semua yang dahulu dibuat dari formulir',
          'fields whose letter is made anew; without it, all that were made from the form',
        ),
      ),
  })
  .meta({ id: 'Correction' })

const message = z
  .strictObject({
    text,
    visibleToApplicant: z
      .boolean()
      .default(false)
      .meta(
        says(
          'untuk petugas; pemohon selalu melihat kirimannya sendiri',
          'for officers; applicants always see what they send',
        ),
      ),
  })
  .meta({ id: 'Comment' })

const attaching = z
  .strictObject({
    upload: id.meta(says('dari jawaban `POST /uploads`', 'what `POST /uploads` answered')),
    note: z.string().max(2000).default(''),
    visibleToApplicant: z
      .boolean()
      .default(false)
      .meta(
        says(
          'untuk petugas; pemohon selalu melihat kirimannya sendiri',
          'for officers; applicants always see what they send',
        ),
      ),
  })
  .meta({ id: 'Attach' })

export const dossierActEndpoints: readonly Endpoint[] = [
  endpoint('post', {
    ...asApplicant,
    id: 'correctDossier',
    path: '/dossiers/{dossier}/tasks/{task}/correct',
    mark: 'acts',
    problems: ON_TASK,
    params: taskPlace,
    summary: sentence(
      'Perbaiki dan kirim lagi permohonan yang dikembalikan',
      'Correct a request that came back, and send it again',
    ),
    description: sentence(
      'Isian yang tidak disebut tetap seperti semula; teks kosong menghapusnya. Berkas yang tidak diganti tetap ada.',
      'Answers that are left out stay as they were; an empty text takes one away. Papers that are not replaced stay.',
    ),
    body: correction,
    example: { form: { 'nomor-surat': '045/13/2026' } },
    handle: (call) => onTask(call, (opened, task) => corrected(call, opened, task)),
  }),
  endpoint('post', {
    ...asEither,
    id: 'withdrawDossier',
    path: '/dossiers/{dossier}/withdraw',
    summary: sentence('Cabut permohonan, dengan alasan', 'Take a request back, with a reason'),
    description: sentence(
      'Perintah di dalam kantor dicabut oleh jabatan yang memberikannya, selama belum dikerjakan.',
      'An order inside the office is taken back by the post that gave it, as long as nobody has begun the work.',
    ),
    body: z.strictObject({ reason: text }),
    example: { reason: 'Kebutuhannya sudah terpenuhi' },
    problems: ['not-allowed', 'effect-running'],
    handle: (call) =>
      onDossier(call, {
        act: 'withdraw',
        hats: (opened) => [byClient(call.caller, opened.dossier.client), byOrderer(call.caller, opened)],
        command: () => ({ type: 'withdraw', reason: call.body.reason }),
      }),
  }),
  endpoint('post', {
    ...asEither,
    id: 'commentDossier',
    path: '/dossiers/{dossier}/comments',
    summary: sentence('Tulis pesan atau catatan', 'Write a message or a comment'),
    body: message,
    answer: commented,
    example: { text: 'Mohon kabar perkembangannya' },
    handle: async (call) => {
      const told = await onDossier(call, {
        act: 'comment',
        hats: (opened) => bothHats(call, opened),
        command: () => ({ type: 'comment', ...call.body }),
      })
      // One fact, the last of its version: also when it is told again.
      return told.ok ? good({ ...told.body, seq: told.body.version }) : told
    },
  }),
  endpoint('post', {
    ...asEither,
    id: 'attachToDossier',
    path: '/dossiers/{dossier}/attachments',
    tag: 'paper',
    summary: sentence('Lampirkan berkas yang sudah diunggah', 'Attach a file that was uploaded before'),
    body: attaching,
    example: { upload: '0f8fad5b-d9cb-469f-a165-70867728950e', note: 'Denah ruang server' },
    answer: attached,
    handle: async (call) => {
      const hats = (opened: OpenDossier) => bothHats(call, opened)
      const told = await onDossier(call, { act: 'attach', hats, command: () => attachOf(call) })
      if (!told.ok) return told
      // The paper of the command is another one when its key was answered before.
      const record = await readDossier(call.services.store, call.office, call.params.dossier)
      const fact = record?.events[told.body.version - 1]
      return fact?.type === 'paper-attached' ? good({ ...told.body, paper: fact.paper.id }) : bad('fault')
    },
  }),
  endpoint('post', {
    ...asApplicant,
    id: 'rateDossier',
    path: '/dossiers/{dossier}/rating',
    summary: sentence('Nilai layanan yang sudah selesai', 'Rate a service that has finished'),
    body: z.strictObject({ score: z.int().min(1).max(4), comment: z.string().max(2000).default('') }),
    example: { score: 4, comment: 'Cepat dan jelas' },
    problems: ['not-allowed', 'already-done'],
    handle: (call) =>
      onDossier(call, {
        act: 'rate',
        hats: ({ dossier }) => [byClient(call.caller, dossier.client)],
        command: () => ({ type: 'rate', ...call.body }),
      }),
  }),
  endpoint('post', {
    ...acting,
    scope: 'work',
    id: 'overrideProof',
    path: '/dossiers/{dossier}/tasks/{task}/override-proof',
    tag: 'task',
    mark: 'acts',
    params: taskPlace,
    summary: sentence(
      'Tutup langkah tanpa bukti, sebagai pejabat yang mendisposisikan',
      'Close a step without proof, as a post that disposed of the dossier',
    ),
    body: z.strictObject({ reason: text }),
    example: { reason: 'Server mitra tutup; pekerjaan sudah diperiksa di tempat' },
    handle: (call) =>
      onDossier(call, {
        act: 'see-inside',
        hats: (opened) => [bySuperior(call.caller, opened) ?? byPost(call.caller, opened.procedure)],
        command: ({ dossier }) =>
          taskNamed(dossier, call.params.task)
            ? { type: 'override-proof', task: call.params.task, reason: call.body.reason }
            : bad('not-found'),
      }),
  }),
]

type With<B extends z.ZodType> = Call<unknown, unknown, z.output<B>, Caller>

/** Somebody who is both writes as the applicant, if their token lets them apply. */
const bothHats = ({ caller }: { caller: Caller }, opened: OpenDossier) => [
  byClient(caller, opened.dossier.client),
  opened.isInside ? byOfficer(caller, opened) : null,
]

const attachOf = async ({ services, office, caller, body }: With<typeof attaching>) => {
  const [kept] = await findUploads(services.store, office, caller.person, [body.upload])
  const upload = kept && { ...kept, field: 'file', refused: null }
  const told = { note: body.note, visibleToApplicant: body.visibleToApplicant }
  const read = upload ? await attachment(services, upload, told) : null
  if (read?.ok) return read.command
  return bad('invalid', undefined, [{ in: 'body', path: '/upload', sentence: read?.fault.sentence ?? UPLOAD_UNKNOWN }])
}

const corrected = async (
  call: With<typeof correction>,
  { dossier, procedure }: OpenDossier,
  task: Task,
): Promise<Command | ReturnType<typeof bad>> => {
  if (actOf(procedure, task) !== 'submit') return bad('not-open', NOTHING_ASKED)
  // Sent again, or too late: the key, or the core, says so without judging names that may be in use by now.
  if (task.closedAt !== null) return { type: 'finish-step', task: task.task, answer: {} }
  const { services, agency, body, now } = call
  const { step } = task
  const returned = { agency, procedure, dossier, step }
  const read = await readForm(call, { procedure, step }, body)
  const made = madeLetters(returned).map(({ field }) => field)
  const isRemade = (field: string): boolean => (body.remake ?? made).includes(field)
  const values = valuesOf({ ...dossier.form, ...formOf(body.form) })
  const judged = await judgeForm(services, correctionQuestion(returned, { values, files: read.files, isRemade }))
  const faults = allFaults(procedure, read, judged.faults)
  if (faults.length > 0) return bad('invalid', undefined, faults)
  const papers = await papersToFile(services, { agency, procedure, client: dossier.client, judged, now })
  return { type: 'finish-step', task: task.task, answer: { form: judged.form, papers } }
}

const NOTHING_ASKED = sentence(
  'Tugas ini tidak menunggu perbaikan formulir. Lihat `act` pada tugas itu.',
  'This task does not wait for a corrected form. See its `act`.',
)
