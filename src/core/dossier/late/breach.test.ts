// Why work was late: who is asked, who may take note, and that the work never waits for either.
import { describe, expect, test } from 'vitest'
import { DESK, waitingAt } from '../office.fixture.ts'
import { project } from '../project.ts'
import { applicant, officer, type Trial } from '../trial.fixture.ts'

const TIMED = DESK.replace('activity: Mendisposisikan,', 'activity: Mendisposisikan, time: 1 jam,')

/** The head's hour is over: his step is late. In this office the front desk stands above all. */
const late = (): Trial => {
  const trial = waitingAt('disposisi', TIMED)
  trial.setNow('2026-11-23T02:00:00.000Z')
  return trial
}
const clock = (trial: Trial): string => trial.task('disposisi').task
const explain = (trial: Trial, reason = 'beban-kerja', note = '') => ({
  type: 'explain-breach' as const,
  clock: clock(trial),
  reason,
  note,
})

describe('The reason of a delay', () => {
  test('is given by the post that holds the work, and may be given anew', () => {
    const trial = late()
    trial.must(officer('kepala'), explain(trial))
    trial.must(officer('kepala'), explain(trial, 'lainnya', ' Listrik padam '))
    expect(trial.dossier().breaches).toMatchObject([
      { clock: clock(trial), step: 'disposisi', reason: 'lainnya', note: 'Listrik padam', acknowledged: null },
    ])
  })

  test('is not taken from another post, an applicant, or for what is in time', () => {
    const trial = waitingAt('disposisi', TIMED)
    expect(trial.refusal(officer('kepala'), explain(trial)).code).toBe('not-open')
    trial.setNow('2026-11-23T02:00:00.000Z')
    expect(trial.refusal(officer('loket'), explain(trial)).code).toBe('not-yours')
    expect(trial.refusal(applicant(), explain(trial)).code).toBe('not-yours')
    expect(trial.refusal(officer('kepala'), { ...explain(trial), clock: 'promise' }).code).toBe('not-open')
  })

  test('stands in the list of the office; "other" needs words, and nobody writes a book', () => {
    const trial = late()
    expect(trial.refusal(officer('kepala'), explain(trial, 'malas')).at).toEqual([['reason']])
    expect(trial.refusal(officer('kepala'), explain(trial, 'lainnya', '  ')).at).toEqual([['note']])
    expect(trial.refusal(officer('kepala'), explain(trial, 'beban-kerja', 'x'.repeat(2001))).at).toEqual([['note']])
  })

  test('does not hold the work back, and can be given after it', () => {
    const trial = late()
    const task = clock(trial)
    trial.finish('disposisi', { note: 'Tindak lanjuti' })
    expect(trial.open()).toEqual(['buat'])
    trial.must(officer('kepala'), { type: 'explain-breach', clock: task, reason: 'beban-kerja', note: '' })
    expect(trial.dossier().breaches).toHaveLength(1)
  })
})

describe('Taking note of a reason', () => {
  const given = () => {
    const trial = late()
    trial.must(officer('kepala', 'orang-a'), explain(trial))
    return { trial, note: { type: 'acknowledge-breach' as const, clock: clock(trial), remark: 'Atur penggantinya.' } }
  }

  test('is for a post above, and then the reason stays as it is', () => {
    const { trial, note } = given()
    trial.must(officer('loket', 'orang-b'), note)
    expect(trial.dossier().breaches[0]?.acknowledged).toMatchObject({ remark: 'Atur penggantinya.' })
    expect(trial.refusal(officer('loket', 'orang-b'), note).code).toBe('already-done')
    expect(trial.refusal(officer('kepala', 'orang-a'), explain(trial)).code).toBe('already-done')
  })

  test('is not for the same post, one beside it, the applicant, or the same person under another hat', () => {
    const { trial, note } = given()
    expect(trial.refusal(officer('kepala', 'orang-c'), note).code).toBe('not-allowed')
    expect(trial.refusal(officer('kabid'), note).code).toBe('not-allowed')
    expect(trial.refusal(applicant(), note).code).toBe('not-allowed')
    expect(trial.refusal(officer('loket', 'orang-a'), note).sentence.en).toContain('Your own reason')
  })

  test('needs a reason to take note of', () => {
    const trial = late()
    const note = { type: 'acknowledge-breach' as const, clock: clock(trial), remark: '' }
    expect(trial.refusal(officer('loket'), note).code).toBe('not-open')
  })
})

describe('The rows of the board', () => {
  const rows = (trial: Trial, act: () => void) => {
    const before = trial.dossier()
    const since = trial.events.length
    act()
    const events = trial.events.slice(since)
    const now = events.at(-1)?.at ?? ''
    const { procedure, living: office } = trial
    return project({ agency: 'demak', procedure, office, clientName: '', before, after: trial.dossier(), events, now })
  }

  test('tell of work that ended late, and of its reason', () => {
    const trial = late()
    const task = clock(trial)
    const { breaches } = rows(trial, () => trial.finish('disposisi', { note: 'x' }))
    expect(breaches).toMatchObject([{ clock: task, step: 'disposisi', posts: ['kepala'], reason: null }])
    const reason = { type: 'explain-breach' as const, clock: task, reason: 'beban-kerja', note: '' }
    expect(rows(trial, () => trial.must(officer('kepala'), reason)).breaches).toMatchObject([
      { clock: task, reason: 'beban-kerja', explained_post: 'kepala', acknowledged_at: null },
    ])
  })

  test('leave out what ended in time, and what was dropped because the request was withdrawn', () => {
    const inTime = waitingAt('disposisi', TIMED)
    expect(rows(inTime, () => inTime.finish('disposisi', { note: 'x' })).breaches).toEqual([])
    const gone = late()
    expect(rows(gone, () => gone.must(applicant(), { type: 'withdraw', reason: '' })).breaches).toEqual([])
  })
})
