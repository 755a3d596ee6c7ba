// The rows that lists read: made from the state of a dossier, and only where something changed.
import { describe, expect, test } from 'vitest'
import { office } from '../clock/office.fixture.ts'
import { askInitials, DESK, ENTERED, fileLetter, initial, waitingAt } from './office.fixture.ts'
import { project } from './project.ts'
import { applicant, livingOf, officer, system, type Trial } from './trial.fixture.ts'

/** Rows of one command. */
const rowsOf = (trial: Trial, act: () => void) => {
  const before = trial.dossier()
  const since = trial.events.length
  act()
  const after = trial.dossier()
  const events = trial.events.slice(since)
  const now = events.at(-1)?.at ?? ''
  const { procedure } = trial
  return project({
    agency: 'demak',
    procedure,
    office: { ...livingOf(['loket']), calendar: office },
    clientName: 'Dinas Arsip',
    before,
    after,
    events,
    now,
  })
}

describe('the rows of a dossier', () => {
  test('tell only the tasks that changed, and the posts whose list changes', () => {
    const trial = waitingAt('catat')
    const rows = rowsOf(trial, () => trial.finish('catat', ENTERED))
    expect(rows.tasks.map(({ step, outcome }) => [step, outcome])).toEqual([
      ['catat', 'finished'],
      ['disposisi', null],
    ])
    expect(rows.posts).toEqual(['loket', 'kepala'])
    expect(rowsOf(trial, () => trial.must(applicant(), COMMENT))).toMatchObject({ tasks: [], posts: [], agenda: [] })
  })

  test('keep the line of the agenda where it was entered first, also when it comes round in the next year', () => {
    const trial = waitingAt('catat', DESK.replace('forwardsTo: teknisi }', GOING_ROUND))
    const first = rowsOf(trial, () => trial.finish('catat', ENTERED)).agenda[0]
    trial.finish('disposisi', { exit: 'ulang' })
    trial.setNow('2027-01-05T02:00:00.000Z')
    const again = rowsOf(trial, () => trial.finish('catat', { ...ENTERED, urgency: 'biasa' })).agenda[0]
    expect(first).toMatchObject({ year: 2026 })
    expect(again).toEqual({ ...first, urgency: 'biasa' })
  })

  test('give a step its due time by the standard of the SOP, and the applicant none', () => {
    const trial = waitingAt('disposisi')
    const rows = rowsOf(trial, () => trial.must(officer('kepala'), reject(trial)))
    expect(rows.dossier).toMatchObject({ status: 'rejected', client: 'dinas-arsip' })
    const first = waitingAt('catat')
    const due = rowsOf(first, () => first.must(officer('loket'), back(first)))
    expect(due.tasks.map(({ step, due_at }) => [step, due_at !== null])).toEqual([
      ['catat', true],
      ['ajukan', false],
    ])
  })

  test('count the attachments that are written in a letter, keep its code in the book, and tell which letter it is', () => {
    const trial = waitingAt('kirim')
    askInitials(trial)
    for (const one of ['kepala', 'kabid']) initial(trial, one)
    rowsOf(trial, () => trial.finish('kirim', { phase: 'send', draft: '' }))
    const filed = { ...fileLetter(trial.task('kirim').task), attachments: 2 }
    const rows = rowsOf(trial, () => trial.must(system('make-letter'), filed))
    expect(rows.outgoing).toMatchObject([{ state: 'used', attachments: 2, check_code: expect.any(String) }])
    // Not the subject of the dossier alone, which all its letters share.
    expect(rows.outgoing).toMatchObject([{ subject: `Balasan: ${trial.dossier().subject}` }])
  })

  test('let a caller be found by any number, the wanted name or the client', () => {
    const trial = waitingAt('disposisi')
    const { search_text } = rowsOf(trial, () => trial.must(applicant(), COMMENT)).dossier
    for (const word of ['7K4P9QXR2M', 'arsip.demakkab.go.id', 'Dinas Arsip', trial.dossier().number]) {
      expect(search_text).toContain(word)
    }
    expect(search_text).not.toContain('Mohon')
  })
})

const COMMENT = { type: 'comment' as const, text: 'Mohon dipercepat', visibleToApplicant: true }
const reject = (trial: Trial) => ({ type: 'reject' as const, task: trial.task('disposisi').task, reason: 'x' })
const back = (trial: Trial) => ({ type: 'return' as const, task: trial.task('catat').task, reason: 'x' })
const GOING_ROUND =
  'forwardsTo: teknisi, decides: { question: L?, exits: [{ answer: ya, label: Y, to: buat }, { answer: ulang, label: U, to: catat }] } }'
