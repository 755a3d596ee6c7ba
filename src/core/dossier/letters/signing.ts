// A numbered letter on its way to its signed bytes: frozen, signed, failed, unknown, settled, given up.
import type { Procedure } from '../../procedure/schema.ts'
import { type Sentence, sentence } from '../../sentence.ts'
import { type Context, type Facts, type Refusal, refuse } from '../commands.ts'
import { type Dossier, type Letter, taskNamed } from '../dossier.ts'
import type { Fact } from '../events.ts'
import { readReason } from '../reason.ts'
import { actionableTask } from '../tasks.ts'
import { closeWith } from './close-with.ts'
import type { SigningCommand } from './signing-facts.ts'

type Of<T extends SigningCommand['type']> = Extract<SigningCommand, { type: T }>
type At = { procedure: Procedure; dossier: Dossier; context: Context }

/** Nothing to add: the answer came late, or came twice. */
const NOTHING: Facts = { ok: true, facts: [] }

/** A signing service that has not answered for so long never will: its worker or server has died meanwhile. */
export const LOST_AFTER_SECONDS = 300

export const decideSigning = (
  procedure: Procedure,
  dossier: Dossier,
  command: SigningCommand,
  context: Context,
): Facts => {
  const at = { procedure, dossier, context }
  switch (command.type) {
    case 'prepare-letter':
      return prepare(dossier, command)
    case 'record-signing':
      return record(dossier, command)
    case 'begin-signing':
      return begin(at, command)
    case 'file-scan':
      return fileScan(at, command)
    case 'settle-signing':
      return settle(at, command)
    case 'void-letter':
      return giveUp(at, command)
  }
}

/** The letter that waits under its number; null where there is none, or it has its signed bytes. */
export const unsignedLetter = (
  dossier: Dossier,
  { task, letter: name }: { task: string | null; letter: string },
): (Letter & { number: string }) | null => {
  const letter = dossier.letters.findLast((one) => one.letter === name && one.task === task)
  return letter && letter.number !== null && letter.paper === null ? { ...letter, number: letter.number } : null
}

/** Has a call to a signing service been under way for so long that nobody will bring its answer? */
export const isAttemptLost = ({ signing }: Letter, now: string): boolean =>
  signing?.attempt != null && Date.parse(now) - Date.parse(signing.attempt.at) > LOST_AFTER_SECONDS * 1000

const prepare = (dossier: Dossier, command: Of<'prepare-letter'>): Facts => {
  const { task, letter: name, number, paper, attachments } = command
  const letter = unsignedLetter(dossier, { task, letter: name })
  if (letter?.number !== number || letter.signing?.prepared) return NOTHING
  return {
    ok: true,
    facts: [
      { type: 'letter-prepared', task, letter: name, paper, ...(attachments === undefined ? {} : { attachments }) },
    ],
  }
}

const record = (dossier: Dossier, { task, letter: name, attempt, outcome, reason }: Of<'record-signing'>): Facts => {
  const letter = unsignedLetter(dossier, { task, letter: name })
  if (!letter || (letter.signing?.attempt?.attempt ?? null) !== attempt) return NOTHING
  return { ok: true, facts: [{ type: `letter-signing-${outcome}`, task, letter: name, reason }] }
}

const begin = (at: At, { task, letter: name, attempt }: Of<'begin-signing'>): Facts => {
  const found = waiting(at, { task, letter: name })
  if (!found.ok) return found
  const { signing } = found.letter
  if (signing?.method !== 'bsre' || !signing.prepared) return nothingToSign()
  if (signing.trouble?.kind === 'unknown') return lookFirst()
  return { ok: true, facts: [{ type: 'letter-signing-begun', task, letter: name, attempt }] }
}

const fileScan = (at: At, { task, letter: name, paper, match }: Of<'file-scan'>): Facts => {
  const found = waiting(at, { task, letter: name })
  if (!found.ok) return found
  const { letter } = found
  const prepared = letter.signing?.method === 'wet' ? letter.signing.prepared : null
  if (!prepared) return nothingToSign()
  const reason = match.by === 'eye' ? readReason(match.reason) : ''
  if (reason === null) return reasonMissing()
  const signature = {
    method: 'wet' as const,
    level: null,
    at: at.context.now,
    preparedSha256: prepared.sha256,
    match: match.by === 'eye' ? { by: 'eye' as const, reason } : match,
  }
  const filed: Fact = { type: 'paper-filed', task, paper, letter: name, number: letter.number, signature }
  return closeWith(at, task, [filed])
}

/** By somebody who has looked at the service and found no signed copy. */
const settle = (at: At, { task, letter: name, reason: typed }: Of<'settle-signing'>): Facts => {
  const found = waiting(at, { task, letter: name })
  if (!found.ok) return found
  const isUnknown = found.letter.signing?.trouble?.kind === 'unknown' || found.letter.signing?.attempt != null
  if (!isUnknown) return nothingToSettle()
  const reason = readReason(typed)
  if (reason === null) return reasonMissing()
  return { ok: true, facts: [{ type: 'letter-signing-settled', task, letter: name, reason }] }
}

const giveUp = (at: At, { task, letter: name, reason: typed }: Of<'void-letter'>): Facts => {
  const found = waiting(at, { task, letter: name })
  if (!found.ok) return found
  if (task === null) return needsItsLetter()
  const reason = readReason(typed)
  if (reason === null) return reasonMissing()
  return { ok: true, facts: [{ type: 'letter-voided', task, letter: name, number: found.letter.number, reason }] }
}

/** The letter, if this person may go on with it now and nothing is under way. */
const waiting = (
  { procedure, dossier, context }: At,
  named: { task: string | null; letter: string },
): { ok: true; letter: Letter & { number: string } } | { ok: false; refusal: Refusal } => {
  const letter = unsignedLetter(dossier, named)
  const task = named.task === null ? null : actionableTask({ procedure, dossier }, named.task, context)
  if (task && !task.ok) return task
  if (!letter) return nothingToSign()
  if (task === null && !isOwner(letter, context)) {
    return refuse('not-yours', 'Surat ini bukan surat jabatan Anda.', 'This letter is not one of your post.')
  }
  if (letter.signing?.attempt ? !isAttemptLost(letter, context.now) : isMaking(dossier, named.task)) return atWork()
  return { ok: true, letter }
}

/** A letter of no task belongs to the post whose decision it tells. */
const isOwner = ({ by }: Letter, context: Context): boolean =>
  by?.kind === 'post' && context.by.kind === 'post' && by.post === context.by.post

const isMaking = (dossier: Dossier, task: string | null): boolean =>
  task !== null && taskNamed(dossier, task)?.effectSince != null

/** What a reader is told of a call that never came back. */
export const LOST: Sentence = sentence(
  'Layanan tanda tangan tidak menjawab. Belum diketahui apakah surat ini sudah ditandatangani.',
  'The signing service did not answer. It is not known whether this letter has been signed.',
)

const nothingToSign = () =>
  refuse(
    'not-open',
    'Tidak ada surat yang menunggu tanda tangan di sini. Muat ulang halaman.',
    'No letter waits here for its signature. Reload the page.',
  )

const nothingToSettle = () =>
  refuse(
    'not-open',
    'Tidak ada penandatanganan yang hasilnya belum diketahui.',
    'There is no signing whose outcome is unknown.',
  )

const lookFirst = () =>
  refuse(
    'effect-running',
    'Hasil penandatanganan yang lalu belum diketahui. Periksa dahulu apakah surat sudah ditandatangani, lalu catat hasilnya.',
    'The outcome of the last try is not known. Look first whether the letter has been signed, and note what you found.',
  )

const atWork = () =>
  refuse(
    'effect-running',
    'Surat ini sedang dibuat atau ditandatangani. Tunggu sebentar.',
    'This letter is being made or signed. Wait a moment.',
  )

const needsItsLetter = () =>
  refuse(
    'not-allowed',
    'Keputusan ini memerlukan suratnya; nomornya tidak dapat dibatalkan.',
    'This decision needs its letter: its number cannot be given up.',
  )

const reasonMissing = () =>
  refuse(
    'invalid-answer',
    'Tulis alasannya (paling panjang 2.000 huruf).',
    'Write the reason (2,000 characters at most).',
    [['reason']],
  )
