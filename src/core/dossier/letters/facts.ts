// What is asked and recorded about letters from the moment somebody begins one until it lies with its reader.
import type { Day } from '../../clock/instant.ts'
import type { Security } from '../../paper/classification.ts'
import type { Form } from '../../procedure/form.ts'

/** What an officer writes into a letter: `values` answer the fields of its template, `text` stands in the place of the template's own body. */
export type LetterDraft = {
  note: string
  values?: Form
  text?: string
  /** As whoever drafts it has chosen; those of its kind and of the dossier without. */
  classification?: string
  security?: Security
}

/** To whom a letter beside the path goes: `inside` stays in the office. */
export type Addressee = { kind: 'applicant' } | { kind: 'inside' } | { kind: 'other'; name: string; place: string }

/** `mipp`: the applicant reads it on the page of the request and is told by mail. */
export const LETTER_WAYS = ['mipp', 'by-hand', 'other'] as const
export type LetterWay = (typeof LETTER_WAYS)[number]

/** A letter stands under its name at the task where it is now; `letters/named.ts` finds it. */
type OfLetter = { task: string; letter: string }

export type LetterFact =
  /** Beside the path, by an officer of the dossier. */
  | (OfLetter & {
      type: 'letter-begun'
      to: Addressee
      /** Post. */
      signer: string
      /** Posts, in their order. */
      initials: string[]
      /** The withdrawn letter in whose place it comes. */
      replaces: string | null
    })
  /**
   * `initials` says what becomes of those given before: none (all anew, as in the first facts), they stay with the
   * version they saw, or they hold for this one too.
   */
  | (OfLetter & { type: 'letter-drafted'; draft: LetterDraft; initials?: 'stay' | 'hold' })
  /** A letter in work goes on with another task; `from` where it was, without it the one of this name on the path. */
  | (OfLetter & { type: 'letter-taken-over'; from?: string })
  | (OfLetter & { type: 'letter-initialed' })
  | (OfLetter & { type: 'letter-sent-back'; remark: string })
  /** Beside the path, before it had a number. */
  | (OfLetter & { type: 'letter-dropped'; reason: string })
  /** `inside`: the applicant never had it. */
  | { type: 'letter-withdrawn'; task: string | null; letter: string; number: string; reason: string; inside?: true }
  | { type: 'letter-sent'; task: string | null; letter: string; way: LetterWay; note: string }
  /** `receiver`: an office or a post; empty where the applicant opened it. */
  | { type: 'letter-received'; task: string | null; letter: string; receiver: string; on: Day; note: string }

/** `letter` of the later ones is the lasting id of one letter (`Letter.id`). */
export type LetterCommand =
  | {
      type: 'begin-letter'
      /** Its kind. */
      letter: string
      draft: LetterDraft
      to: Addressee
      signer: string
      initials: readonly string[]
      replaces?: string
    }
  | { type: 'drop-letter'; letter: string; reason: string }
  | { type: 'withdraw-letter'; letter: string; reason: string }
  | { type: 'send-letter'; letter: string; way: LetterWay; note: string }
  /** By the applicant: opened; by an officer: noted, with receiver and day. */
  | { type: 'receive-letter'; letter: string; receiver: string; on: Day; note: string }
