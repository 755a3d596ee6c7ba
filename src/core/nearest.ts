// Which of the known words somebody probably meant.

/** The known word with the fewest letters to change, unless that is more than a third of it. */
export function nearest(said: string, known: string[]): string | undefined {
  const ranked = known.map((word) => ({ word, steps: distance(said, word) })).sort((a, b) => a.steps - b.steps)
  const best = ranked[0]
  return best !== undefined && best.steps <= Math.ceil(best.word.length / 3) ? best.word : undefined
}

/** Levenshtein: letters added, left out or exchanged. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const exchange = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      next.push(Math.min(exchange, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    row = next
  }
  return row[b.length] ?? 0
}
