// Whatever is done in whatever order upon whatever procedure: nobody is forgotten, nothing is done twice, nobody acts who may not.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Procedure } from '../procedure/schema.ts'
import { catalogueEntries } from '../procedure/sheet/catalogue.fixture.ts'
import { type Move, makeMove, move, walkHome } from './any-order.fixture.ts'
import { type Dossier, openMainTasks } from './dossier.ts'
import { fold } from './evolve.ts'
import { judgeTurn } from './fair-play.fixture.ts'
import { MAZE } from './maze.fixture.ts'
import { builtProcedure, wildProcedure } from './sound.fixture.ts'
import { type Trial, trialOf } from './trial.fixture.ts'
import { beginOfItself, submitWith } from './walk.fixture.ts'
import { formsOf } from './walk-forms.fixture.ts'

const runs = Number(process.env.MIPP_TEST_RUNS ?? 120)
const seed = Number(process.env.MIPP_TEST_SEED ?? Date.now() % 1_000_000_007)
const moves = fc.array(move, { minLength: 5, maxLength: 120 })
const chance = fc.nat(1000)
const ofCatalogue = fc.constantFrom(...catalogueEntries().map(({ procedure }) => procedure), MAZE)

const begin = (procedure: Procedure, nth: number): Trial => {
  const posts = Object.values(procedure.actors).flatMap((actor) => actor.post ?? [])
  const trial = trialOf(procedure, { posts, zone: 'kab.go.id' })
  const start = procedure.starts[nth % procedure.starts.length]
  const forms = formsOf(procedure)
  if (start?.by === 'schedule' || start?.by === 'monitor') beginOfItself(trial, start)
  else submitWith(trial, forms[nth % forms.length] ?? {}, start)
  judgeTurn(trial, null, 0)
  return trial
}

const play = (trial: Trial, given: readonly Move[], watch: (before: Dossier) => void = () => undefined): void => {
  for (const one of given) {
    const before = trial.dossier()
    const count = trial.events.length
    makeMove(trial, one)
    judgeTurn(trial, before, count)
    watch(before)
  }
  expect(fold(trial.dossier().id, trial.events)).toEqual(trial.dossier())
}

type Throw = { numRuns: number; seed: number; mayGoRound?: boolean }

/** @returns in which state the dossiers were left before they were walked home */
const throwAt = (procedures: fc.Arbitrary<Procedure>, { numRuns, seed, mayGoRound = false }: Throw) => {
  const left = new Map<string, number>()
  let rounds = 0
  fc.assert(
    fc.property(procedures, chance, moves, (procedure, nth, given) => {
      const trial = begin(procedure, nth)
      play(trial, given)
      const { status } = trial.dossier()
      left.set(status, (left.get(status) ?? 0) + 1)
      const end = walkHome(trial)
      if (end === 'open') rounds += 1
      if (!mayGoRound) expect(end).not.toBe('open')
      expect(fold(trial.dossier().id, trial.events)).toEqual(trial.dossier())
    }),
    { numRuns, seed },
  )
  console.log(`seed ${seed}, left:`, Object.fromEntries(left), `${rounds} of ${numRuns} went round and round`)
  return [...left.keys()].toSorted()
}

test('every procedure of the catalogue stands whatever is thrown at it, and always finds its end', () => {
  throwAt(ofCatalogue, { numRuns: runs, seed })
})

// Where forks and loops are entangled beyond what lint sees through, a dossier may go round; somebody is always waited for.
test('nobody is forgotten by any procedure that lint lets pass, however it winds', () => {
  throwAt(wildProcedure, { numRuns: runs * 2, seed, mayGoRound: true })
})

test('what is thrown ends dossiers in every way, and leaves others on their way', () => {
  const all = ['finished', 'open', 'rejected', 'withdrawn']
  expect(throwAt(ofCatalogue, { numRuns: 150, seed: 1 })).toEqual(all)
  expect(throwAt(wildProcedure, { numRuns: 400, seed: 1, mayGoRound: true })).toEqual(all)
})

test('a strand that has come to its join is not begun again before the join has opened, and the join waits for all', () => {
  let rests = 0
  fc.assert(
    fc.property(builtProcedure, chance, moves, (procedure, nth, given) => {
      const trial = begin(procedure, nth)
      const asleep = new Set<string>()
      play(trial, given, (before) => {
        for (const event of trial.events.slice(before.version)) {
          if (event.type === 'step-opened') {
            if (asleep.has(strandOf(event.step))) expect(event.step).toBe('asleep')
            if (event.step.endsWith('-temu')) {
              expect(atWorkIn(trial.dossier(), forkOf(event.step))).toEqual([])
              for (const one of [...asleep]) if (forkOf(one) === forkOf(event.step)) asleep.delete(one)
            }
          }
          if (event.type === 'step-finished' && event.exits.includes(`${forkOf(event.step)}-temu`)) {
            asleep.add(strandOf(event.step))
            rests += 1
          }
        }
      })
      expect(walkHome(trial)).not.toBe('open')
    }),
    { numRuns: runs, seed },
  )
  expect(rests).toBeGreaterThan(0)
})

/** `a-0-akhir` is of strand `a-0` of fork `a`. */
const strandOf = (step: string): string => step.match(/^[ab]-\d/)?.[0] ?? step
const forkOf = (step: string): string => step.split('-')[0] ?? ''

/** Also what lies with the applicant and comes back to the strand. */
const atWorkIn = (dossier: Dossier, fork: string): string[] =>
  openMainTasks(dossier)
    .map((task) => task.backTo ?? task.step)
    .filter((step) => /^[ab]-\d/.test(step) && forkOf(step) === fork)
