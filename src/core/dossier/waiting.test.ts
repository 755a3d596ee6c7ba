// The waiting ledger: every minute of a dossier is booked to whoever is waited for.
import { expect, test } from 'vitest'
import { wib } from '../clock/office.fixture.ts'
import { askInitials, DESK, ENTERED, FORM, initial, POSTS, sideTask, waitingAt } from './office.fixture.ts'
import { livingOf, officer, proofOf, system, type Trial } from './trial.fixture.ts'
import { bookedWaits, waitKey } from './waiting.ts'

const office = livingOf(POSTS)

const booked = (trial: Trial, now: string): (string | number)[][] =>
  bookedWaits({ procedure: trial.procedure, dossier: trial.dossier(), office, now: wib(now) }).map((one) => [
    one.step,
    waitKey(one.waitedFor),
    one.workingMinutes,
    one.otherMinutes,
  ])

test('a desk, the applicant after a return, and the desk again', () => {
  const trial = waitingAt('catat')
  trial.tick(5)
  trial.must(officer('loket'), { type: 'return', task: trial.task('catat').task, reason: 'Nama belum tepat' })
  trial.setNow(wib('2026-11-23 08.00'))
  trial.finish('ajukan', { form: FORM })
  expect(booked(trial, '2026-11-23 08.10')).toEqual([
    ['catat', 'loket', 5, 0],
    // Friday from 09.05, 355 minutes, and half an hour on Monday; the rest was lunch, night and week-end.
    ['ajukan', '*applicant', 385, 3870],
    ['catat', 'loket', 10, 0],
  ])
})

test('the outside system while it is at work, and the desk when it has failed', () => {
  const trial = waitingAt('buat')
  trial.tick(10)
  trial.finish('buat')
  trial.tick(20)
  const { task, attempt } = trial.task('buat')
  trial.must(system(), {
    type: 'record-proof',
    task,
    attempt,
    proofs: [proofOf('hosting-space', false), proofOf('dns-record')],
  })
  trial.tick(5)
  expect(
    booked(trial, '2026-11-20 09.35')
      .filter(([step]) => step === 'buat')
      .map(([, who]) => who),
  ).toEqual(['teknisi', '*system', 'teknisi'])
})

test('those whose initial a draft waits for, one after the other', () => {
  const trial = waitingAt('kirim')
  trial.tick(10)
  askInitials(trial)
  trial.tick(10)
  initial(trial, 'kepala')
  trial.tick(10)
  expect(sideTask(trial, 'kabid')).toBeTruthy()
  initial(trial, 'kabid')
  expect(booked(trial, '2026-11-20 09.40').filter(([step]) => step === 'kirim')).toEqual([
    ['kirim', 'teknisi', 10, 0],
    ['kirim', 'kepala', 10, 0],
    ['kirim', 'kabid', 10, 0],
    ['kirim', 'teknisi', 10, 0],
  ])
})

test('a step that the policy declares is booked to the third party', () => {
  const trial = waitingAt('catat', `${DESK}  pauses: [{ step: disposisi, for: third-party }]\n`)
  trial.finish('catat', ENTERED)
  expect(booked(trial, '2026-11-20 09.15').at(-1)).toEqual(['disposisi', '*third-party', 15, 0])
})

test('the parts of a path without forks leave no minute out', () => {
  const trial = waitingAt('kirim')
  trial.tick(500)
  askInitials(trial)
  trial.tick(3000)
  const bookings = bookedWaits({
    procedure: trial.procedure,
    dossier: trial.dossier(),
    office,
    now: wib('2026-11-30 09.00'),
  })
  const minutes = bookings.reduce((sum, one) => sum + one.workingMinutes + one.otherMinutes, 0)
  expect(minutes).toBe(10 * 1440)
})
