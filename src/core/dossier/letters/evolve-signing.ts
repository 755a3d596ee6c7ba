// How a letter stands between its number and its signed bytes.
import type { SigningMethod } from '../../paper/signing.ts'
import type { Dossier, Letter } from '../dossier.ts'
import type { Event } from '../events.ts'
import { onTask } from '../evolve-task.ts'
import type { LetterSigning, SigningFact } from './signing-facts.ts'

export type SigningEvent = Extract<Event, { type: SigningFact['type'] }>

export const changeSigning = (dossier: Dossier, event: SigningEvent): Dossier => {
  switch (event.type) {
    case 'letter-prepared':
      return waitFor(prepared(dossier, event), event, null)
    case 'letter-signing-begun':
      return waitFor(onSigning(dossier, event, { attempt: { attempt: event.attempt, at: event.at } }), event, event.at)
    case 'letter-signing-failed':
    case 'letter-signing-unknown': {
      const kind = event.type === 'letter-signing-failed' ? 'failed' : 'unknown'
      const trouble = { kind, reason: event.reason, at: event.at } as const
      return waitFor(onSigning(dossier, event, { attempt: null, trouble }), event, null)
    }
    case 'letter-signing-settled':
      return waitFor(onSigning(dossier, event, { attempt: null, trouble: null }), event, null)
    case 'letter-voided':
      return waitFor(withoutNumber(dossier, event), event, null)
  }
}

/** As it stands when the number is taken; what was frozen under the number before stays frozen. */
export const signingFrom = (method: SigningMethod, before: LetterSigning | undefined): LetterSigning => ({
  method,
  prepared: before?.method === method ? before.prepared : null,
  attempt: null,
  trouble: null,
  signature: null,
})

const prepared = (dossier: Dossier, event: Extract<SigningEvent, { type: 'letter-prepared' }>): Dossier => {
  const frozen = onSigning(dossier, event, { prepared: event.paper, trouble: null })
  const { task, letter: name, attachments } = event
  const at = frozen.letters.findLastIndex((one) => one.letter === name && one.task === task)
  const letter = frozen.letters[at]
  if (!letter || attachments === undefined) return frozen
  return { ...frozen, letters: frozen.letters.with(at, { ...letter, attachments }) }
}

const onSigning = (dossier: Dossier, { task, letter: name }: SigningEvent, patch: Partial<LetterSigning>): Dossier => {
  const at = dossier.letters.findLastIndex((one) => one.letter === name && one.task === task)
  const letter = dossier.letters[at]
  if (!letter) return dossier
  const signing = { ...(letter.signing ?? signingFrom('none', undefined)), ...patch }
  return { ...dossier, letters: dossier.letters.with(at, { ...letter, signing }) }
}

/** Draft and initials stay: only the number is gone. */
const withoutNumber = (dossier: Dossier, event: Extract<SigningEvent, { type: 'letter-voided' }>): Dossier => {
  const at = dossier.letters.findLastIndex((one) => one.letter === event.letter && one.task === event.task)
  const letter = dossier.letters[at]
  if (!letter) return dossier
  const { signing: _, ...rest } = letter
  const blank: Letter = { ...rest, number: null, checkCode: null, on: null, by: null }
  const voided = [...(letter.voided ?? []), { number: event.number, reason: event.reason, at: event.at }]
  return { ...dossier, letters: dossier.letters.with(at, { ...blank, voided }) }
}

const waitFor = (dossier: Dossier, { task }: SigningEvent, effectSince: string | null): Dossier =>
  task === null ? dossier : onTask(dossier, task, { effectSince, failure: null })
