// The one interpreter for all procedures: procedure, dossier, command, context -> events or refusal. Pure.
import type { Procedure } from '../procedure/schema.ts'
import { decideAttach } from './attach.ts'
import { type Command, type Context, type Decision, type Facts, refuse } from './commands.ts'
import { decideDisposition } from './dispositions/decide.ts'
import type { Dossier } from './dossier.ts'
import type { Event } from './events.ts'
import { withEvidence } from './evidence.ts'
import { decideExtend } from './extend.ts'
import { decideFinish } from './finish.ts'
import { decideHandOver, decideRelease } from './hand-over.ts'
import { decideClock } from './late/decide.ts'
import { legible } from './legible.ts'
import { decideLetter } from './letters/decide.ts'
import { decideSigning } from './letters/signing.ts'
import { withVoided } from './letters/voided.ts'
import { decideMove } from './move.ts'
import { decideComment, decideRate, decideReject, decideReturn, decideWithdraw } from './policy.ts'
import { decideFailure, decideLetterFiled, decideOverride, decideProof, decideRetryLetter } from './results.ts'
import { decideReleaseStale } from './stale-taker.ts'
import { decideSubmit } from './submit.ts'
import { decideTake } from './tasks.ts'
import { withTemplates } from './template-stamp.ts'

export const decide = (procedure: Procedure, dossier: Dossier | null, command: Command, context: Context): Decision => {
  const decided = facts(procedure, dossier, legible(command), context)
  if (!decided.ok) return decided
  const events: Event[] = withVoided(dossier, decided.facts).map((fact) => ({
    ...fact,
    at: context.now,
    by: context.by,
  }))
  const stamped = withTemplates(dossier, events, context)
  return { ok: true, events: withEvidence(procedure, dossier, stamped, context.office), numbers: decided.numbers ?? [] }
}

const facts = (procedure: Procedure, dossier: Dossier | null, command: Command, context: Context): Facts => {
  if (command.type === 'submit') return dossier ? submittedBefore() : decideSubmit(procedure, command, context)
  if (!dossier) throw new Error(`No dossier to "${command.type}"`)
  if (OF_THE_SYSTEM.includes(command.type) && context.by.kind !== 'system') return notForPeople()
  switch (command.type) {
    case 'finish-step':
      return decideFinish(procedure, dossier, command, context)
    case 'take':
      return decideTake(procedure, dossier, command, context)
    case 'release':
      return decideRelease(procedure, dossier, command, context)
    case 'release-stale':
      return decideReleaseStale(procedure, dossier, command, context)
    case 'hand-over':
      return decideHandOver(procedure, dossier, command, context)
    case 'return':
      return decideReturn(procedure, dossier, command, context)
    case 'reject':
      return decideReject(procedure, dossier, command, context)
    case 'withdraw':
      return decideWithdraw(procedure, dossier, command, context)
    case 'extend':
      return decideExtend(procedure, dossier, command, context)
    case 'comment':
      return decideComment(dossier, command, context)
    case 'attach':
      return decideAttach(dossier, command, context)
    case 'record-proof':
      return decideProof(procedure, dossier, command, context)
    case 'record-failure':
      return decideFailure(dossier, command)
    case 'override-proof':
      return decideOverride(procedure, dossier, command, context)
    case 'file-letter':
      return decideLetterFiled(procedure, dossier, command, context)
    case 'retry-letter':
      return decideRetryLetter(procedure, dossier, command, context)
    case 'prepare-letter':
    case 'record-signing':
    case 'begin-signing':
    case 'file-scan':
    case 'settle-signing':
    case 'void-letter':
      return decideSigning(procedure, dossier, command, context)
    case 'begin-letter':
    case 'drop-letter':
    case 'withdraw-letter':
    case 'send-letter':
    case 'receive-letter':
      return decideLetter(dossier, command, context)
    case 'move-edition':
      return decideMove(procedure, dossier, command, context)
    case 'rate':
      return decideRate(procedure, dossier, command, context)
    case 'dispose-onward':
    case 'ask-again':
    case 'close-disposition':
    case 'recall-disposition':
    case 'read-task':
      return decideDisposition(procedure, dossier, command, context)
    case 'ring':
    case 'explain-breach':
    case 'acknowledge-breach':
    case 'move-deadlines':
      return decideClock(procedure, dossier, command, context)
  }
}

/** What outside systems answered is brought back by jobs, never typed by a person. */
const OF_THE_SYSTEM: readonly Command['type'][] = [
  'record-proof',
  'record-failure',
  'file-letter',
  'prepare-letter',
  'record-signing',
  'release-stale',
  'ring',
  'move-deadlines',
]

const notForPeople = (): Facts =>
  refuse('not-allowed', 'Hasil kerja sistem hanya dicatat oleh sistem.', 'Only the system records what systems did.')

const submittedBefore = (): Facts =>
  refuse('already-done', 'Permohonan ini sudah diajukan.', 'This request has already been submitted.')
