// What changed from one version of a draft to another, part by part, word by word.
import { SECURITY_NAMES } from '../../paper/classification.ts'
import { formText } from '../../register/feed.ts'
import type { LetterDraft } from './facts.ts'

export type Piece = { kind: 'same' | 'added' | 'removed'; text: string }

/** `part` is `note`, `text`, how it is filed, or the name of a field. Parts that are the same are left out. */
export type PartChange = { part: string; pieces: Piece[] }

export const draftDifference = (from: LetterDraft, to: LetterDraft): PartChange[] => {
  const [before, after] = [partsOf(from), partsOf(to)]
  const names = [...new Set([...before.keys(), ...after.keys()])]
  return names
    .map((part) => ({ part, before: before.get(part) ?? '', after: after.get(part) ?? '' }))
    .filter((one) => one.before !== one.after)
    .map((one) => ({ part: one.part, pieces: wordChanges(one.before, one.after) }))
}

export const NOTE_PART = 'note'
export const TEXT_PART = 'text'
export const CLASSIFICATION_PART = 'classification'
export const SECURITY_PART = 'security'

/** Names of fields are slugs of their own, so that none is taken for the note. */
export const fieldPart = (field: string): string => `values.${field}`

const partsOf = ({ note, values = {}, text = '', classification = '', security }: LetterDraft): Map<string, string> =>
  new Map([
    [NOTE_PART, note],
    ...Object.entries(values).map(([field, value]): [string, string] => [fieldPart(field), formText(value)]),
    [TEXT_PART, text],
    [CLASSIFICATION_PART, classification],
    [SECURITY_PART, security === undefined ? '' : SECURITY_NAMES[security]],
  ])

/** Words with the blanks behind them, so that nothing of the text is lost. */
export const wordChanges = (before: string, after: string): Piece[] => {
  const [a, b] = [wordsOf(before), wordsOf(after)]
  const start = sharedStart(a, b)
  const end = sharedStart(a.slice(start).toReversed(), b.slice(start).toReversed())
  const [left, right] = [a.slice(start, a.length - end), b.slice(start, b.length - end)]
  return joined([...a.slice(0, start).map(same), ...middle(left, right), ...b.slice(b.length - end).map(same)])
}

const wordsOf = (text: string): string[] => text.match(/\S+\s*|\s+/g) ?? []

const same = (text: string): Piece => ({ kind: 'same', text })

const sharedStart = (a: readonly string[], b: readonly string[]): number => {
  const at = a.findIndex((word, index) => word !== b[index])
  return at < 0 ? Math.min(a.length, b.length) : at
}

/** A thousand words against another thousand; what is longer is told as a whole. */
const MOST_CELLS = 1_000_000

const middle = (a: readonly string[], b: readonly string[]): Piece[] => {
  const whole: Piece[] = [
    ...(a.length > 0 ? [{ kind: 'removed' as const, text: a.join('') }] : []),
    ...(b.length > 0 ? [{ kind: 'added' as const, text: b.join('') }] : []),
  ]
  return a.length === 0 || b.length === 0 || a.length * b.length > MOST_CELLS ? whole : walked(a, b)
}

/** The longest common row of words: one table filled from the end, walked from the start. */
const walked = (a: readonly string[], b: readonly string[]): Piece[] => {
  const width = b.length + 1
  const common = new Uint32Array((a.length + 1) * width)
  for (let i = a.length - 1; i >= 0; i -= 1)
    for (let j = b.length - 1; j >= 0; j -= 1) {
      const [down = 0, right = 0] = [common[(i + 1) * width + j], common[i * width + j + 1]]
      common[i * width + j] = a[i] === b[j] ? (common[(i + 1) * width + j + 1] ?? 0) + 1 : Math.max(down, right)
    }
  const pieces: Piece[] = []
  let [i, j] = [0, 0]
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      pieces.push(same(b[j] ?? ''))
      i += 1
      j += 1
    } else if (
      i < a.length &&
      (j >= b.length || (common[(i + 1) * width + j] ?? 0) >= (common[i * width + j + 1] ?? 0))
    ) {
      pieces.push({ kind: 'removed', text: a[i] ?? '' })
      i += 1
    } else {
      pieces.push({ kind: 'added', text: b[j] ?? '' })
      j += 1
    }
  }
  return pieces
}

const joined = (pieces: readonly Piece[]): Piece[] => {
  const found: Piece[] = []
  for (const piece of pieces) {
    const last = found.at(-1)
    if (last?.kind === piece.kind) found[found.length - 1] = { kind: piece.kind, text: last.text + piece.text }
    else found.push(piece)
  }
  return found
}
