// What the printed SOP is silent on: return, refuse, withdraw, comment, rate. The procedure's policy decides.
import { stepNamed } from '../procedure/flow.ts'
import type { Procedure } from '../procedure/schema.ts'
import { numberLetter } from './acts/send.ts'
import { openStep } from './advance.ts'
import { type Command, type Context, type Facts, refuse } from './commands.ts'
import type { Dossier } from './dossier.ts'
import { actionableTask } from './tasks.ts'

type Of<T extends Command['type']> = Extract<Command, { type: T }>

const MAX_REASON = 2000

export const decideReturn = (
  procedure: Procedure,
  dossier: Dossier,
  command: Of<'return'>,
  context: Context,
): Facts => {
  const found = actionableTask(dossier, command.task, context)
  if (!found.ok) return found
  const policy = procedure.policy.return
  const { task } = found
  if (!policy?.from.includes(task.step) || task.kind !== 'main') {
    return refuse(
      'not-allowed',
      'Berkas tidak dapat dikembalikan dari langkah ini.',
      'The dossier cannot be returned from this step.',
    )
  }
  const reason = command.reason.trim()
  if (reason === '' || reason.length > MAX_REASON) return reasonMissing()
  const reopened = openStep(procedure, dossier, policy.to, context, task.step)
  return {
    ok: true,
    facts: [{ type: 'returned', task: task.task, step: task.step, to: policy.to, reason }, ...reopened],
  }
}

export const decideReject = (
  procedure: Procedure,
  dossier: Dossier,
  command: Of<'reject'>,
  context: Context,
): Facts => {
  const found = actionableTask(dossier, command.task, context)
  if (!found.ok) return found
  const policy = procedure.policy.reject
  if (!policy?.by.includes(found.task.step) || found.task.kind !== 'main') {
    return refuse(
      'not-allowed',
      'Permohonan tidak dapat ditolak dari langkah ini.',
      'The request cannot be refused from this step.',
    )
  }
  const reason = command.reason.trim()
  if (reason === '' || reason.length > MAX_REASON) return reasonMissing()
  const rejected = { type: 'rejected' as const, task: command.task, reason }
  if (!policy.letter) return { ok: true, facts: [rejected] }
  const { fact, number } = numberLetter(null, policy.letter, reason, context)
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
  if (!policy || by.kind !== 'client' || by.client !== dossier.client) {
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
  return { ok: true, facts: [{ type: 'withdrawn', reason: command.reason.trim().slice(0, MAX_REASON) }] }
}

export const mayWithdraw = (procedure: Procedure, dossier: Dossier): boolean =>
  dossier.status === 'open' &&
  procedure.policy.withdraw !== undefined &&
  !(procedure.policy.withdraw.before && hasBegun(procedure, dossier, procedure.policy.withdraw.before))

export const decideComment = (command: Of<'comment'>): Facts => {
  const text = command.text.trim()
  if (text === '' || text.length > MAX_REASON)
    return refuse(
      'invalid-answer',
      'Tulis catatan, paling panjang 2.000 huruf.',
      'Write a comment of 2,000 characters at most.',
    )
  return { ok: true, facts: [{ type: 'commented', text, visibleToApplicant: command.visibleToApplicant }] }
}

export const decideRate = (procedure: Procedure, dossier: Dossier, command: Of<'rate'>): Facts => {
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
  return {
    ok: true,
    facts: [{ type: 'rated', score: command.score, comment: command.comment.trim().slice(0, MAX_REASON) }],
  }
}

/** Work has begun once the step was opened and somebody started its effect, took it, or finished it. */
const hasBegun = (procedure: Procedure, dossier: Dossier, step: string): boolean => {
  const from = procedure.steps.findIndex((one) => one.step === step)
  const names = procedure.steps.slice(from).map((one) => one.step)
  return dossier.tasks.some(
    (task) =>
      task.kind === 'main' &&
      names.includes(task.step) &&
      (task.step !== step || task.attempt > 0 || task.closedAt !== null),
  )
}

const reasonMissing = (): Facts =>
  refuse(
    'invalid-answer',
    'Tulis alasannya dengan kalimat yang dapat dipahami pemohon (paling panjang 2.000 huruf).',
    'Write a reason the applicant can understand (2,000 characters at most).',
  )
