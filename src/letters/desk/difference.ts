// What differs between two texts, line by line: pairs of lines that belong together, and what came or went.
import { alike, type Mark, markOf, pairUp } from '../../core/procedure/compare/pairs.ts'

export type LinePair = { mark: Mark; before: string | null; after: string | null }

/** Pairs in the order of the newer text; what is alike at both ends stands as it is. */
export const differenceOf = (before: string, after: string): LinePair[] => {
  const [old, now] = [linesOf(before), linesOf(after)]
  const head = alikeFrom(old, now)
  const tail = alikeFrom(old.slice(head).toReversed(), now.slice(head).toReversed())
  const same = (line: string): LinePair => ({ mark: 'same', before: line, after: line })
  return [
    ...now.slice(0, head).map(same),
    ...middleOf(old.slice(head, old.length - tail), now.slice(head, now.length - tail)),
    ...now.slice(now.length - tail).map(same),
  ]
}

const linesOf = (text: string): string[] =>
  text
    .replace(/\r\n?/g, '\n')
    .split('\n')
    .map((line) => line.trimEnd())

const alikeFrom = (old: readonly string[], now: readonly string[]): number => {
  const first = old.findIndex((line, at) => line !== now[at])
  return first < 0 ? Math.min(old.length, now.length) : first
}

/** Every line is held against every other: beyond this many the whole middle went and came. */
const MOST_HELD = 200

const middleOf = (old: readonly string[], now: readonly string[]): LinePair[] =>
  old.length * now.length > MOST_HELD * MOST_HELD
    ? [
        ...old.map((line): LinePair => ({ mark: 'removed', before: line, after: null })),
        ...now.map((line): LinePair => ({ mark: 'added', before: null, after: line })),
      ]
    : pairUp(old, now, likenessOf).map(({ before, after }) => ({ before, after, mark: markOf(before, after) }))

/** The very same line chooses first. */
const likenessOf = (one: string, other: string): number => (one === other ? 1 : alike(one, other) * 0.99)
