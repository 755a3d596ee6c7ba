// Which history each dossier follows and when: decided from the seed alone, so that it can be asked for in any order.
import type { Way } from './histories.ts'
import { type Random, randomOf } from './random.ts'
import type { Template } from './template.ts'
import type { WorkingAxis } from './working-axis.ts'

export type Plan = {
  template: Template
  moments: number[] /** Whose name it changes or removes. */
  follows: number | null
}

export type Planner = {
  count: number
  of: (place: number) => Plan
  /** The dossier that later changed or removed what this one was given, when that one has finished too. */
  followerOf: (place: number) => number | null
}

export type Wanted = { count: number; seed: number; axis: WorkingAxis }

const HOUR = 3_600_000
/** In each ten the last may ask for a change of what the first of an earlier ten was given. */
const TEN = 10
const FIRST = 0
const LAST = TEN - 1

export const plannerOf = (templates: readonly Template[], { count, seed, axis }: Wanted): Planner => {
  // An office keeps some hundreds at work however old it is, and more when much comes in.
  const open = Math.round(Math.min(0.3 * count, 200 + 0.03 * count))
  const span = axis.length - 4 * HOUR
  // Three months of requests, so that what is changed had been finished.
  const behind = TEN * Math.max(1, Math.ceil(count / 20 / TEN))
  const pools = poolsOf(templates)
  const kept = new Map<number, Plan>()

  const make = (place: number): Plan => {
    const chance = randomOf(seed, place, 2)
    const isOpen = place >= count - 2 * open && chance.isOnce(0.5)
    const given = place % TEN === LAST && chance.isOnce(0.6) ? place - LAST - behind : -1
    const follows = given >= 0 && given < count - 2 * open ? given : null
    const target = follows === null ? null : of(follows).template.way.target
    const pool = pools({
      isOpen,
      kind: target === null ? 'baru' : chance.isOnce(0.6) ? 'ubah' : 'hapus',
      target: target ?? (chance.isOnce(0.7) ? 'hosting' : 'alamat-ip'),
      mustFinish: place % TEN === FIRST && place < count - 2 * open,
    })
    const template = pool[chance.below(pool.length)]
    if (!template) throw new Error('No history fits this dossier')
    return {
      template,
      follows,
      moments: momentsOf(template, axis, { chance, begins: (span * (place + chance.next())) / count }),
    }
  }
  const of = (place: number): Plan => {
    const known = kept.get(place)
    if (known) return known
    if (kept.size > 4 * TEN) kept.clear()
    const plan = make(place)
    kept.set(place, plan)
    return plan
  }
  const followerOf = (place: number): number | null => {
    const follower = place + behind + LAST
    if (place % TEN !== FIRST || follower >= count) return null
    const { follows, template } = of(follower)
    return follows === place && isFinished(template) ? follower : null
  }
  return { count, of, followerOf }
}

const isFinished = ({ way }: Template): boolean =>
  way.stopAt === undefined && way.fails !== true && way.comes !== 'rejected' && way.comes !== 'withdrawn'

type Kind = { isOpen: boolean; kind: Way['kind']; target: Way['target']; mustFinish: boolean }

const poolsOf = (templates: readonly Template[]) => {
  const pools = new Map<string, Template[]>()
  const nameOf = ({ isOpen, kind, target, mustFinish }: Kind) => `${isOpen} ${kind} ${target} ${mustFinish && !isOpen}`
  for (const template of templates) {
    const { kind, target, stopAt, fails } = template.way
    const isOpen = stopAt !== undefined || fails === true
    for (const mustFinish of isFinished(template) ? [false, true] : [false]) {
      const name = nameOf({ isOpen, kind, target, mustFinish })
      pools.set(name, [...(pools.get(name) ?? []), template])
    }
  }
  return (wanted: Kind): Template[] => pools.get(nameOf(wanted)) ?? []
}

/** Mean working time before what somebody does. */
const WAITS = { submit: 0, officer: 1.5 * HOUR, applicant: 9 * HOUR, system: 4000 } as const
const AT_LEAST = 1000

/** Each later than the one before, none after the end of the fill. */
const momentsOf = (
  { paces }: Template,
  axis: WorkingAxis,
  { chance, begins }: { chance: Random; begins: number },
): number[] => {
  const waits = paces.map((pace) => (pace === 'submit' ? 0 : -Math.log(1 - chance.next()) * WAITS[pace]))
  const needed = waits.reduce((sum, wait) => sum + wait + AT_LEAST, 0)
  const room = axis.length - begins - paces.length * AT_LEAST
  const pressed = Math.min(1, (0.9 * room) / needed)
  let worked = begins
  return waits.map((wait, at) => {
    worked += at === 0 ? 0 : AT_LEAST + wait * pressed
    return Math.floor(axis.momentAt(worked))
  })
}
