// What a letter template is once it has been read: its front matter, and its text as blocks with places for values.
import type { Sentence } from '../../core/sentence.ts'
import type { Front } from './front-schema.ts'

/** Lines are counted in the whole file, from 1. */
export type TemplateFault = { line: number; sentence: Sentence }

export type Span = { text: string; isStrong: boolean } | { name: string; isStrong: boolean }
export type Words = readonly Span[]

/** All tests must hold. `is` and `isNot` ask for stored values, the others whether anything stands there. */
export type Test =
  | { name: string; asks: 'is' | 'isNot'; values: readonly string[] }
  | { name: string; asks: 'filled' | 'empty' }
export type Condition = readonly Test[]

/** Parts that stand in the letter always, under a condition, or once for each row of a table field. */
export type Flow<Part> = Part | ChoiceOf<Part> | EachOf<Part>
export type ChoiceOf<Part> = { kind: 'choice'; line: number; branches: readonly Branch<Part>[] }
export type EachOf<Part> = { kind: 'each'; line: number; table: string; parts: readonly Flow<Part>[] }

export const isChoice = <Part extends { kind: string }>(part: Flow<Part>): part is ChoiceOf<Part> =>
  part.kind === 'choice'
export const isEach = <Part extends { kind: string }>(part: Flow<Part>): part is EachOf<Part> => part.kind === 'each'

/** `when` is null in the last branch, "selain itu". */
export type Branch<Part> = { line: number; when: Condition | null; parts: readonly Flow<Part>[] }

export type Mark = 'dot' | 'number' | 'letter'
export type Align = 'left' | 'center' | 'right'
export type Row = { kind: 'row'; line: number; cells: readonly Words[] }

export type Block =
  | { kind: 'paragraph'; line: number; words: Words }
  | { kind: 'fact'; line: number; label: Words; value: Words }
  | { kind: 'item'; line: number; depth: number; mark: Mark; words: Words }
  | { kind: 'heading'; line: number; level: 1 | 2; words: Words }
  | { kind: 'centered'; line: number; words: Words }
  | { kind: 'table'; line: number; header: readonly Words[]; aligns: readonly Align[]; rows: readonly Flow<Row>[] }
  | { kind: 'rule'; line: number }
  | { kind: 'new-page'; line: number }
  /** What follows is an attachment of its own, counted under "Lampiran". */
  | { kind: 'annex'; line: number; title: Words }
  /** The answers of the whole form, by group. */
  | { kind: 'form'; line: number }

export type Text = readonly Flow<Block>[]

/** The front matter, and its lines that are written in the same language as the text below it. */
export type LetterTemplate = {
  front: Front
  subject: Text
  copies: Text
  addressee: Text
  about: Text
  signed: { as: Text; other: SignedBy | null; knows: SignedBy | null }
  body: Text
}

/** A second signer, or one who takes note. */
export type SignedBy = { as: Text; post: Text; name: Text }
export type FilledParty = { as: string; post: string; lines: readonly string[] }

export type ReadTemplate = { ok: true; template: LetterTemplate } | { ok: false; faults: TemplateFault[] }

/** One row of a table field: words to print and stored values for conditions, by column. */
export type RowData = { words: Readonly<Record<string, string>>; values: Readonly<Record<string, unknown>> }

/** `words` stand in the placeholders; conditions ask `values` first. */
export type LetterData = RowData & {
  tables: Readonly<Record<string, readonly RowData[]>>
  /** The answers of the form by group, for `[isi formulir]`. */
  form?: readonly { label: string; facts: readonly { label: string; value: string }[] }[]
}

/** What a letter may speak of: checked when it is written, not on the day it is sent. */
export type Known = {
  names: readonly string[]
  /** Fields that no letter prints. */
  confidential: readonly string[]
  /** Columns by table field. */
  tables: Readonly<Record<string, readonly string[]>>
  /** Values that a choice may have, by field. */
  options: Readonly<Record<string, readonly string[]>>
}

export type FilledSpan = { text: string; isStrong: boolean }
export type FilledWords = readonly FilledSpan[]
export type FilledItem = { words: FilledWords; below: FilledList | null }
export type FilledList = { mark: Mark; items: readonly FilledItem[] }

export type FilledBlock =
  | { kind: 'paragraph'; words: FilledWords }
  | { kind: 'facts'; rows: readonly { label: FilledWords; value: FilledWords }[] }
  | { kind: 'heading'; level: 1 | 2; words: FilledWords }
  | { kind: 'centered'; words: FilledWords }
  | ({ kind: 'list' } & FilledList)
  | {
      kind: 'table'
      header: readonly FilledWords[]
      aligns: readonly Align[]
      rows: readonly (readonly FilledWords[])[]
    }
  | { kind: 'rule' }
  | { kind: 'new-page' }
  | { kind: 'form'; groups: readonly { label: string; facts: readonly { label: string; value: string }[] }[] }

export type FilledLetter = {
  front: Front
  subject: string
  about: string
  copies: readonly string[]
  addressee: readonly string[]
  signed: { as: string; other: FilledParty | null; knows: FilledParty | null }
  blocks: readonly FilledBlock[]
  annexes: readonly { title: string; blocks: readonly FilledBlock[] }[]
}

export type FillTemplate = { ok: true; letter: FilledLetter } | { ok: false; faults: TemplateFault[] }
