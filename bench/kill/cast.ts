// What is drawn by chance in a round of kills: each question has a stream of its own, so that a new one changes no other.
import { type Random, randomOf } from '../fill/random.ts'

export const VICTIMS = ['server', 'worker', 'database', 'connection'] as const
/** `database`: PostgreSQL as a whole. `connection`: one of its processes, whereupon it ends all others and begins anew. */
export type Victim = (typeof VICTIMS)[number]

export type Blow = { afterMs: number; victims: readonly [Victim, ...Victim[]]; chance: Random }

const LONGEST_WAIT_MS = 700
const SECOND = 0.25

export const blowOf = (seed: number, round: number): Blow => {
  const chance = randomOf(seed, round, 1)
  const afterMs = chance.below(LONGEST_WAIT_MS)
  const first = firstOf(seed, round)
  const second = chance.pick(VICTIMS)
  const isDouble = chance.isOnce(SECOND) && second !== first
  return { afterMs, victims: isDouble ? [first, second] : [first], chance }
}

/** Each kind once in so many rounds as there are kinds, in an order by chance: a short run meets them all too. */
const firstOf = (seed: number, round: number): Victim => {
  const place = (round - 1) % VICTIMS.length
  const chance = randomOf(seed, Math.floor((round - 1) / VICTIMS.length), 3)
  const drawn = VICTIMS.map((victim) => ({ victim, at: chance.next() })).toSorted((a, b) => a.at - b.at)
  return drawn[place]?.victim ?? VICTIMS[0]
}

/** How a request goes: most to their good end, some sent back, refused or taken back, some with a message on the way. */
export type Way = {
  end: 'finished' | 'returned' | 'rejected' | 'withdrawn'
  comments: boolean
  sendsBackDraft: boolean
  rates: boolean
}

export const wayOf = (chance: Random): Way => ({
  end: chance.pick(['finished', 'finished', 'finished', 'finished', 'returned', 'rejected', 'withdrawn']),
  comments: chance.isOnce(0.3),
  sendsBackDraft: chance.isOnce(0.15),
  rates: chance.isOnce(0.5),
})
