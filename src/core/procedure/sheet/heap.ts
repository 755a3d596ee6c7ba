// A queue that gives the cheapest entry first.

export type Heap = {
  push: (state: number, cost: number) => void
  pop: () => { state: number; cost: number } | undefined
}

export const createHeap = (): Heap => {
  const entries: { state: number; cost: number }[] = []
  const costAt = (at: number): number => entries[at]?.cost ?? Number.POSITIVE_INFINITY
  const swap = (a: number, b: number): void => {
    const [one, other] = [entries[a], entries[b]]
    if (one && other) [entries[a], entries[b]] = [other, one]
  }
  const sink = (from: number): void => {
    let at = from
    for (;;) {
      const child = costAt(2 * at + 2) < costAt(2 * at + 1) ? 2 * at + 2 : 2 * at + 1
      if (costAt(child) >= costAt(at)) return
      swap(at, child)
      at = child
    }
  }
  return {
    push: (state, cost) => {
      entries.push({ state, cost })
      for (let at = entries.length - 1; at > 0; ) {
        const parent = (at - 1) >> 1
        if (costAt(parent) <= cost) return
        swap(at, parent)
        at = parent
      }
    },
    pop: () => {
      swap(0, entries.length - 1)
      const top = entries.pop()
      sink(0)
      return top
    },
  }
}
