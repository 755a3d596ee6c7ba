// Which jobs follow from what has happened; above all, what the applicant hears of by mail.
import { describe, expect, test } from 'vitest'
import type { Occasion } from '../notice/occasions.ts'
import {
  askInitials,
  DESK,
  deskTrial,
  ENTERED,
  fileLetter,
  initial,
  prove,
  submitCommand,
  waitingAt,
} from './office.fixture.ts'
import { reactions } from './reactions.ts'
import { applicant, officer, system, type Trial } from './trial.fixture.ts'

const isForApplicant = (occasion: Occasion): boolean => occasion !== 'work-arrived'

/** Jobs after the last command, as short words. */
const jobsAfter = (trial: Trial, act: () => void): string[] => {
  const before = trial.events.length
  act()
  return reactions('demak', trial.dossier(), trial.events.slice(before))
    .filter((job) => job.task !== 'read-papers')
    .flatMap((job) =>
      job.task === 'notify' ? job.payload.told.map(({ occasion }) => occasion).filter(isForApplicant) : [job.task],
    )
}

test('papers that come in are read once for each command, whatever else it does', () => {
  const trial = deskTrial()
  const readingAfter = (act: () => void): string[] => {
    const before = trial.events.length
    act()
    const jobs = reactions('demak', trial.dossier(), trial.events.slice(before))
    return jobs.filter((job) => job.task === 'read-papers').map((job) => job.key)
  }
  const { length } = readingAfter(() => trial.must(applicant(), submitCommand()))
  expect(length).toBe(1)
  expect(readingAfter(() => trial.finish('catat', ENTERED))).toEqual([])
})

describe('the applicant hears by mail', () => {
  test('that the request has come in', () => {
    const trial = deskTrial()
    expect(jobsAfter(trial, () => trial.must(applicant(), submitCommand()))).toEqual(['received'])
  })

  test('that it was entered, but only the first time', () => {
    const again = DESK.replace(
      'forwardsTo: teknisi }',
      'forwardsTo: teknisi, decides: { question: L?, exits: [{ answer: ya, label: Y, to: buat }, { answer: ulang, label: U, to: catat }] } }',
    )
    const trial = waitingAt('catat', again)
    expect(jobsAfter(trial, () => trial.finish('catat', ENTERED))).toEqual(['entered'])
    trial.finish('disposisi', { exit: 'ulang' })
    expect(jobsAfter(trial, () => trial.finish('catat', ENTERED))).toEqual([])
  })

  test('that it came back, once, although that also opens a step of theirs', () => {
    const trial = waitingAt('buat')
    const { task } = trial.task('buat')
    expect(jobsAfter(trial, () => trial.must(officer('teknisi'), { type: 'return', task, reason: 'x' }))).toEqual([
      'returned',
    ])
  })

  test('that it is their turn, when the path leads to them', () => {
    const asking = DESK.replace(
      '  - { step: disposisi, actor: kepala',
      '  - { step: lengkapi, actor: pemohon, act: do, activity: Melengkapi, makes: [lampiran] }\n  - { step: disposisi, actor: kepala',
    )
    const trial = waitingAt('catat', asking)
    expect(jobsAfter(trial, () => trial.finish('catat', ENTERED))).toEqual(['entered', 'your-turn'])
  })

  test('of a letter, not also that it is their turn to receive it', () => {
    const trial = waitingAt('kirim')
    askInitials(trial)
    for (const post of ['kepala', 'kabid']) initial(trial, post)
    expect(jobsAfter(trial, () => trial.finish('kirim', { phase: 'send' }))).toEqual(['make-letter'])
    const { task } = trial.task('kirim')
    expect(jobsAfter(trial, () => trial.must(system(), fileLetter(task)))).toEqual(['letter'])
  })

  test('of a refusal when its letter is there, or at once where none is written', () => {
    const reject = (trial: Trial) => () =>
      trial.must(officer('kepala'), { type: 'reject', task: trial.task('disposisi').task, reason: 'x' })
    const trial = waitingAt('disposisi')
    expect(jobsAfter(trial, reject(trial))).toEqual(['make-letter'])
    expect(jobsAfter(trial, () => trial.must(system(), fileLetter(null, 'penolakan')))).toEqual(['rejected'])
    const without = waitingAt('disposisi', DESK.replace(', letter: penolakan', ''))
    expect(jobsAfter(without, reject(without))).toEqual(['rejected'])
  })

  test('of a withdrawal and of the end', () => {
    const withdrawn = waitingAt('catat')
    expect(jobsAfter(withdrawn, () => withdrawn.must(applicant(), { type: 'withdraw', reason: '' }))).toEqual([
      'withdrawn',
    ])
    const trial = waitingAt('terima')
    expect(jobsAfter(trial, () => trial.finish('terima'))).toEqual(['finished'])
  })
})

test('technical work is queued once for each attempt', () => {
  const trial = waitingAt('buat')
  const before = trial.events.length
  trial.finish('buat')
  const { task } = trial.task('buat')
  expect(reactions('demak', trial.dossier(), trial.events.slice(before))).toEqual([
    { task: 'fulfil', key: `fulfil:${task}:1`, payload: { agency: 'demak', dossier: 'berkas-1', task, attempt: 1 } },
  ])
})

test('every notice has a key of its own, so that a job that is queued twice tells it once', () => {
  const trial = waitingAt('buat')
  prove(trial)
  const keys = reactions('demak', trial.dossier(), trial.events).map((job) => job.key)
  expect(new Set(keys).size).toBe(keys.length)
})
