// Wherever a dossier stands when it is moved to another edition, it can still be finished there.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { stepNamed } from '../procedure/flow.ts'
import { lintProcedure } from '../procedure/lint.ts'
import type { Procedure } from '../procedure/schema.ts'
import { procedureYaml } from '../procedure/write.ts'
import { openMainTasks, openTasks } from './dossier.ts'
import { fold } from './evolve.ts'
import { MAZE } from './maze.fixture.ts'
import { planMove, type StepMapping } from './move-plan.ts'
import { DESK, FORM, POSTS, submitCommand } from './office.fixture.ts'
import { mayReturnFrom } from './policy.ts'
import { actorFor, applicant, officer, procedureFrom, type Trial, trialOf } from './trial.fixture.ts'
import { complete, walkOn } from './walk.fixture.ts'

const CHOICES = { jenis: 'hosting' }

/** The same way with other names on it: every step whose place is in `which`. */
const renamed = (procedure: Procedure, which: readonly number[]): Procedure => {
  const names = procedure.steps.filter((_, index) => which.includes(index)).map((step) => step.step)
  const rename = (value: unknown): unknown => {
    if (typeof value === 'string') return names.includes(value) ? `${value}-baru` : value
    if (Array.isArray(value)) return value.map(rename)
    return typeof value === 'object' && value !== null
      ? Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, rename(inner)]))
      : value
  }
  const { steps, policy } = procedure
  return {
    ...procedure,
    edition: '2',
    steps: rename(steps) as Procedure['steps'],
    policy: rename(policy) as Procedure['policy'],
  }
}

const LINE = { ...procedureFrom(DESK), edition: '2' }
const NUMBERS = fc.array(fc.nat(50), { maxLength: 12 })

const editions = fc.record({
  from: fc.constantFrom(MAZE, procedureFrom(DESK)),
  to: fc.oneof(
    fc.constant(LINE),
    NUMBERS.map((which) => renamed(MAZE, which)),
    NUMBERS.map((which) => renamed(LINE, which)),
  ),
})

/** One step further, at whichever task and exit; now and then back to the applicant. */
const further = (trial: Trial, nth: number): void => {
  const open = openMainTasks(trial.dossier())
  const task = open[nth % open.length]
  if (!task || task.effectSince !== null) return
  const exits = stepNamed(trial.procedure, task.step)?.decides?.exits ?? []
  if (nth % 7 === 0 && mayReturnFrom(trial.procedure, task))
    trial.must(actorFor(task), { type: 'return', task: task.task, reason: 'Belum lengkap' })
  else complete(trial, task, CHOICES, exits[nth % Math.max(1, exits.length)]?.answer)
}

/** Any step for what has no place, and for what would stand twice. */
const mappingFor = (trial: Trial, to: Procedure, pick: number): StepMapping | null => {
  const names = to.steps.map((step) => step.step)
  const mapping: Record<string, string> = {}
  for (let tries = 0; tries < names.length * 2; tries += 1) {
    const plan = planMove(trial.procedure, to, { dossier: trial.dossier(), mapping })
    const [odd] = [
      ...plan.unplaced,
      ...openMainTasks(trial.dossier()).flatMap(({ step, backTo }) =>
        backTo === null && plan.doubled.includes(mapping[step] ?? step) ? [step] : [],
      ),
    ]
    if (odd === undefined) return mapping
    mapping[odd] = names[(pick + tries) % names.length] ?? ''
  }
  return null
}

const seed = process.env.MIPP_TEST_SEED ? { seed: Number(process.env.MIPP_TEST_SEED) } : {}
const steps = fc.array(fc.nat(60), { maxLength: 25 })

test('the editions that are drawn are sound', () => {
  for (const { from, to } of fc.sample(editions, { numRuns: 40, seed: 1 }))
    for (const procedure of [from, to])
      expect(lintProcedure(procedureYaml(procedure)).filter((fault) => fault.severity === 'error')).toEqual([])
})

type Move = { from: Procedure; to: Procedure; way: number[]; pick: number }

/** Walks some way, moves, walks to the end. @returns what kind of move it was; null where there was none */
const moveAndFinish = ({ from, to, way, pick }: Move): string | null => {
  const trial = trialOf(from, { posts: POSTS })
  trial.must(applicant(), submitCommand(FORM))
  for (const nth of way) if (trial.dossier().status === 'open') further(trial, nth)
  if (trial.dossier().status !== 'open') return null
  const mapping = mappingFor(trial, to, pick)
  if (mapping === null) return null
  const strands = openMainTasks(trial.dossier()).length
  trial.offer(to)
  trial.must(officer('arsiparis'), { type: 'move-edition', edition: '2', steps: mapping, reason: 'SOP baru' })
  const open = openMainTasks(trial.dossier())
  expect(open).toHaveLength(strands)
  for (const task of open) expect(to.steps.map((step) => step.step)).toContain(task.step)
  walkOn(trial, CHOICES)
  expect(trial.dossier().status).toBe('finished')
  expect(openTasks(trial.dossier())).toEqual([])
  expect(fold(trial.dossier().id, trial.events)).toEqual(trial.dossier())
  return `${strands > 1 ? 'strands' : 'one'} ${Object.keys(mapping).length > 0 ? 'mapped' : 'kept'}`
}

const moves = fc
  .record({ editions, way: steps, pick: fc.nat(60) })
  .map(({ editions: both, ...more }) => ({ ...both, ...more }))

test('a dossier that was moved comes to its end on its new edition, wherever it stood and wherever it was put', () => {
  fc.assert(
    fc.property(moves, (move) => void moveAndFinish(move)),
    {
      numRuns: Number(process.env.MIPP_TEST_RUNS ?? 300),
      ...seed,
    },
  )
})

test('moves with one open step and with several, kept in their place and put elsewhere, are all among those that are drawn', () => {
  const drawn = fc.sample(moves, { numRuns: 400, seed: 20261121 }).map(moveAndFinish)
  const kinds = new Set(drawn.filter((kind) => kind !== null))
  expect([...kinds].sort()).toEqual(['one kept', 'one mapped', 'strands kept', 'strands mapped'])
})
