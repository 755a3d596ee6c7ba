// Maker is not checker: the same person may not do two steps that the policy puts together, under whatever hat.
import { describe, expect, test } from 'vitest'
import { lintProcedure } from '../procedure/lint.ts'
import { readProcedure } from '../procedure/read.ts'
import { procedureJson, procedureYaml } from '../procedure/write.ts'
import type { Dossier } from './dossier.ts'
import type { By } from './events.ts'
import { DESK, ENTERED, POSTS, submitCommand } from './office.fixture.ts'
import { applicant, livingOf, officer, procedureFrom, type Trial, trialOf } from './trial.fixture.ts'

const FOUR_EYES = DESK.replace('  rating: true', '  fourEyes: [[catat, disposisi]]\n  rating: true')
const MAKER = 'orang-rangkap'

const held = (person: string, post: string) => ({
  mandate: `${person}-${post}`,
  person,
  name: `Pejabat ${person}`,
  post,
  capacity: 'definitive' as const,
  fromOn: '2020-01-01',
  toOn: null,
  decree: null,
})

/** The letter lies with the head; the one who entered it holds both posts. */
const atTheHead = (people: string[], yaml = FOUR_EYES): Trial => {
  const living = { ...livingOf(POSTS), mandates: people.map((person) => held(person, 'kepala')) }
  const trial = trialOf(procedureFrom(yaml), { posts: POSTS, living })
  trial.must(applicant(), submitCommand())
  trial.must(officer('loket', MAKER), { type: 'finish-step', task: trial.task('catat').task, answer: ENTERED })
  return trial
}

const finish = (trial: Trial) => ({ type: 'finish-step' as const, task: trial.task('disposisi').task, answer: {} })
const substitute: By = { kind: 'post', person: MAKER, post: 'kepala', capacity: 'substitute', name: 'Pembuat' }

describe('a step that checks another', () => {
  test.each<[string, By]>([
    ['under another post of the same person', officer('kepala', MAKER)],
    ['as a substitute of the holder', substitute],
  ])('is not finished, taken or refused by its maker, %s', (_, by) => {
    const trial = atTheHead([MAKER, 'lain'])
    const { task } = trial.task('disposisi')
    for (const command of [
      finish(trial),
      { type: 'take' as const, task },
      { type: 'reject' as const, task, reason: 'x' },
    ])
      expect(trial.refusal(by, command)).toMatchObject({
        code: 'not-allowed',
        sentence: { id: expect.stringContaining('Yang dapat mengerjakan langkah ini: Pejabat lain.') },
      })
  })

  test('says that somebody has to be named, where nobody else does the work of the post', () => {
    const trial = atTheHead([MAKER])
    expect(trial.refusal(officer('kepala', MAKER), finish(trial)).sentence.id).toContain('minta pengelola')
  })

  test('is done by anybody else, and by the maker where no policy asks', () => {
    const trial = atTheHead([MAKER, 'lain'])
    expect(trial.try(officer('kepala', 'lain'), finish(trial)).ok).toBe(true)
    const free = atTheHead([MAKER, 'lain'], DESK)
    expect(free.try(officer('kepala', MAKER), finish(free)).ok).toBe(true)
  })

  test('counts whoever did the other step last', () => {
    const trial = atTheHead([MAKER, 'lain'])
    const again: Dossier['tasks'] = trial.dossier().tasks
    expect(again.filter((task) => task.step === 'catat').at(-1)?.closedBy).toMatchObject({ person: MAKER })
  })
})

describe('in the file', () => {
  test('a name that is no step is an error on its line', () => {
    const wrong = FOUR_EYES.replace('[[catat, disposisi]]', '[[catat, diposisi]]')
    const faults = lintProcedure(wrong).filter(({ severity }) => severity === 'error')
    expect(faults.map(({ sentence }) => sentence.id)).toEqual([expect.stringContaining('"diposisi"')])
  })

  test('one step alone stands beside nothing', () => {
    expect(readProcedure(FOUR_EYES.replace('[[catat, disposisi]]', '[[catat]]')).ok).toBe(false)
  })

  test('is written as it was read', () => {
    const read = readProcedure(FOUR_EYES)
    if (!read.ok) throw new Error('It cannot be read')
    for (const written of [procedureYaml(read.file), procedureJson(read.file)]) {
      const again = readProcedure(written)
      expect(again.ok && again.procedure.policy.fourEyes).toEqual([['catat', 'disposisi']])
    }
  })
})
