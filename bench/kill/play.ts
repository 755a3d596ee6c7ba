// Round after round something is killed under load; after each what was acknowledged is looked for, after some all is counted.

import type { Acknowledged, Caller } from './caller.ts'
import { openCaller } from './caller.ts'
import { type Blow, blowOf, type Victim } from './cast.ts'
import { checkAnswers } from './check-commands.ts'
import type { Effects } from './check-effects.ts'
import { insist } from './contradiction.ts'
import { type Load, startLoad } from './load.ts'
import { becomeCalm, inClient, reckon } from './reckon.ts'
import { AGENCY, type Stage } from './stage.ts'

export type Play = {
  seed: number
  rounds: number
  /** After so many rounds the load is walked to its end and everything is counted. */
  reckonEvery: number
  /** How many requests are under way at once. */
  load: number
  say: (line: string) => void
}

export type Played = Effects & {
  rounds: number
  reckonings: number
  dossiers: number
  acknowledged: readonly Acknowledged[]
  answersLost: number
  retried: number
  kills: Record<Victim, number>
  /** From the blow until all is up and a command is acknowledged that was not before, in ms. */
  recoveries: number[]
  /** Ends of a process that nobody killed: there was no database at its start. */
  ownEnds: number
  repeatedNames: number
}

/** When nothing is killed any more, everything must come to its end within this time. */
const CALM_MS = 240_000
/** In one round a recovery that takes longer is none. */
const RECOVERY_MS = 120_000

type Scene = {
  stage: Stage
  play: Play
  caller: Caller
  limit: { until: number }
  goOn: () => void
  begun: { count: number }
  kills: Record<Victim, number>
  recoveries: number[]
}

/** @throws Contradiction */
export const playKills = async (stage: Stage, play: Play): Promise<Played> => {
  const limit = { until: Number.POSITIVE_INFINITY }
  const goOn = (): void => insist(Date.now() < limit.until, 'The time is over and not everything has come to its end')
  const caller = openCaller({ ports: stage.ports, roles: stage.roles, goOn })
  const kills: Record<Victim, number> = { server: 0, worker: 0, database: 0, connection: 0 }
  const scene: Scene = { stage, play, caller, limit, goOn, begun: { count: 0 }, kills, recoveries: [] }
  let effects: Effects = { names: 0, letters: 0, mails: 0, mailedTwice: 0 }
  let reckonings = 0
  try {
    for (let first = 1; first <= play.rounds; first += play.reckonEvery) {
      effects = await playUntilReckoning(scene, first, Math.min(first + play.reckonEvery - 1, play.rounds))
      reckonings += 1
    }
  } finally {
    caller.close()
  }
  return {
    ...effects,
    rounds: play.rounds,
    reckonings,
    dossiers: scene.begun.count,
    acknowledged: caller.acknowledged,
    answersLost: caller.answersLost(),
    retried: caller.retries(),
    kills,
    recoveries: scene.recoveries,
    ownEnds: [...stage.servers, ...stage.workers].reduce((sum, one) => sum + one.ownEnds(), 0),
    repeatedNames: stage.outside.repeats(),
  }
}

const playUntilReckoning = async (scene: Scene, first: number, last: number): Promise<Effects> => {
  const { stage, play, caller, limit, goOn, begun } = scene
  const places = {
    seed: play.seed,
    next: () => {
      begun.count += 1
      return begun.count
    },
  }
  limit.until = Date.now() + RECOVERY_MS
  const load = startLoad(caller, places, play.load)
  try {
    for (let round = first; round <= last; round += 1) await playRound(scene, load, round)
    limit.until = Date.now() + CALM_MS
    await becomeCalm(stage, load.end(), goOn)
    const effects = await reckon(stage, caller.acknowledged)
    play.say(`${last}: everything is there, once and whole: ${caller.acknowledged.length} commands`)
    return effects
  } catch (fault) {
    play.say(`Between the rounds ${first} and ${last}: ${String(fault)}`)
    throw fault
  } finally {
    limit.until = 0
    await load.end().catch(() => undefined)
  }
}

const playRound = async (scene: Scene, load: Load, round: number): Promise<void> => {
  const { stage, play, caller, limit } = scene
  const blow = blowOf(play.seed, round)
  limit.until = Date.now() + RECOVERY_MS
  const before = caller.acknowledged.length
  await new Promise((done) => setTimeout(done, blow.afterMs))
  const at = performance.now()
  await strike(stage, blow)
  await Promise.race([caller.next(), load.broken])
  const tookMs = Math.round(performance.now() - at)
  scene.recoveries.push(tookMs)
  for (const victim of blow.victims) scene.kills[victim] += 1
  await inClient(stage, (client) => checkAnswers(client, AGENCY, caller.acknowledged.slice(before)))
  play.say(`${round}: ${blow.victims.join(' + ')} after ${blow.afterMs} ms; again at work after ${tookMs} ms`)
}

/** @returns when all is up again */
const strike = async (stage: Stage, { victims, chance }: Blow): Promise<void> => {
  const hit = {
    server: () => chance.pick(stage.servers).kill(),
    worker: () => chance.pick(stage.workers).kill(),
    database: () => stage.postgres.kill(),
    connection: () => stage.postgres.killOne(chance),
  }
  await Promise.all(victims.map((victim) => hit[victim]()))
  await stage.isReady()
}
