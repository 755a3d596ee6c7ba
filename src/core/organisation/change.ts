// What may be asked of the organisation, and how it answers: rows to write, or a sentence that says why not.
import type { Day } from '../clock/instant.ts'
import { type Sentence, sentence } from '../sentence.ts'
import type {
  ClientRow,
  MandateRow,
  MembershipRow,
  OfficePerson,
  Organisation,
  PostRow,
  SubstituteRow,
  UnitRow,
} from './organisation.ts'

/** `isNew`: its key must be free; otherwise it must be there. */
export type Change =
  | { type: 'unit'; row: UnitRow; isNew: boolean }
  | { type: 'post'; row: PostRow; isNew: boolean }
  | { type: 'client'; row: ClientRow; isNew: boolean }
  /** Somebody new, who is invited. */
  | { type: 'person'; row: OfficePerson }
  | { type: 'mandate'; row: MandateRow; isNew: boolean }
  | { type: 'end-mandate'; mandate: string; toOn: Day }
  /** One that has not begun. */
  | { type: 'drop-mandate'; mandate: string }
  | { type: 'substitute'; row: SubstituteRow }
  | { type: 'end-substitute'; substitute: string; toOn: Day }
  | { type: 'drop-substitute'; substitute: string }
  | { type: 'membership'; row: MembershipRow }
  | { type: 'drop-membership'; person: string; client: string }

type Written<Kind extends string, Row> = { kind: Kind; key: string; before: Row | null; after: Row | null }

/** One row as it was and as it shall be; null: not there. */
export type Write =
  | Written<'unit', UnitRow>
  | Written<'post', PostRow>
  | Written<'client', ClientRow>
  | Written<'person', OfficePerson>
  | Written<'mandate', MandateRow>
  | Written<'substitute', SubstituteRow>
  | Written<'membership', MembershipRow>

/** `warnings` are told, and hold nothing up. */
export type Judged =
  | { ok: true; writes: readonly Write[]; warnings: readonly Sentence[] }
  | { ok: false; at: string; sentence: Sentence }

/** What the rules have to know besides the rows. */
export type Facts = {
  today: Day
  /** Names of the working calendars. */
  calendars: readonly string[]
  /** Procedures of the office by name. */
  procedures: readonly string[]
  /** Open tasks that wait for this post and no other. */
  openWork: Readonly<Record<string, number>>
  /** Titles of the procedures in force whose actors are this post. */
  named: Readonly<Record<string, readonly string[]>>
}

export type Asked<T extends Change['type']> = {
  office: Organisation
  change: Extract<Change, { type: T }>
  facts: Facts
}

export const done = (writes: readonly Write[], warnings: readonly Sentence[] = []): Judged => ({
  ok: true,
  writes,
  warnings,
})

/** @param at the field that is to be changed */
export const no = (at: string, id: string, en: string): Extract<Judged, { ok: false }> => ({
  ok: false,
  at,
  sentence: sentence(id, en),
})

export const GONE = no(
  '',
  'Yang hendak diubah sudah tidak ada. Buka lagi halamannya dan periksa keadaannya.',
  'What was to be changed is no longer there. Open its page again and look at it.',
)
