// Remembers for a while what was too much for the drawer, so that asking again does not make everybody wait again.

export type Troubles = {
  /** The page itself, or any page of a document with several such pages. */
  has: (document: string, name: string) => boolean
  add: (document: string, name: string) => void
}

/** @param keptMs after which it is tried again: perhaps the machine was only busy */
export const createTroubles = (keptMs = 600_000): Troubles => {
  const known = new Map<string, Set<string>>()
  return {
    has: (document, name) => {
      const names = known.get(document)
      return names !== undefined && (names.has(name) || names.size >= PAGES_UNTIL_GIVEN_UP)
    },
    add: (document, name) => {
      const names = known.get(document) ?? new Set()
      names.add(name)
      known.set(document, names)
      if (names.size === 1) setTimeout(() => known.delete(document), keptMs).unref()
    },
  }
}

const PAGES_UNTIL_GIVEN_UP = 3
