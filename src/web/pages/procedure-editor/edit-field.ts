// One question that the editor asks about a place of the procedure: what it is called, how it is answered, where the answer goes.
import type { Path } from '../../../core/procedure/fault.ts'
import type { Sentence } from '../../../core/sentence.ts'

export type Choice = { value: string; label: Sentence; hint?: Sentence }

type Common = {
  /** Inside the thing that is open; also its name in the form. */
  path: Path
  label: Sentence
  hint?: Sentence
  /** Where the answer is kept otherwise than as one value at the path. */
  kept?: Kept
}

/** Of an answer that stands in several places of the thing. */
export type Kept = {
  read: (thing: unknown) => unknown
  write: (answer: unknown, thing: unknown) => readonly (readonly [Path, unknown])[]
}

export type EditField = Common &
  (
    | { kind: 'line'; live?: 'time'; placeholder?: string }
    | { kind: 'area' }
    /** A list of texts, one in each line. */
    | { kind: 'lines' }
    /** A list of short names, typed as words, one in each line. */
    | { kind: 'names' }
    /** One short name, typed as words. */
    | { kind: 'name' }
    | { kind: 'number' }
    /** A text for people, in both languages. */
    | { kind: 'words' }
    | { kind: 'choice'; options: readonly Choice[]; none?: Sentence }
    | { kind: 'picks'; options: readonly Choice[]; single?: boolean }
    /** `on` and `off` are what stands in the file; nothing takes the key away. */
    | { kind: 'tick'; on: unknown; off: unknown }
    /** Options are `field=value`. */
    | { kind: 'when'; options: readonly Choice[] }
    | Rows
  )

export type Rows = {
  kind: 'rows'
  /** What one row asks; nothing where it is new. */
  of: (row: unknown) => readonly EditField[]
  /** A short name made for a new row from the words of one of its answers. */
  named?: { key: string; from: Path }
  /** What one of them is called, for its heading. */
  one: Sentence
  /** Keys of the file that a kind of row must not have are taken away when its kind changes. */
  kindKey?: string
}

export type FieldSet = { legend: Sentence; hint?: Sentence; fields: readonly EditField[]; folded?: boolean }

export const nameOf = (prefix: string, { path }: Pick<EditField, 'path'>): string =>
  [prefix, ...path.map(String)].filter((part) => part !== '').join('.') || 'value'
