// Rows of a comparison: one fact, as it was and as it is.
import { type Sentence, sentence } from '../../sentence.ts'
import { alike, type Mark, markOf, type Pair, pairUp } from './pairs.ts'
import { say, wordFor } from './say.ts'

export type Row = { key: string; label: Sentence; mark: Mark; before: Sentence | null; after: Sentence | null }

/** A thing of several facts: a step, a field, a register. */
export type Item = {
  mark: Mark
  /** It stands in another order among its neighbours. */
  isMoved: boolean
  before: Sentence | null
  after: Sentence | null
  rows: Row[]
}

export const rowOf = (key: string, before: unknown, after: unknown, label = wordFor(key)): Row => {
  const [old, now] = [say(before), say(after)]
  return { key, label, mark: markOf(old?.id ?? null, now?.id ?? null), before: old, after: now }
}

/** Facts by key; those that neither side says are left out. */
export const rowsOf = (before: object, after: object, without: readonly string[] = []): Row[] => {
  const [old, now] = [new Map(Object.entries(before)), new Map(Object.entries(after))]
  const keys = [...new Set([...now.keys(), ...old.keys()])].filter((key) => !without.includes(key))
  return said(keys.map((key) => rowOf(key, old.get(key), now.get(key))))
}

export const said = (rows: readonly Row[]): Row[] => rows.filter((row) => row.before !== null || row.after !== null)

/** Lists of texts: what belongs together is found by its words. */
export const listRows = (before: readonly string[], after: readonly string[]): Row[] =>
  pairUp(before, after, alike).map((pair, index) => {
    const row = rowOf(String(index + 1), pair.before, pair.after, sentence(String(index + 1), String(index + 1)))
    return pair.isMoved && row.mark === 'same' ? { ...row, mark: 'changed' } : row
  })

/** @param rows the facts of both sides; a side that is missing has none */
export const itemOf = <T>(
  { before, after, isMoved }: Pair<T>,
  titleOf: (one: T, side: 'before' | 'after') => Sentence,
  rows: Row[],
): Item => {
  const mark = before === null ? 'added' : after === null ? 'removed' : gravest(rows)
  return {
    mark: isMoved && (mark === 'same' || mark === 'spelling') ? 'changed' : mark,
    isMoved,
    before: before === null ? null : titleOf(before, 'before'),
    after: after === null ? null : titleOf(after, 'after'),
    rows,
  }
}

const gravest = (rows: readonly Row[]): Mark => {
  if (rows.some(({ mark }) => mark !== 'same' && mark !== 'spelling')) return 'changed'
  return rows.some(({ mark }) => mark === 'spelling') ? 'spelling' : 'same'
}
