// What the clock said when a step closed stays in the record, whatever becomes of the calendar.
import { expect, test } from 'vitest'
import { calendarOf, officeData, wib } from '../clock/office.fixture.ts'
import { type ClockInput, clockOf } from './clocks.ts'
import { fold } from './evolve.ts'
import { DESK, ENTERED, POSTS, waitingAt } from './office.fixture.ts'
import { applicant, livingOf, officer, type Trial } from './trial.fixture.ts'

const PROMISED = DESK.replace('title: Nama situs', 'title: Nama situs\npromise: 2 hari')
const office = livingOf(POSTS)
// The whole Friday has become a holiday after all.
const closed = calendarOf({
  ...officeData,
  holidays: [...officeData.holidays, { on: '2026-11-20', name: 'Libur susulan', kind: 'holiday' }],
})
const mended = { ...office, calendar: closed, calendars: { utama: closed } }

const input = (trial: Trial, living: typeof office): ClockInput => ({
  procedure: trial.procedure,
  dossier: trial.dossier(),
  office: living,
  now: wib('2026-12-01 09.00'),
})

const finished = (): Trial => {
  const trial = waitingAt('catat', PROMISED)
  trial.tick(4)
  trial.finish('catat', ENTERED)
  return trial
}

test('a closed step keeps its due, the minutes it took and the calendar it was counted by', () => {
  expect(finished().events.find((event) => event.type === 'step-finished' && event.step === 'catat')).toMatchObject({
    clock: { dueAt: wib('2026-11-20 09.05'), usedMinutes: 4, calendar: 'utama' },
  })
})

test('a calendar that is edited later changes nothing of it', () => {
  const trial = finished()
  const { task } = trial.dossier().tasks.find((one) => one.step === 'catat') ?? { task: '' }
  const { calendar: _, ...before } = clockOf(input(trial, office), task) ?? { calendar: null }
  expect(clockOf(input(trial, mended), task)).toMatchObject(before)
  expect(clockOf(input(trial, mended), task)).toMatchObject({ usedMinutes: 4, standing: 'in-time' })
})

test('a fact of before, which kept nothing, is counted by the calendar of today', () => {
  const trial = finished()
  const old = trial.events.map((event) => {
    if (event.type !== 'step-finished') return event
    const { clock: _, ...rest } = event
    return rest
  })
  const dossier = fold('berkas-1', old)
  if (!dossier) throw new Error('no dossier')
  const { task } = dossier.tasks.find((one) => one.step === 'catat') ?? { task: '' }
  expect(clockOf({ ...input(trial, mended), dossier }, task)).toMatchObject({ usedMinutes: 0 })
  expect(clockOf({ ...input(trial, office), dossier }, task)).toMatchObject({ usedMinutes: 4 })
})

test('a dossier that ends keeps what its promise said, however it ends', () => {
  const ended = waitingAt('end', PROMISED)
  const withdrawn = waitingAt('catat', PROMISED)
  withdrawn.tick(60)
  withdrawn.must(applicant(), { type: 'withdraw', reason: '' })
  const refused = waitingAt('disposisi', PROMISED)
  refused.must(officer('kepala'), { type: 'reject', task: refused.task('disposisi').task, reason: 'Tidak' })
  for (const trial of [ended, withdrawn, refused])
    expect(trial.dossier().promise).toMatchObject({ dueAt: wib('2026-11-24 09.00'), calendar: 'utama' })
  expect(withdrawn.dossier().promise?.usedMinutes).toBe(60)
  expect(clockOf(input(withdrawn, mended), 'promise')).toMatchObject({ usedMinutes: 60 })
})
