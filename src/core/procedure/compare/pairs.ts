// Which things of an older and a newer list belong together: the same first, then the most alike, and what stands alone.

/** How two texts stand to each other; `spelling`: only letters' size, signs or spaces differ. */
export type Mark = 'same' | 'spelling' | 'changed' | 'added' | 'removed'

export type Pair<T> = { before: T | null; after: T | null; isMoved: boolean }

/** From 0 (nothing in common) to 1 (the same). */
export type Likeness<T> = (before: T, after: T) => number

/** In the order of the newer list; what was taken away stands where it used to stand. */
export const pairUp = <T>(before: readonly T[], after: readonly T[], likeness: Likeness<T>): Pair<T>[] => {
  const partners = partnersOf(before, after, likeness)
  const kept = longestRise(partners.filter((at) => at !== null))
  const pairs: (Pair<T> & { from: number | null })[] = after.map((one, index) => {
    const from = partners[index] ?? null
    return { before: from === null ? null : (before[from] ?? null), after: one, isMoved: isMoved(from, kept), from }
  })
  before.forEach((one, from) => {
    if (partners.includes(from)) return
    const previous = pairs.findLastIndex((pair) => pair.from !== null && pair.from < from && !pair.isMoved)
    pairs.splice(previous + 1, 0, { before: one, after: null, isMoved: false, from })
  })
  return pairs.map(({ before: old, after: now, isMoved: moved }) => ({ before: old, after: now, isMoved: moved }))
}

/** Below this, two things are two things. */
const ALIKE = 0.5

/** For each of the newer list, where its partner stands in the older; the likest pair chooses first. */
const partnersOf = <T>(before: readonly T[], after: readonly T[], likeness: Likeness<T>): (number | null)[] => {
  const candidates = after
    .flatMap((now, to) => before.map((old, from) => ({ from, to, like: likeness(old, now) })))
    .filter(({ like }) => like >= ALIKE)
    .toSorted((a, b) => b.like - a.like || Math.abs(a.from - a.to) - Math.abs(b.from - b.to))
  const partners: (number | null)[] = after.map(() => null)
  for (const { from, to } of candidates) {
    if (partners[to] === null && !partners.includes(from)) partners[to] = from
  }
  return partners
}

const isMoved = (from: number | null, kept: ReadonlySet<number>): boolean => from !== null && !kept.has(from)

/** The longest run of places that still rises: whatever is not in it has changed its place. */
const longestRise = (places: readonly number[]): Set<number> => {
  const runs = places.map((place): number[] => [place])
  places.forEach((place, index) => {
    for (let earlier = 0; earlier < index; earlier += 1) {
      const run = runs[earlier] ?? []
      if ((places[earlier] ?? 0) < place && run.length >= (runs[index]?.length ?? 0)) runs[index] = [...run, place]
    }
  })
  return new Set(runs.reduce((longest, run) => (run.length > longest.length ? run : longest), []))
}

export const markOf = (before: string | null, after: string | null): Mark => {
  if (before === after) return 'same'
  if (before === null) return 'added'
  if (after === null) return 'removed'
  return bare(before) === bare(after) ? 'spelling' : 'changed'
}

/** Words in common, as a share of all words. */
export const alike = (before: string, after: string): number => {
  const [old, now] = [wordsOf(before), wordsOf(after)]
  if (old.size + now.size === 0) return 1
  return (2 * [...old].filter((word) => now.has(word)).length) / (old.size + now.size)
}

const bare = (text: string): string => text.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, '')

const wordsOf = (text: string): Set<string> => new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [])
