// Every procedure of the catalogue, from start to end: every exit, every kind of request, every turn of its policy.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { monitorsOf, schedulesOf, startName } from '../procedure/automatic.ts'
import { stepNamed } from '../procedure/flow.ts'
import type { Procedure } from '../procedure/schema.ts'
import { actorFor, applicant, procedureFrom, type Trial, trialOf } from './trial.fixture.ts'
import {
  beginOfItself,
  complete,
  exitsToTake,
  forksOf,
  loopsOf,
  submitAtCounter,
  submitWith,
  walkOn,
} from './walk.fixture.ts'
import { formsOf } from './walk-forms.fixture.ts'
import { judgeEnd } from './walk-judge.fixture.ts'

const CATALOGUE = join(import.meta.dirname, '../../../catalogue')

const procedures = readdirSync(CATALOGUE, { recursive: true, encoding: 'utf8' })
  .filter((file) => /procedures\/.*\.yaml$/.test(file))
  .map((file): [string, Procedure] => [file, procedureFrom(readFileSync(join(CATALOGUE, file), 'utf8'))])

const trialFor = (procedure: Procedure): Trial => {
  const posts = Object.values(procedure.actors).flatMap((actor) => actor.post ?? [])
  return trialOf(procedure, { posts, zone: 'kab.go.id' })
}

const begin = (procedure: Procedure, choices = formsOf(procedure)[0] ?? {}): Trial => {
  const trial = trialFor(procedure)
  submitWith(trial, choices)
  return trial
}

const FIRST = (procedure: Procedure) => formsOf(procedure)[0] ?? {}

test('the catalogue has procedures of more than one office', () => {
  expect(new Set(procedures.map(([file]) => file.split('/')[0])).size).toBeGreaterThan(1)
})

describe.each(procedures)('%s', (_, procedure) => {
  test.each(formsOf(procedure).map((choices) => [choices]))('runs from start to end for %j', (choices) => {
    const trial = begin(procedure, choices)
    walkOn(trial, choices)
    judgeEnd(trial, 'finished')
    const fed = trial.dossier().items.map((item) => item.register)
    expect(fed).toEqual([...new Set(fed)])
    for (const register of procedure.records) {
      const isConditional = procedure.registers.some((feed) => feed.register === register && feed.when)
      if (!isConditional) expect(fed).toContain(register)
    }
  })

  const ofItself = [...schedulesOf(procedure), ...monitorsOf(procedure)].map(
    (start) => [startName(start), start] as const,
  )
  test.each(ofItself)('begins by "%s" with what the file fills in, and comes to its end', (_name, start) => {
    const trial = trialFor(procedure)
    walkOn(trial, { ...FIRST(procedure), ...beginOfItself(trial, start) })
    judgeEnd(trial, 'finished')
  })

  const byPeople = procedure.starts.filter((start) => start.by !== 'schedule' && start.by !== 'monitor')
  const otherWays = byPeople
    .slice(1)
    .flatMap((start) => formsOf(procedure).map((choices) => [start.by, choices, start] as const))
  test.each(otherWays)('begins by %s too, and comes to its end for %j', (_by, choices, start) => {
    const trial = trialFor(procedure)
    submitWith(trial, choices, start)
    walkOn(trial, choices)
    judgeEnd(trial, 'finished')
  })

  test('is begun by nobody whom it does not name', () => {
    const named = procedure.starts.map((start) => start.by)
    for (const by of (['client', 'company', 'public', 'post'] as const).filter((one) => !named.includes(one)))
      expect(() => submitWith(trialFor(procedure), FIRST(procedure), { by })).toThrow('tidak dapat dimulai')
  })

  test.each(procedure.policy.counter ? ['a paper letter'] : [])('is keyed in at the counter from %s', () => {
    const trial = trialFor(procedure)
    submitAtCounter(trial, FIRST(procedure))
    walkOn(trial, FIRST(procedure))
    judgeEnd(trial, 'finished')
  })

  const exits = exitsToTake(procedure)
  test.each(exits)('takes the exit "$answer" of "$step" and still comes to its end', (wanted) => {
    const trial = begin(procedure)
    const taken = walkOn(trial, FIRST(procedure), { wanted })
    expect(taken).toContainEqual(wanted)
    judgeEnd(trial, 'finished')
  })

  test.each(loopsOf(procedure))('counts its rounds when "$step" answers "$answer" three times', (wanted) => {
    const trial = begin(procedure)
    const taken = walkOn(trial, FIRST(procedure), { wanted, times: 3 })
    expect(taken.filter((one) => one.step === wanted.step && one.answer === wanted.answer)).toHaveLength(3)
    const rounds = trial.dossier().tasks.flatMap((task) => (task.step === wanted.step ? [task.round] : []))
    expect(rounds.length).toBeGreaterThanOrEqual(3)
    expect(rounds).toEqual(rounds.map((_, before) => before + 1))
    expect(trial.dossier().traces[wanted.step]?.rounds).toBe(rounds.length)
    judgeEnd(trial, 'finished')
  })

  const orders = forksOf(procedure).flatMap((fork) => [false, true].map((lastFirst) => ({ ...fork, lastFirst })))
  test.each(orders)('goes on after "$step" with $strands side by side, the last one first: $lastFirst', (fork) => {
    const trial = reach(procedure, fork.step)
    complete(trial, trial.task(fork.step), FIRST(procedure), fork.answer)
    expect(trial.open()).toEqual(fork.strands)
    walkOn(trial, FIRST(procedure), { lastFirst: fork.lastFirst })
    for (const strand of fork.strands) expect(trial.dossier().traces[strand]).toMatchObject({ isFinished: true })
    for (const { step, join } of procedure.steps)
      if (join) expect([step, trial.dossier().traces[step]?.rounds]).toEqual([step, 1])
    judgeEnd(trial, 'finished')
  })

  test('visits every step on one way or another', () => {
    const visited = new Set<string>()
    for (const wanted of [undefined, ...exits]) {
      const trial = begin(procedure)
      walkOn(trial, FIRST(procedure), wanted ? { wanted } : {})
      for (const step of Object.keys(trial.dossier().traces)) visited.add(step)
    }
    expect(procedure.steps.map((step) => step.step).filter((step) => !visited.has(step))).toEqual([])
  })

  const returns = procedure.policy.return?.from ?? []
  test.each(returns)('goes back from "%s", is corrected, and comes back to who asked', (step) => {
    const trial = reach(procedure, step)
    const task = trial.task(step)
    trial.must(actorFor(task), { type: 'return', task: task.task, reason: 'Belum lengkap' })
    const to = procedure.policy.return?.to ?? ''
    expect(trial.open()).toContain(to)
    complete(trial, trial.task(to), FIRST(procedure))
    expect(trial.task(step).round).toBe(task.round + 1)
    walkOn(trial, FIRST(procedure))
    judgeEnd(trial, 'finished')
  })

  const sentBack = procedure.policy.sendBack.flatMap(({ from, to }) => from.map((step) => ({ step, to })))
  test.each(sentBack)('goes back inside the office from "$step" to "$to", and comes forth again', ({ step, to }) => {
    const trial = reachOnSomeWay(procedure, step)
    const task = trial.task(step)
    trial.must(actorFor(task), { type: 'return', task: task.task, reason: 'Perbaiki lampirannya' })
    const again = trial.task(to)
    expect(again).toMatchObject({ backTo: step, forApplicant: false })
    complete(trial, again, FIRST(procedure), stepNamed(procedure, to)?.decides?.exits[0]?.answer)
    expect(trial.task(step).round).toBe(task.round + 1)
    walkOn(trial, FIRST(procedure))
    judgeEnd(trial, 'finished')
  })

  const refusers = procedure.policy.reject?.by ?? []
  test.each(refusers)('is refused at "%s"', (step) => {
    const trial = reach(procedure, step)
    const task = trial.task(step)
    trial.must(actorFor(task), { type: 'reject', task: task.task, reason: 'Tidak dapat dipenuhi' })
    judgeEnd(trial, 'rejected')
    expect(trial.types().includes('letter-numbered')).toBe(procedure.policy.reject?.letter !== undefined)
  })

  const before = procedure.policy.withdraw?.before
  test.each(before ? [before] : [])('may be withdrawn until "%s" begins, and not after', (step) => {
    for (const at of procedure.steps.map((one) => one.step)) {
      if (at === procedure.steps[0]?.step) continue
      const trial = reachOnSomeWay(procedure, at)
      const isBeyond = trial.dossier().traces[step]?.isFinished === true
      const decided = trial.try(applicant(), { type: 'withdraw', reason: 'Tidak jadi' })
      expect([at, decided.ok]).toEqual([at, !isBeyond])
      if (decided.ok) judgeEnd(trial, 'withdrawn')
    }
    const begun = reach(procedure, step)
    begun.must(actorFor(begun.task(step)), { type: 'take', task: begun.task(step).task })
    expect(begun.refusal(applicant(), { type: 'withdraw', reason: '' }).code).toBe('not-allowed')
  })
})

test('Tulungagung rows 11 to 13: a draft that goes back does not send the e-mail a second time', () => {
  const [, procedure] = procedures.find(([file]) => file.startsWith('tulungagung/')) ?? []
  if (!procedure) throw new Error('No procedure of Tulungagung')
  const trial = begin(procedure)
  walkOn(trial, FIRST(procedure), { wanted: { step: 'periksa-konsep', answer: 'ya' } })
  const rounds = (step: string) => trial.dossier().tasks.filter((task) => task.step === step).length
  expect([rounds('kirim-email'), rounds('periksa-hasil'), rounds('periksa-konsep'), rounds('terima')]).toEqual([
    1, 2, 2, 1,
  ])
  expect(trial.dossier().letters.map((letter) => letter.letter)).toEqual(['email-persetujuan', 'surat-balasan'])
})

/** As walked with the shortest answers. */
const reach = (procedure: Procedure, step: string): Trial => {
  const trial = begin(procedure)
  walkOn(trial, FIRST(procedure), { stopAt: step })
  return trial
}

/** Also steps that only another answer leads to. */
const reachOnSomeWay = (procedure: Procedure, step: string): Trial => {
  for (const wanted of [undefined, ...exitsToTake(procedure)]) {
    const trial = begin(procedure)
    walkOn(trial, FIRST(procedure), wanted ? { wanted, stopAt: step } : { stopAt: step })
    if (trial.dossier().status === 'open' && trial.open().includes(step)) return trial
  }
  throw new Error(`No way leads to "${step}"`)
}
