// Some requests under way at once, each walked to its end, and another begun in its place.
import type { Caller } from './caller.ts'
import { walk } from './walk.ts'

export type Load = {
  /** Rejects when a request cannot go on; never settles otherwise. */
  broken: Promise<never>
  /** Begins no more. @returns when all that were begun have come to their end */
  end: () => Promise<void>
}

export type Places = { seed: number; next: () => number }

export const startLoad = (caller: Caller, places: Places, atOnce: number): Load => {
  let isOver = false
  const keepWalking = async (): Promise<void> => {
    while (!isOver) await walk(caller, places.seed, places.next())
  }
  const walking = Promise.all(Array.from({ length: atOnce }, keepWalking))
  const broken = new Promise<never>((_, reject) => walking.catch(reject))
  broken.catch(() => undefined)
  return {
    broken,
    end: async () => {
      isOver = true
      await walking
    },
  }
}
