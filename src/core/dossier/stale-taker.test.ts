// A task that somebody has taken and can no longer do.
import { describe, expect, test } from 'vitest'
import type { HeldMandate } from '../person/mandate.ts'
import { DESK, ENTERED, POSTS, submitCommand } from './office.fixture.ts'
import { applicant, livingOf, officer, procedureFrom, system, type Trial, trialOf } from './trial.fixture.ts'

const DAY = 24 * 60
const mandate = (person: string, over: Partial<HeldMandate> = {}): HeldMandate => ({
  mandate: person,
  person,
  name: `Pejabat ${person}`,
  post: 'loket',
  capacity: 'definitive',
  fromOn: '2020-01-01',
  toOn: null,
  decree: null,
  ...over,
})

/** The first officer has taken it on the 20th; on the 21st there is a Plh. */
const takenBy = (person: string, mandates: HeldMandate[]): Trial => {
  const trial = trialOf(procedureFrom(DESK), { posts: POSTS, living: { ...livingOf(POSTS), mandates } })
  trial.must(applicant(), submitCommand())
  trial.must(officer('loket', person), { type: 'take', task: trial.task('catat').task })
  return trial
}

const PLH = mandate('plh', { capacity: 'plh', fromOn: '2026-11-21', toOn: '2026-11-21' })
const release = (trial: Trial) => ({ type: 'release-stale' as const, task: trial.task('catat').task })
const take = (trial: Trial) => ({ type: 'take' as const, task: trial.task('catat').task })

describe('what was taken', () => {
  test('keeps colleagues off while whoever took it does the work of the post', () => {
    const trial = takenBy('pemegang', [mandate('pemegang'), mandate('rekan'), PLH])
    expect(trial.refusal(officer('loket', 'rekan'), take(trial)).code).toBe('taken-by-other')
    expect(trial.must(system('release-taken'), release(trial))).toEqual([])
  })

  test('is released by the system with its reason from the first day of a Plh., and no sooner', () => {
    const trial = takenBy('pemegang', [mandate('pemegang'), PLH])
    expect(trial.must(system('release-taken'), release(trial))).toEqual([])
    trial.tick(DAY)
    expect(trial.must(system('release-taken'), release(trial))).toMatchObject([
      { type: 'task-released', reason: { id: expect.stringContaining('Plh. loket (Pejabat plh)') } },
    ])
    expect(trial.task('catat').takenBy).toBeNull()
  })

  test('is in nobody’s way before the system has seen it: it is taken over, or done at once', () => {
    const trial = takenBy('pemegang', [mandate('pemegang'), PLH])
    trial.tick(DAY)
    expect(trial.must(officer('loket', 'plh'), take(trial)).map(({ type }) => type)).toEqual([
      'task-released',
      'task-taken',
    ])
    const other = takenBy('pemegang', [mandate('pemegang'), PLH])
    other.tick(DAY)
    const answer = { type: 'finish-step' as const, task: other.task('catat').task, answer: ENTERED }
    expect(other.try(officer('loket', 'plh'), answer).ok).toBe(true)
  })

  test('stays with whoever took it where nobody else does the work now', () => {
    const trial = takenBy('pemegang', [mandate('pemegang', { toOn: '2026-11-20' })])
    trial.tick(DAY)
    expect(trial.must(system('release-taken'), release(trial))).toEqual([])
  })

  test('is not released in this way by people', () => {
    const trial = takenBy('pemegang', [mandate('pemegang'), PLH])
    expect(trial.refusal(officer('loket', 'plh'), release(trial)).code).toBe('not-allowed')
  })
})
