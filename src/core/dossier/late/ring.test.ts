// Rungs of the ladder, each once: when they come, when they do not, and what is told of those that came while nobody looked.
import { describe, expect, test } from 'vitest'
import { DEFAULT_LADDER } from '../../clock/ladder-schema.ts'
import { calendarOf } from '../../clock/office.fixture.ts'
import { DESK, ENTERED, FORM, waitingAt } from '../office.fixture.ts'
import { applicant, officer, system, type Trial } from '../trial.fixture.ts'
import { timersOf } from './timers.ts'

/** Friday 20 November 2026, 09.00: the front desk has five minutes, the head an hour, the whole four hours. */
const TIMED = DESK.replace('title: Nama situs\n', 'title: Nama situs\npromise: 4 jam\n').replace(
  'activity: Mendisposisikan,',
  'activity: Mendisposisikan, time: 1 jam,',
)
const waiting = (step: 'catat' | 'disposisi' | 'end' = 'catat', yaml = TIMED): Trial => waitingAt(step, yaml)

const timers = (trial: Trial, office = trial.living) => {
  const { procedure, dossier } = trial
  return timersOf({ procedure, dossier: dossier(), office, now: dossier().submittedAt }).map(
    ({ task, rung, ring_at }) => [task === null ? 'promise' : 'step', rung, ring_at.slice(11, 16)],
  )
}

const ring = (trial: Trial, clock: string, rung: string) =>
  trial.must(system('ring'), { type: 'ring', clock, rung }).map((event) => {
    if (event.type !== 'rung-reached') throw new Error(event.type)
    return { rung: event.rung, tell: event.tell }
  })

describe('What will ring', () => {
  test('is the next rung of each clock that runs: the warning of the step, the warning of the promise', () => {
    expect(timers(waiting())).toEqual([
      ['promise', 'peringatan', '06:30'],
      ['step', 'peringatan', '02:04'],
    ])
  })

  test('is the next one when a rung was reached, and nothing after the last', () => {
    const trial = waiting()
    const { task } = trial.task('catat')
    trial.tick(4)
    ring(trial, task, 'peringatan')
    expect(timers(trial)[1]).toEqual(['step', 'terlewat', '02:06'])
    trial.setNow('2026-12-20T02:00:00.000Z')
    ring(trial, task, 'terlewat')
    expect(timers(trial).map(([kind]) => kind)).toEqual(['promise'])
  })

  test('ends with the step, and begins anew with the next one', () => {
    const trial = waiting()
    trial.finish('catat', ENTERED)
    expect(timers(trial)[1]).toEqual(['step', 'peringatan', '02:45'])
  })

  test('is nothing while the promise waits for the applicant, and something again afterwards', () => {
    const trial = waiting()
    trial.must(officer('loket'), { type: 'return', task: trial.task('catat').task, reason: 'Surat kurang.' })
    expect(timers(trial)).toEqual([])
    trial.tick(30)
    trial.finish('ajukan', { form: FORM, papers: [] })
    // Two hours and three quarters of the four were left for the office, so the warning comes half an hour later.
    expect(timers(trial)).toEqual([
      ['promise', 'peringatan', '07:00'],
      ['step', 'peringatan', '02:34'],
    ])
  })

  test('counts for a step by the working time of those who do it, and for the promise by that of the office', () => {
    const trial = waiting()
    const { agency, calendars } = trial.living
    const evening = ['17.00-21.00']
    const week = { monday: evening, tuesday: evening, wednesday: evening, thursday: evening, friday: evening }
    const malam = calendarOf({ zone: 'Asia/Jakarta', periods: [{ label: 'Malam', week }] })
    const units = agency.units.map((unit) => ({ ...unit, calendar: 'malam' }))
    const office = { ...trial.living, agency: { ...agency, units }, calendars: { ...calendars, malam } }
    expect(timers(trial, office)).toEqual([
      ['promise', 'peringatan', '06:30'],
      ['step', 'peringatan', '10:04'],
    ])
  })

  test('is nothing once the dossier has ended', () => {
    const trial = waiting()
    trial.must(applicant(), { type: 'withdraw', reason: '' })
    expect(timers(trial)).toEqual([])
  })
})

describe('A rung', () => {
  test('is told to those whom the ladder names, and counts as reached', () => {
    const trial = waiting()
    const { task } = trial.task('catat')
    trial.tick(4)
    const [event] = trial.must(system('ring'), { type: 'ring', clock: task, rung: 'peringatan' })
    expect(event).toMatchObject({
      type: 'rung-reached',
      clock: task,
      task,
      step: 'catat',
      rung: 'peringatan',
      when: '75%',
      tell: ['holder'],
      urgent: false,
      dueAt: '2026-11-20T02:05:00.000Z',
    })
    expect(trial.dossier().rungs).toMatchObject([{ clock: task, rung: 'peringatan' }])
  })

  test('comes once, however often it is rung', () => {
    const trial = waiting()
    trial.tick(4)
    expect(ring(trial, trial.task('catat').task, 'peringatan')).toHaveLength(1)
    expect(ring(trial, trial.task('catat').task, 'peringatan')).toEqual([])
  })

  test('does not come before its minute, nor after the step was finished, nor where nobody knows the clock', () => {
    const trial = waiting()
    const { task } = trial.task('catat')
    trial.tick(3)
    expect(ring(trial, task, 'peringatan')).toEqual([])
    trial.finish('catat', ENTERED)
    trial.tick(60)
    expect(ring(trial, task, 'peringatan')).toEqual([])
    expect(ring(trial, 'no-such-clock', 'peringatan')).toEqual([])
    expect(ring(trial, 'promise', 'no-such-rung')).toEqual([])
  })

  test('on the minute of the due it is still in time', () => {
    const trial = waiting()
    const { task } = trial.task('catat')
    trial.tick(5)
    expect(ring(trial, task, 'terlewat')).toEqual([])
    expect(ring(trial, task, 'peringatan')).toHaveLength(1)
    trial.tick(1)
    expect(ring(trial, task, 'terlewat')).toEqual([{ rung: 'terlewat', tell: ['holder', 'superior'] }])
  })

  test('of several that came while nobody looked the highest is told, to all of theirs; the others only stand in the record', () => {
    const trial = waiting()
    trial.setNow('2026-12-18T02:00:00.000Z')
    expect(ring(trial, 'promise', 'peringatan')).toEqual([
      { rung: 'peringatan', tell: [] },
      { rung: 'terlewat', tell: [] },
      { rung: 'eskalasi', tell: [] },
      { rung: 'eskalasi-lanjut', tell: ['holder', 'superior', 'head'] },
    ])
  })

  test('is the system’s own: nobody rings it by hand', () => {
    const trial = waiting()
    trial.tick(4)
    const { task } = trial.task('catat')
    expect(trial.refusal(officer('loket'), { type: 'ring', clock: task, rung: 'peringatan' }).code).toBe('not-allowed')
  })

  test('a procedure may have a ladder of its own', () => {
    const own = `${TIMED}  ladder: [{ rung: setengah, at: 50%, clock: promise, tell: [head] }]\n`
    expect(timers(waiting('catat', own))).toEqual([['promise', 'setengah', '04:00']])
    expect(DEFAULT_LADDER.map(({ rung }) => rung)).not.toContain('setengah')
  })
})
