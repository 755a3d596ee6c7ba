// Work in a team: who may give a task to whom, and what stays as it was.
import { beforeEach, describe, expect, test } from 'vitest'
import type { HeldMandate } from '../person/mandate.ts'
import type { Command } from './commands.ts'
import { DESK, submitCommand } from './office.fixture.ts'
import { applicant, livingOf, officer, procedureFrom, system, type Trial, trialOf } from './trial.fixture.ts'

/** The first stands above the others. */
const POSTS = ['kepala', 'loket', 'kabid', 'teknisi']
const held = (person: string, post: string, toOn: string | null = null): HeldMandate => ({
  mandate: `m-${person}`,
  person,
  name: `Nama ${person}`,
  post,
  capacity: 'definitive',
  fromOn: '2020-01-01',
  toOn,
  decree: null,
})
const MANDATES = [
  held('ani', 'loket'),
  held('budi', 'loket'),
  held('dewi', 'loket', '2025-12-31'),
  held('cahya', 'kepala'),
  held('eko', 'teknisi'),
]

let trial: Trial
const handOver = (to: string, note = ''): Command => ({ type: 'hand-over', task: trial.task('catat').task, to, note })
const release = (): Command => ({ type: 'release', task: trial.task('catat').task })
const holder = () => trial.task('catat').takenBy

beforeEach(() => {
  const living = { ...livingOf(POSTS), mandates: MANDATES }
  trial = trialOf(procedureFrom(DESK), { posts: POSTS, living })
  trial.must(applicant(), submitCommand())
})

describe('Handing a task over', () => {
  test('puts it into the hands of the colleague, with name and note in the record', () => {
    const events = trial.must(officer('loket', 'ani'), handOver('budi', 'Tolong lanjutkan'))
    expect(events).toMatchObject([
      { type: 'task-handed-over', to: 'budi', name: 'Nama budi', note: 'Tolong lanjutkan' },
    ])
    expect(holder()).toBe('budi')
    expect(trial.refusal(officer('loket', 'ani'), { type: 'take', task: trial.task('catat').task }).code).toBe(
      'taken-by-other',
    )
    trial.must(officer('loket', 'budi'), {
      type: 'finish-step',
      task: trial.task('catat').task,
      answer: { urgency: 'biasa', secrecy: 'biasa' },
    })
    expect(trial.open()).toEqual(['disposisi'])
  })

  test('leaves step and due time as they are', () => {
    const before = trial.task('catat')
    trial.must(officer('loket', 'ani'), handOver('budi'))
    expect(trial.task('catat')).toEqual({ ...before, takenBy: 'budi' })
  })

  test.each([
    ['somebody who holds another post', 'eko'],
    ['somebody whose mandate has ended', 'dewi'],
    ['whoever stands above, but does not hold the post', 'cahya'],
    ['somebody unknown', 'tidak-ada'],
  ])('is refused for %s, and says where', (_, to) => {
    const refusal = trial.refusal(officer('loket', 'ani'), handOver(to))
    expect(refusal).toMatchObject({ code: 'invalid-answer', at: [['to']] })
    expect(holder()).toBeNull()
  })

  test.each([
    ['an officer of another post', officer('teknisi', 'eko')],
    ['the applicant', applicant()],
    ['a machine', system()],
  ])('is not for %s', (_, by) => {
    expect(trial.refusal(by, handOver('budi')).code).toBe('not-yours')
  })

  test('a colleague does not reach into the hands of another; whoever stands above does', () => {
    trial.must(officer('loket', 'budi'), { type: 'take', task: trial.task('catat').task })
    expect(trial.refusal(officer('loket', 'ani'), handOver('ani')).code).toBe('taken-by-other')
    trial.must(officer('kepala', 'cahya'), handOver('ani'))
    expect(holder()).toBe('ani')
  })

  test('to whoever has it already does nothing more', () => {
    trial.must(officer('loket', 'ani'), handOver('budi'))
    expect(trial.must(officer('kepala', 'cahya'), handOver('budi'))).toEqual([])
  })

  test('of a task that is done is told so', () => {
    const command = handOver('budi')
    trial.finish('catat', { urgency: 'biasa', secrecy: 'biasa' })
    for (const by of [officer('loket', 'ani'), officer('kepala', 'cahya')])
      expect(trial.refusal(by, command).code).toBe('already-done')
  })

  test('waits while the system is at work', () => {
    trial.finish('catat', { urgency: 'biasa', secrecy: 'biasa' })
    trial.finish('disposisi', {})
    const task = trial.task('buat').task
    trial.must(officer('teknisi', 'eko'), { type: 'finish-step', task, answer: { mode: 'system' } })
    expect(trial.refusal(officer('kepala', 'cahya'), { type: 'hand-over', task, to: 'eko', note: '' }).code).toBe(
      'effect-running',
    )
    expect(trial.refusal(officer('kepala', 'cahya'), { type: 'release', task }).code).toBe('effect-running')
  })
})

describe('Giving back to the basket', () => {
  test('is for whoever took it and for whoever stands above, not for a colleague', () => {
    trial.must(officer('loket', 'budi'), { type: 'take', task: trial.task('catat').task })
    expect(trial.refusal(officer('loket', 'ani'), release()).code).toBe('taken-by-other')
    expect(trial.refusal(officer('teknisi', 'eko'), release()).code).toBe('not-yours')
    trial.must(officer('kepala', 'cahya'), release())
    expect(holder()).toBeNull()
    expect(trial.must(officer('kepala', 'cahya'), release())).toEqual([])
  })
})
