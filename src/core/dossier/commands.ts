// What may be asked of a dossier, and how it answers: events, or a refusal that a person understands.
import type { LivingOffice } from '../agency/catalogue.ts'
import type { Day, Instant } from '../clock/instant.ts'
import type { TemplateFiling } from '../paper/classification.ts'
import type { NumberRules } from '../paper/number-rules.ts'
import type { Signature, SigningMethod, SigningRules } from '../paper/signing.ts'
import type { NameRules } from '../procedure/domain-name.ts'
import type { Form } from '../procedure/form.ts'
import type { Procedure } from '../procedure/schema.ts'
import type { Sentence } from '../sentence.ts'
import type { DispositionCommand } from './dispositions/facts.ts'
import type { By, Channel, ClientKind, Event, Fact, PaperRef, Proof } from './events.ts'
import type { ClockCommand } from './late/facts.ts'
import type { LetterCommand } from './letters/facts.ts'
import type { SigningCommand } from './letters/signing-facts.ts'

export type Command =
  | ClockCommand
  | LetterCommand
  | SigningCommand
  | DispositionCommand
  | {
      type: 'submit'
      form: Form
      papers: PaperRef[]
      client: string
      applicant: string | null
      channel: Channel
      /** Of the client, as the office knows it; an agency without it. */
      clientKind?: ClientKind
      trackingCode: string
    }
  | { type: 'finish-step'; task: string; answer: unknown }
  | { type: 'take'; task: string }
  | { type: 'release'; task: string }
  /** Of what was taken by somebody who no longer does the work of the post. */
  | { type: 'release-stale'; task: string }
  /** To somebody who holds a post of the task. */
  | { type: 'hand-over'; task: string; to: string; note: string }
  | { type: 'return'; task: string; reason: string }
  | { type: 'reject'; task: string; reason: string }
  | { type: 'withdraw'; reason: string }
  /** `amount` as an SOP writes a time: 2 hari, 4 jam. */
  | { type: 'extend'; amount: string; reason: string }
  | { type: 'comment'; text: string; visibleToApplicant: boolean }
  /** A paper that no step asked for. */
  | { type: 'attach'; paper: PaperRef; note: string; visibleToApplicant: boolean }
  | { type: 'record-proof'; task: string; attempt: number; proofs: Proof[] }
  /** Of a fulfilment with its attempt, so that a late answer does not touch the one that runs. */
  | { type: 'record-failure'; task: string; attempt?: number; effect: string; reason: Sentence; final: boolean }
  | { type: 'override-proof'; task: string; reason: string }
  /** `number`: what the letter was made under, so that nothing late is filed under another. */
  | {
      type: 'file-letter'
      task: string | null
      letter: string
      paper: PaperRef
      number?: string
      attachments?: number
      signature?: Signature
    }
  /** `signing`: in another way than the one that failed. */
  | { type: 'retry-letter'; task: string; signing?: SigningMethod }
  | { type: 'rate'; score: number; comment: string }
  /** `steps`: which step of the new edition stands for one that is open now, where it has another name. */
  | { type: 'move-edition'; edition: string; steps: Readonly<Record<string, string>>; reason: string }

/** All that a decision may look at besides the procedure and the dossier. */
export type Context = {
  now: Instant
  /** The agency's own day at `now`. */
  today: Day
  by: By
  newId: () => string
  agency: AgencyRules
  /** Units, posts, working time and mandates as they are now. */
  office: LivingOffice
  /** The edition that a dossier is to be moved to. */
  target?: Procedure
  /** What the office's text of this kind of letter says about its filing. */
  filingOf?: (letter: string) => TemplateFiling
}

export type AgencyRules = {
  names: NameRules
  /** Standard instructions of the disposition sheet. */
  instructions: readonly string[]
  posts: readonly string[]
  numbers: NumberRules
  signing: SigningRules
}

/** A number is taken at commit, gapless per series and year: `token` stands in the events until then. */
export type NumberRequest = {
  token: string
  series: string
  year: number
  pattern: string
  /** Stands where the place in the series alone is wanted. */
  seqToken?: string
  /** A late entry takes no number of its own but a letter behind that of the last one received by this day (15.a). */
  lateOn?: Day
  /** Stands where that letter alone is wanted. */
  subToken?: string
}

/** `at` says where in the answer, if it is about certain values. */
export type Refusal = { code: RefusalCode; sentence: Sentence; at?: readonly Place[] }
export type Place = readonly (string | number)[]
export type RefusalCode =
  | 'already-done'
  | 'taken-by-other'
  | 'not-yours'
  | 'not-open'
  | 'not-allowed'
  | 'invalid-answer'
  | 'effect-running'
  | 'needs-initials'
  | 'changed-meanwhile'
  | 'key-reused'

export type Decision = { ok: true; events: Event[]; numbers: NumberRequest[] } | { ok: false; refusal: Refusal }

/** What an act or a rule adds to the dossier, before the envelope (who, when) is put around it. */
export type Facts = { ok: true; facts: Fact[]; numbers?: NumberRequest[] } | { ok: false; refusal: Refusal }

export const refuse = (
  code: RefusalCode,
  id: string,
  en: string,
  at?: readonly Place[],
): { ok: false; refusal: Refusal } => ({
  ok: false,
  refusal: { code, sentence: { id, en }, ...(at ? { at } : {}) },
})
