// One letter of a dossier as it stands: its versions, the initials it got, and its way to its reader.
import type { Day, Instant } from '../../clock/instant.ts'
import type { By, NumberPlace, PaperRef } from '../events.ts'
import type { Addressee, LetterDraft, LetterWay } from './facts.ts'
import type { LetterSigning, VoidedNumber } from './signing-facts.ts'

export type DraftVersion = { draft: LetterDraft; by: By; at: Instant }

/** `version` counts from 1; 0 where the letter had no draft of its own. */
export type Initial = { post: string; by: By; at: Instant; version: number }

/** Never forgotten, also when a letter that was sent back rises anew. */
export type Mark = Initial & { kind: 'initialed' | 'sent-back'; remark: string }

export type Beside = { by: By; at: Instant; to: Addressee; signer: string; initials: string[] }

export type Letter = {
  /** The first task it stood at, or its name where it belongs to none: the same all its life. */
  id: string
  letter: string
  task: string | null
  draft: LetterDraft
  /** Every text it ever had, the first one first. */
  versions: DraftVersion[]
  initials: Initial[]
  sentBack: { post: string; remark: string; at: Instant } | null
  marks: Mark[]
  number: string | null
  checkCode: string | null
  place?: NumberPlace
  on: Day | null
  reason: string
  /** Who sent it, or whose decision it tells. */
  by: By | null
  paper: PaperRef | null
  /** Since it has its number. */
  signing?: LetterSigning
  /** Numbers it had and lost, the first one first. */
  voided?: readonly VoidedNumber[]
  /** With which edition of its text it is made, once it has its number. */
  templateEdition?: string
  /** How many attachments are written in it; known once it has been laid out. */
  attachments?: number
  filedAt: Instant | null
  /** Null for a letter of the path. */
  beside: Beside | null
  /** Ids of letters. */
  replaces: string | null
  dropped: { by: By; at: Instant; reason: string } | null
  withdrawn: { by: By; at: Instant; reason: string } | null
  sent: { way: LetterWay; note: string; by: By; at: Instant } | null
  received: { receiver: string; on: Day; note: string; by: By; at: Instant } | null
}

export const blankLetter = (task: string | null, letter: string): Letter => ({
  id: task ?? letter,
  letter,
  task,
  draft: { note: '' },
  versions: [],
  initials: [],
  sentBack: null,
  marks: [],
  number: null,
  checkCode: null,
  on: null,
  reason: '',
  by: null,
  paper: null,
  filedAt: null,
  beside: null,
  replaces: null,
  dropped: null,
  withdrawn: null,
  sent: null,
  received: null,
})

export const sameDraft = (one: LetterDraft, other: LetterDraft): boolean =>
  sameText(one, other) && one.classification === other.classification && one.security === other.security

/** What is read and initialed; how it is filed is another matter. */
export const sameText = (one: LetterDraft, other: LetterDraft): boolean =>
  one.note === other.note && (one.text ?? '') === (other.text ?? '') && sorted(one) === sorted(other)

const sorted = ({ values = {} }: LetterDraft): string =>
  JSON.stringify(Object.entries(values).toSorted(([a], [b]) => a.localeCompare(b)))
