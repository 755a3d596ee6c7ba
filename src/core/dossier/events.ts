// What has happened to a dossier. Events are facts, past tense, append-only; the dossier is a fold over them.
import type { Day, Instant } from '../clock/instant.ts'
import type { TimeUnit } from '../clock/time-limit.ts'
import type { Security } from '../paper/classification.ts'
import type { Signature, SigningMethod } from '../paper/signing.ts'
import type { ActingCapacity, Represented } from '../person/holders.ts'
import type { Form } from '../procedure/form.ts'
import type { FulfilmentKind } from '../procedure/schema.ts'
import type { Sentence } from '../sentence.ts'
import type { DispositionFact } from './dispositions/facts.ts'
import type { ClockFact } from './late/facts.ts'
import type { LetterFact } from './letters/facts.ts'
import type { SigningFact } from './letters/signing-facts.ts'

/** Who acted, under which hat. `system` is a job that brings back what an outside system said. */
export type By =
  | {
      kind: 'post'
      person: string
      post: string
      capacity: ActingCapacity
      /** Of whoever acts, where the work is another's: then both names stand in the record. */
      name?: string
      actsFor?: Represented
      /** The post that is held, where its holder does the work of a post below. */
      above?: { post: string; capacity: ActingCapacity }
    }
  | { kind: 'client'; person: string; client: string }
  /** Somebody without an account. */
  | { kind: 'public' }
  | { kind: 'system'; job: string }

export type Urgency = 'biasa' | 'segera' | 'sangat-segera'
export type Secrecy = 'biasa' | 'terbatas' | 'rahasia'
export const CHANNELS = ['online', 'counter', 'public', 'order', 'schedule', 'monitor'] as const
export type Channel = (typeof CHANNELS)[number]
/** Who asks: another agency, a company, anybody (`public`), or the office itself. */
export type ClientKind = 'agency' | 'company' | 'public' | 'office'

/** A paper as it lies in the file store. `paper` is its kind in the procedure. */
export type PaperRef = {
  id: string
  paper: string
  sha256: string
  bytes: number
  mime: string
  name: string
  /** Where a photograph was taken, in degrees; only of one that is kept as evidence. */
  place?: { latitude: number; longitude: number }
}

export type Check = { what: Sentence; asked: string; expected: string; got: string; passed: boolean }

/** What a clock said when it stopped: a calendar that is edited later rewrites no past. Facts of before have none. */
export type ClockEvidence = {
  /** null where there was no limit. */
  dueAt: Instant | null
  usedMinutes: number
  /** Name of the working calendar it counted by. */
  calendar: string
}

export type Proof = {
  fulfil: FulfilmentKind
  passed: boolean
  byHand: boolean
  checks: Check[]
  /** Plain words when something failed. */
  reason: Sentence | null
  /** Where the applicant may read the initial password once; never the secret itself. */
  secret: string | null
}

/** Where a number stands: its series, its place there, and what the pattern was filled with. Letters of before have none. */
export type NumberPlace = { series: string; seq: string; classification: string; security: Security }

/** An open task as it stands on the new edition; `backTo` is where the applicant sends it back to. */
export type MovedTask = {
  task: string
  step: string
  posts: string[]
  forApplicant: boolean
  backTo: string | null
}

type Facts =
  | ClockFact
  | SigningFact
  | DispositionFact
  | LetterFact
  | {
      type: 'submitted'
      number: string
      trackingCode: string
      client: string
      applicant: string | null
      channel: Channel
      /** Of the client; agencies alone asked in the first events. */
      asker?: ClientKind
      form: Form
      papers: PaperRef[]
      subject: string
      /** Where the procedure says that its dossiers are not for everybody in the office. */
      secrecy?: Secrecy
    }
  | { type: 'corrected'; task: string; form: Form; papers: PaperRef[]; subject: string }
  /** A step of the work has written down what its fields ask. */
  | { type: 'filled'; task: string; form: Form; papers: PaperRef[] }
  | {
      type: 'step-opened'
      task: string
      step: string
      round: number
      posts: string[]
      forApplicant: boolean
      backTo: string | null
    }
  | {
      type: 'side-task-opened'
      task: string
      /** Null where it follows from no other task: a letter beside the path. */
      parent: string | null
      /** Of its parent; of a letter beside the path where the dossier stood. */
      step: string
      purpose: 'attention' | 'initial' | 'write' | 'sign'
      post: string
      letter: string | null
    }
  | { type: 'task-taken'; task: string }
  /** `reason` where the system did it: whoever had taken it no longer does the work of the post. */
  | { type: 'task-released'; task: string; reason?: Sentence }
  /** `name` as the office knew it that day. */
  | { type: 'task-handed-over'; task: string; to: string; name: string; note: string }
  | {
      type: 'entered'
      task: string
      agendaNumber: string
      urgency: Urgency
      secrecy: Secrecy
      receivedOn: Day
      note: string
      classification?: string
      /** Papers that came with the letter. */
      attachments?: number
      /** Its place in the book: the number alone, and the letter behind it of one that is late, with the reason. */
      seq?: string
      sub?: string
      late?: string
    }
  | { type: 'answered'; task: string; note: string }
  | { type: 'fulfilment-started'; task: string; byHand: boolean; attempt: number }
  | { type: 'proof-recorded'; task: string; attempt: number; proof: Proof }
  | { type: 'proof-overridden'; task: string; reason: string }
  | { type: 'effect-failed'; task: string; effect: string; reason: Sentence; final: boolean }
  | ({
      type: 'letter-numbered'
      task: string | null
      letter: string
      number: string
      checkCode: string
      on: Day
      reason: string
      /** Of before there was a choice: none. */
      signing?: SigningMethod
      /** The text that it is made with, such as `surat-akun@2`; letters of before do not say. */
      templateEdition?: string
    } & Partial<NumberPlace>)
  | {
      type: 'paper-filed'
      task: string | null
      paper: PaperRef
      letter: string
      number: string
      signature?: Signature
      /** How many attachments are written in it; letters of before, and scans, do not say. */
      attachments?: number
      /** Not for the applicant. */
      inside?: true
    }
  | { type: 'step-finished'; task: string; step: string; exits: string[]; note: string; clock?: ClockEvidence }
  | { type: 'step-skipped'; step: string; exits: string[] }
  | { type: 'side-task-closed'; task: string }
  | { type: 'returned'; task: string; step: string; to: string; reason: string; clock?: ClockEvidence }
  | { type: 'rejected'; task: string; reason: string; clock?: ClockEvidence; promise?: ClockEvidence }
  | { type: 'withdrawn'; reason: string; promise?: ClockEvidence }
  /** The promise was extended, once; the moments are what it was due then, null where it was paused. */
  | { type: 'extended'; amount: number; unit: TimeUnit; reason: string; before: Instant | null; after: Instant | null }
  | { type: 'commented'; text: string; visibleToApplicant: boolean }
  | { type: 'paper-attached'; paper: PaperRef; note: string; visibleToApplicant: boolean }
  | { type: 'register-fed'; register: string; key: string; columns: Record<string, string>; retired: boolean }
  | { type: 'finished'; promise?: ClockEvidence }
  | { type: 'rated'; score: number; comment: string }
  | {
      type: 'edition-moved'
      from: string
      to: string
      reason: string
      /** Steps that were open and have another name there. */
      steps: Record<string, string>
      tasks: MovedTask[]
      /** Side tasks that lost their sense. */
      dropped: string[]
    }

export type Event = Facts & { at: Instant; by: By }
export type Fact = Facts

/** The person behind an act; nobody for jobs, and for people without an account. */
export const personOf = (by: By): string | null => ('person' in by ? by.person : null)
