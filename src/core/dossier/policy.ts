// What the printed SOP is silent on: return, refuse, withdraw, comment, rate. The procedure's policy decides.
import { stepNamed } from '../procedure/flow.ts'
import type { Procedure } from '../procedure/schema.ts'
import { openStep, waitsForNobody } from './advance.ts'
import { type Command, type Context, type Facts, refuse } from './commands.ts'
import { type Dossier, openTasks, type Task } from './dossier.ts'
import type { By } from './events.ts'
import { fourEyesBar } from './four-eyes.ts'
import { isClientOf, mayComment } from './involved.ts'
import { numberLetter } from './letter-number.ts'
import { MAX_TEXT, readReason } from './reason.ts'
import { actionableTask } from './tasks.ts'

type Of<T extends Command['type']> = Extract<Command, { type: T }>

export const decideReturn = (
  procedure: Procedure,
  dossier: Dossier,
  command: Of<'return'>,
  context: Context,
): Facts => {
  const found = actionableTask({ procedure, dossier }, command.task, context)
  if (!found.ok) return found
  const { task } = found
  const to = returnTarget(procedure, task)
  if (to === null) {
    return refuse(
      'not-allowed',
      'Berkas tidak dapat dikembalikan dari langkah ini.',
      'The dossier cannot be returned from this step.',
    )
  }
  const target = stepNamed(procedure, to)
  if (target && waitsForNobody(procedure, dossier, target)) return nobodyToReturnTo()
  if (task.effectSince !== null) return systemAtWork()
  const reason = readReason(command.reason)
  if (reason === null) return reasonMissing()
  const reopened = openStep(procedure, dossier, to, context, task.step)
  return {
    ok: true,
    facts: [{ type: 'returned', task: task.task, step: task.step, to, reason }, reopened],
  }
}

/** Where the policy lets a dossier go back to from here: to the applicant, or inside the office; null where it may not. */
export const returnTarget = ({ policy }: Procedure, task: Pick<Task, 'kind' | 'step'>): string | null => {
  const ways = [...(policy.return ? [policy.return] : []), ...policy.sendBack]
  return task.kind === 'main' ? (ways.find((way) => way.from.includes(task.step))?.to ?? null) : null
}

/** Whether work that went back to this step lies with the applicant; what goes back inside the office is none of theirs. */
export const isApplicantStep = (procedure: Procedure, step: string): boolean =>
  (stepNamed(procedure, step)?.actor ?? []).some((name) => procedure.actors[name]?.is === 'applicant')

export const mayReturnFrom = (procedure: Procedure, task: Task): boolean => returnTarget(procedure, task) !== null

export const mayRejectFrom = (procedure: Procedure, task: Task): boolean =>
  task.kind === 'main' && procedure.policy.reject?.by.includes(task.step) === true

export const decideReject = (
  procedure: Procedure,
  dossier: Dossier,
  command: Of<'reject'>,
  context: Context,
): Facts => {
  const found = actionableTask({ procedure, dossier }, command.task, context)
  if (!found.ok) return found
  const barred = fourEyesBar({ procedure, dossier, task: found.task }, context)
  if (barred) return { ok: false, refusal: barred }
  const policy = procedure.policy.reject
  if (!policy || !mayRejectFrom(procedure, found.task)) {
    return refuse(
      'not-allowed',
      'Permohonan tidak dapat ditolak dari langkah ini.',
      'The request cannot be refused from this step.',
    )
  }
  if (isSystemAtWork(dossier)) return systemAtWork()
  const reason = readReason(command.reason)
  if (reason === null) return reasonMissing()
  const rejected = { type: 'rejected' as const, task: command.task, reason }
  if (!policy.letter) return { ok: true, facts: [rejected] }
  const { fact, number } = numberLetter(
    { dossier, context },
    { task: null, letter: policy.letter, reason, signing: context.agency.signing.default },
  )
  return { ok: true, facts: [rejected, fact], numbers: [number] }
}

export const decideWithdraw = (
  procedure: Procedure,
  dossier: Dossier,
  command: Of<'withdraw'>,
  { by }: Context,
): Facts => {
  const policy = procedure.policy.withdraw
  if (dossier.status !== 'open')
    return refuse('not-open', 'Permohonan ini sudah selesai.', 'This request has already ended.')
  if (dossier.channel === 'order') return withdrawOrder(procedure, dossier, command, by)
  if (!policy || !isClientOf(dossier, by)) {
    return refuse(
      'not-allowed',
      'Hanya pemohon yang dapat mencabut permohonan ini.',
      'Only the applicant may withdraw this request.',
    )
  }
  if (policy.before && hasBegun(procedure, dossier, policy.before)) {
    return refuse(
      'not-allowed',
      `Permohonan tidak dapat dicabut lagi karena langkah "${stepNamed(procedure, policy.before)?.activity ?? policy.before}" sudah dimulai.`,
      'The request can no longer be withdrawn: the technical work has begun.',
    )
  }
  if (isSystemAtWork(dossier)) return systemAtWork()
  const reason = command.reason.trim()
  return reason.length > MAX_TEXT ? tooLong() : { ok: true, facts: [{ type: 'withdrawn', reason }] }
}

/** An order is taken back by the post that gave it, with a reason for those who have read it, and before work began. */
const withdrawOrder = (procedure: Procedure, dossier: Dossier, { reason: typed }: Of<'withdraw'>, by: By): Facts => {
  if (!isOrderOf(dossier, by.kind === 'post' ? [by.post] : [])) {
    return refuse(
      'not-allowed',
      'Hanya jabatan yang memberi perintah ini yang dapat mencabutnya.',
      'Only the post that gave this order may take it back.',
    )
  }
  if (isOrderBegun(procedure, dossier)) {
    return refuse(
      'not-allowed',
      'Perintah tidak dapat dicabut lagi karena pekerjaannya sudah dimulai.',
      'The order can no longer be taken back: the work has begun.',
    )
  }
  if (isSystemAtWork(dossier)) return systemAtWork()
  const reason = readReason(typed)
  return reason === null ? orderReasonMissing() : { ok: true, facts: [{ type: 'withdrawn', reason }] }
}

const isOrderOf = (dossier: Dossier, posts: readonly string[]): boolean =>
  dossier.orderedBy !== null && posts.includes(dossier.orderedBy)

/** @param posts that are held today by whoever asks */
export const mayWithdrawOrder = (procedure: Procedure, dossier: Dossier, posts: readonly string[]): boolean =>
  dossier.status === 'open' && isOrderOf(dossier, posts) && !isOrderBegun(procedure, dossier)

/** The first step was done by giving the order; whatever anybody did after it is work. */
const isOrderBegun = ({ steps: [first] }: Procedure, { tasks }: Dossier): boolean =>
  tasks.some((task) => task.kind === 'main' && task.step !== first?.step && isBegun(task))

const orderReasonMissing = (): Facts =>
  refuse(
    'invalid-answer',
    'Tulis alasan pencabutan bagi yang sudah menerima perintah ini (paling panjang 2.000 huruf).',
    'Write the reason for those who have received this order (2,000 characters at most).',
  )

export const mayWithdraw = (procedure: Procedure, dossier: Dossier): boolean =>
  dossier.status === 'open' &&
  procedure.policy.withdraw !== undefined &&
  !(procedure.policy.withdraw.before && hasBegun(procedure, dossier, procedure.policy.withdraw.before))

export const decideComment = (dossier: Dossier, command: Of<'comment'>, { by }: Context): Facts => {
  if (!mayComment(dossier, by)) {
    return refuse(
      'not-allowed',
      'Anda tidak dapat memberi catatan pada berkas ini.',
      'You cannot comment on this dossier.',
    )
  }
  const text = command.text.trim()
  if (text === '' || text.length > MAX_TEXT)
    return refuse(
      'invalid-answer',
      'Tulis catatan, paling panjang 2.000 huruf.',
      'Write a comment of 2,000 characters at most.',
    )
  return {
    ok: true,
    facts: [{ type: 'commented', text, visibleToApplicant: by.kind === 'client' || command.visibleToApplicant }],
  }
}

export const decideRate = (procedure: Procedure, dossier: Dossier, command: Of<'rate'>, { by }: Context): Facts => {
  if (!isClientOf(dossier, by)) {
    return refuse('not-allowed', 'Hanya pemohon yang dapat memberi penilaian.', 'Only the applicant may give a rating.')
  }
  if (!procedure.policy.rating || dossier.status !== 'finished') {
    return refuse(
      'not-open',
      'Penilaian dapat diberikan setelah permohonan selesai.',
      'A rating can be given once the request has finished.',
    )
  }
  if (dossier.rating)
    return refuse('already-done', 'Penilaian sudah diberikan. Terima kasih.', 'You have already rated this. Thank you.')
  if (![1, 2, 3, 4].includes(command.score))
    return refuse('invalid-answer', 'Pilih nilai satu sampai empat.', 'Choose a score of one to four.')
  const comment = command.comment.trim()
  return comment.length > MAX_TEXT ? tooLong() : { ok: true, facts: [{ type: 'rated', score: command.score, comment }] }
}

/** Work has begun once somebody took the step, started its effect or finished it, or the path has gone beyond it. */
const hasBegun = (procedure: Procedure, dossier: Dossier, name: string): boolean => {
  const from = procedure.steps.findIndex((step) => step.step === name)
  const beyond = procedure.steps.slice(from + 1).map((step) => step.step)
  return dossier.tasks.some(
    (task) =>
      task.kind === 'main' &&
      task.recalled === null &&
      (beyond.includes(task.step) || (task.step === name && isBegun(task))),
  )
}

/** A task that was given back to the applicant untouched was not begun. */
const isBegun = (task: Task): boolean =>
  task.attempt > 0 || (task.closedAt === null ? task.takenBy !== null : task.outcome === 'finished')

const isSystemAtWork = (dossier: Dossier): boolean => openTasks(dossier).some((task) => task.effectSince !== null)

const nobodyToReturnTo = (): Facts =>
  refuse(
    'not-allowed',
    'Berkas ini dimulai oleh kantor sendiri; tidak ada pemohon yang dapat memperbaikinya. Lanjutkan, atau tolak dengan alasan.',
    'The office itself began this dossier; there is no applicant who could correct it. Go on, or refuse it with a reason.',
  )

const systemAtWork = (): Facts =>
  refuse(
    'effect-running',
    'Sistem sedang mengerjakan berkas ini. Tunggu hasilnya sebentar, lalu ulangi.',
    'The system is at work on this dossier. Wait a moment for its answer, then try again.',
  )

/** Never cut: who wrote it decides what is left out. */
const tooLong = (): Facts =>
  refuse(
    'invalid-answer',
    'Tulisan Anda paling panjang 2.000 huruf. Persingkat lalu kirim lagi.',
    'What you write has 2,000 characters at most. Make it shorter and send again.',
  )

const reasonMissing = (): Facts =>
  refuse(
    'invalid-answer',
    'Tulis alasannya dengan kalimat yang dapat dipahami pemohon (paling panjang 2.000 huruf).',
    'Write a reason the applicant can understand (2,000 characters at most).',
  )
