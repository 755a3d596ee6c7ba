// Extending the promise: who may, how often, how far, until when, and what stays in the record.
import { describe, expect, test } from 'vitest'
import { wib } from '../clock/office.fixture.ts'
import { clockOf, promiseDue } from './clocks.ts'
import { DESK, ENTERED, FORM, POSTS, waitingAt } from './office.fixture.ts'
import { applicant, livingOf, officer, type Trial } from './trial.fixture.ts'

const office = livingOf(POSTS)
const allowing = (rule: string): string =>
  `${DESK.replace('title: Nama situs', 'title: Nama situs\npromise: 2 hari')}  extension: ${rule}\n`
const ASKED = { type: 'extend' as const, amount: '2 hari', reason: 'Menunggu alat dari gudang' }
const usual = (): Trial => waitingAt('catat', allowing('{ most: 3 hari }'))

const due = (trial: Trial): string | null =>
  promiseDue({ procedure: trial.procedure, dossier: trial.dossier(), office })

test('the post that has the dossier moves the promise by working days, with a reason', () => {
  const trial = usual()
  trial.must(officer('loket'), ASKED)
  // Filed on Friday at 09.00: due on Tuesday, then on Thursday.
  expect(trial.events.at(-1)).toMatchObject({
    type: 'extended',
    amount: 2,
    unit: 'day',
    reason: 'Menunggu alat dari gudang',
    before: wib('2026-11-24 09.00'),
    after: wib('2026-11-26 09.00'),
  })
  expect(due(trial)).toBe(wib('2026-11-26 09.00'))
  expect(trial.dossier().extension).toMatchObject({ by: officer('loket'), reason: 'Menunggu alat dari gudang' })
})

test('the superior of that post may as well', () => {
  const trial = waitingAt('disposisi', allowing('{ most: 3 hari }'))
  trial.finish('disposisi', { note: 'Tindak lanjuti' })
  trial.must(officer('loket'), ASKED)
  expect(due(trial)).toBe(wib('2026-11-26 09.00'))
})

describe('it is refused', () => {
  test('to posts that do not have the dossier, and to the applicant', () => {
    const trial = usual()
    expect(trial.refusal(officer('kabid'), ASKED).code).toBe('not-yours')
    expect(trial.refusal(applicant(), ASKED).code).toBe('not-yours')
  })

  test('a second time', () => {
    const trial = usual()
    trial.must(officer('loket'), ASKED)
    expect(trial.refusal(officer('loket'), { ...ASKED, amount: '1 jam' }).code).toBe('already-done')
  })

  test('beyond what the policy allows, also in another unit', () => {
    const trial = usual()
    expect(trial.refusal(officer('loket'), { ...ASKED, amount: '4 hari' }).sentence.id).toContain('3 hari')
    expect(trial.refusal(officer('loket'), { ...ASKED, amount: '40 jam' }).code).toBe('invalid-answer')
    trial.must(officer('loket'), { ...ASKED, amount: '20 jam' })
  })

  test('without a reason or a length that can be read', () => {
    const trial = usual()
    expect(trial.refusal(officer('loket'), { ...ASKED, reason: ' ' }).at).toEqual([['reason']])
    expect(trial.refusal(officer('loket'), { ...ASKED, amount: 'sebentar' }).at).toEqual([['amount']])
  })

  test('once the promise has run out: on its minute it may still be extended', () => {
    const late = usual()
    late.setNow(wib('2026-11-24 09.01'))
    expect(late.refusal(officer('loket'), ASKED).code).toBe('not-allowed')
    const last = usual()
    last.setNow(wib('2026-11-24 09.00.30'))
    last.must(officer('loket'), ASKED)
  })

  test('where nobody allowed it, where nothing is promised, and when the dossier has ended', () => {
    const silent = waitingAt('catat', DESK.replace('title: Nama situs', 'title: Nama situs\npromise: 2 hari'))
    expect(silent.refusal(officer('loket'), ASKED).sentence.en).toContain('does not let promises be extended')
    const untimed = waitingAt('catat', `${DESK}  extension: { most: 3 hari }\n`)
    expect(untimed.refusal(officer('loket'), ASKED).sentence.en).toContain('promises no time')
    expect(waitingAt('end', allowing('{ most: 3 hari }')).refusal(officer('loket'), ASKED).code).toBe('not-open')
  })

  test('at a step that the policy does not name', () => {
    const trial = waitingAt('catat', allowing('{ most: 3 hari, by: [disposisi] }'))
    expect(trial.refusal(officer('loket'), ASKED).code).toBe('not-yours')
    trial.finish('catat', ENTERED)
    trial.must(officer('kepala'), ASKED)
  })
})

test('what is left of both is given back after a return to the applicant', () => {
  const trial = usual()
  trial.must(officer('loket'), ASKED)
  trial.must(officer('loket'), { type: 'return', task: trial.task('catat').task, reason: 'Nama belum tepat' })
  expect(due(trial)).toBeNull()
  trial.setNow(wib('2026-11-23 09.00'))
  trial.finish('ajukan', { form: FORM })
  const clock = clockOf(
    { procedure: trial.procedure, dossier: trial.dossier(), office, now: wib('2026-11-23 09.00') },
    'promise',
  )
  // The Friday from 09.00, 360 minutes, passed in the pause, and Monday until 09.00, 90 minutes.
  expect(clock?.dueAt).toBe(wib('2026-11-27 09.00'))
})
