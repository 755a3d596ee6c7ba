// Extending the promise: once, before it has run out, no further than the policy allows, with a reason the applicant reads.
import { type Agency, postsAbove } from '../agency/agency.ts'
import type { Amount } from '../clock/deadline.ts'
import { cutToMinute } from '../clock/instant.ts'
import { parseTime } from '../clock/time-limit.ts'
import { dueAfter } from '../clock/working-time.ts'
import type { Procedure } from '../procedure/schema.ts'
import { promiseDue } from './clocks.ts'
import { type Context, type Facts, type Refusal, refuse } from './commands.ts'
import { type Dossier, openMainTasks } from './dossier.ts'
import type { By } from './events.ts'
import { readReason } from './reason.ts'

type Extend = { amount: string; reason: string }

export const decideExtend = (procedure: Procedure, dossier: Dossier, command: Extend, context: Context): Facts => {
  const { office, now, by } = context
  const bar = barsExtension({ procedure, dossier, office, now }, by)
  if (bar) return { ok: false, refusal: bar }
  const reason = readReason(command.reason)
  if (reason === null) return reasonMissing()
  const given = amountOf(command.amount)
  if (given === null) return unreadable()
  const before = promiseDue({ procedure, dossier, office })
  const from = before ?? now
  const after = dueAfter(office.calendar, from, given)
  const most = mostOf(procedure, office.agency)
  const latest = amountOf(most ?? '')
  if (latest === null || after > dueAfter(office.calendar, from, latest)) return tooFar(most ?? '')
  return { ok: true, facts: [{ type: 'extended', ...given, reason, before, after: before && after }] }
}

/** How far, as it is written; null where neither the procedure nor the office lets a promise be extended. */
export const mostOf = ({ policy }: Pick<Procedure, 'policy'>, { clock }: Pick<Agency, 'clock'>): string | null =>
  policy.extension?.most ?? clock.extension?.most ?? null

export type Extending = Pick<Context, 'office' | 'now'> & { procedure: Procedure; dossier: Dossier }

/** The posts that may extend it: those with an open task of the path, at the steps that the policy names, and those above. */
export const postsToExtend = ({ procedure, dossier, office }: Omit<Extending, 'now'>): string[] => {
  const at = procedure.policy.extension?.by
  const posts = openMainTasks(dossier)
    .filter((task) => at === undefined || at.includes(task.step))
    .flatMap((task) => task.posts)
  return [...new Set([...posts, ...postsAbove(office.agency, posts)])]
}

/** Why this promise cannot be extended by whoever asks, now; null when it can. */
export const barsExtension = (extending: Extending, by: By): Refusal | null => {
  const { procedure, dossier, office, now } = extending
  if (dossier.status !== 'open')
    return no('not-open', 'Permohonan ini sudah selesai.', 'This request has already ended.')
  if (by.kind !== 'post' || !postsToExtend(extending).includes(by.post))
    return no(
      'not-yours',
      'Batas waktu hanya dapat diperpanjang oleh jabatan yang sedang memegang berkas ini, atau atasannya.',
      'Only the post that has this dossier now, or its superior, may extend the promise.',
    )
  if (parseTime(procedure.promise)?.kind !== 'fixed')
    return no(
      'not-allowed',
      'SOP ini tidak menjanjikan waktu, jadi tidak ada yang diperpanjang.',
      'This SOP promises no time, so there is nothing to extend.',
    )
  if (mostOf(procedure, office.agency) === null)
    return no(
      'not-allowed',
      'Kantor ini tidak mengizinkan perpanjangan batas waktu.',
      'This office does not let promises be extended.',
    )
  if (dossier.extension !== null)
    return no(
      'already-done',
      'Batas waktu permohonan ini sudah pernah diperpanjang; perpanjangan hanya satu kali.',
      'The promise to this request was extended before; it may be extended only once.',
    )
  const due = promiseDue({ procedure, dossier, office })
  return due !== null && cutToMinute(due) < cutToMinute(now)
    ? no(
        'not-allowed',
        'Batas waktu sudah lewat. Perpanjangan diberikan sebelum batas waktu habis, bukan sesudahnya.',
        'The promise has run out. It is extended before that, not afterwards.',
      )
    : null
}

const amountOf = (text: string): Amount | null => {
  const limit = parseTime(text)
  return limit?.kind === 'fixed' ? { amount: limit.amount, unit: limit.unit } : null
}

const no = (code: Refusal['code'], id: string, en: string): Refusal => ({ code, sentence: { id, en } })

const reasonMissing = (): Facts =>
  refuse(
    'invalid-answer',
    'Tulis alasan perpanjangan dengan kalimat yang dapat dipahami pemohon (paling panjang 2.000 huruf).',
    'Write the reason of the extension so that the applicant understands it (2,000 characters at most).',
    [['reason']],
  )

const unreadable = (): Facts =>
  refuse(
    'invalid-answer',
    'Tulis lama perpanjangan, misalnya 2 hari atau 4 jam.',
    'Write how long the extension is, for example 2 hari (days) or 4 jam (hours).',
    [['amount']],
  )

const tooFar = (most: string): Facts =>
  refuse(
    'invalid-answer',
    `Perpanjangan paling lama ${most}.`,
    `The extension may be ${most} at most (hari: days, jam: hours, menit: minutes).`,
    [['amount']],
  )
