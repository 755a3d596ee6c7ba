// Moving a running dossier to another edition of its SOP.
import { describe, expect, test } from 'vitest'
import type { Procedure } from '../procedure/schema.ts'
import { planMove } from './move-plan.ts'
import { askInitials, DESK, initial, sideTask, submitCommand, waitingAt } from './office.fixture.ts'
import { applicant, officer, procedureFrom, system, type Trial } from './trial.fixture.ts'

const KEEPER = officer('arsiparis')
const NEXT = DESK.replace("edition: '1'", "edition: '2'")
const edition = (...changes: [string, string][]): Procedure =>
  procedureFrom(
    changes.reduce((text, [from, to]) => {
      if (!text.includes(from)) throw new Error(`Not there: ${from}`)
      return text.replaceAll(from, to)
    }, NEXT),
  )
/** The technical step has another name, and another desk. */
const RENAMED = (): Procedure =>
  edition(
    ['step: buat', 'step: bangun'],
    ['from: [catat, buat]', 'from: [catat, bangun]'],
    ['before: buat', 'before: bangun'],
  )

const move = (steps: Record<string, string> = {}, reason = 'SOP baru') =>
  ({ type: 'move-edition', edition: '2', steps, reason }) as const

const movedTo = (trial: Trial, to: Procedure, steps: Record<string, string> = {}): Trial => {
  trial.offer(to)
  trial.must(KEEPER, move(steps))
  return trial
}

const planOf = (trial: Trial, to: Procedure, mapping: Record<string, string> = {}) =>
  planMove(trial.procedure, to, { dossier: trial.dossier(), mapping })

describe('a running dossier', () => {
  test('goes on at the step of the same name, at the same desk, with its clock running on', () => {
    const trial = waitingAt('buat')
    const before = trial.task('buat')
    movedTo(trial, edition(['act: receive, activity: Menerima', 'act: receive, activity: Mengambil']))
    expect(trial.task('buat')).toEqual(before)
    expect(trial.dossier().moves).toMatchObject([{ from: '1', to: '2', reason: 'SOP baru', by: KEEPER }])
  })

  test('goes to the step that was chosen where its own is gone, and to that step’s desk', () => {
    const trial = movedTo(waitingAt('buat'), RENAMED(), { buat: 'bangun' })
    expect(trial.open()).toEqual(['bangun'])
    expect(trial.events.at(-1)).toMatchObject({ type: 'edition-moved', steps: { buat: 'bangun' } })
    movedBack(trial)
  })

  const movedBack = (trial: Trial) => {
    trial.offer(procedureFrom(DESK))
    trial.must(KEEPER, { ...move({ bangun: 'disposisi' }), edition: '1' })
    expect(trial.task('disposisi').posts).toEqual(['kepala'])
  }

  test('that lies with the applicant comes back to the step that was chosen', () => {
    const trial = waitingAt('buat')
    trial.must(officer('teknisi'), { type: 'return', task: trial.task('buat').task, reason: 'Nama salah' })
    expect(planOf(trial, RENAMED()).unplaced).toEqual(['buat'])
    movedTo(trial, RENAMED(), { buat: 'bangun' })
    expect(trial.task('ajukan').backTo).toBe('bangun')
    trial.must(applicant(), { type: 'finish-step', task: trial.task('ajukan').task, answer: submitCommand() })
    expect(trial.open()).toEqual(['bangun'])
  })

  test('keeps the initials of its letter, and goes on to send it', () => {
    const trial = waitingAt('kirim')
    askInitials(trial, 'Isi surat')
    initial(trial, 'kepala')
    movedTo(trial, edition(['step: kirim', 'step: jawab']), { kirim: 'jawab' })
    initial(trial, 'kabid')
    expect(trial.dossier().letters).toMatchObject([
      { draft: { note: 'Isi surat' }, initials: [{ post: 'kepala' }, { post: 'kabid' }] },
    ])
    trial.finish('jawab', { phase: 'send' })
    expect(trial.task('jawab').effectSince).not.toBeNull()
  })

  test('lets go of initials of a letter that its step does not send any more; the plan tells of the draft', () => {
    const trial = waitingAt('kirim')
    askInitials(trial)
    const to = edition(
      [
        'act: send, activity: Mengirim surat, needs: [hasil], makes: [balasan], letter: balasan',
        'act: do, activity: Mengabari, makes: [balasan]',
      ],
      ['  initials: { balasan: [kepala, kabid] }\n', ''],
    )
    const waiting = sideTask(trial, 'kepala')
    expect(planOf(trial, to)).toMatchObject({ strandedLetters: ['balasan'] })
    expect(planOf(trial, to).dropped).toContain(waiting)
    movedTo(trial, to)
    expect(trial.dossier().tasks.find((task) => task.task === waiting)).toMatchObject({ outcome: 'dropped' })
    trial.finish('kirim')
    expect(trial.open()).toEqual(['terima'])
  })

  test('takes side tasks along, also of a step that is gone: they can be finished', () => {
    const trial = waitingAt('disposisi')
    trial.finish('disposisi', { note: 'Tindak lanjuti', alsoTo: ['arsiparis'] })
    const side = sideTask(trial, 'arsiparis')
    const to = edition(['step: disposisi', 'step: arahan'], ['by: [disposisi]', 'by: [arahan]'])
    movedTo(trial, to)
    trial.must(officer('arsiparis'), { type: 'finish-step', task: side, answer: { note: 'Dibaca' } })
    expect(trial.dossier().tasks.find((task) => task.task === side)).toMatchObject({ outcome: 'finished' })
  })
})

describe('moving is refused', () => {
  const refusal = (trial: Trial, to: Procedure, command = move(), by = KEEPER) => {
    trial.offer(to)
    return trial.refusal(by, command)
  }

  test('when the step that is open is gone and none was chosen, or one that is not there', () => {
    const says = {
      code: 'invalid-answer',
      sentence: { id: expect.stringContaining('Langkah "Membuat" yang sedang berjalan tidak ada') },
    }
    expect(refusal(waitingAt('buat'), RENAMED())).toMatchObject(says)
    expect(refusal(waitingAt('buat'), RENAMED(), move({ buat: 'entah' }))).toMatchObject(says)
    expect(refusal(waitingAt('buat'), RENAMED(), move({ buat: 'constructor' }))).toMatchObject(says)
  })

  test('while an outside system works on the dossier', () => {
    const trial = waitingAt('buat')
    trial.finish('buat')
    expect(refusal(trial, RENAMED(), move({ buat: 'bangun' }))).toMatchObject({ code: 'effect-running' })
  })

  test('once the request has ended', () => {
    expect(refusal(waitingAt('end'), RENAMED())).toMatchObject({ code: 'not-open' })
  })

  test('to the edition that it is on, and to one of another SOP', () => {
    expect(refusal(waitingAt('buat'), procedureFrom(DESK))).toMatchObject({ code: 'already-done' })
    const other = procedureFrom(NEXT.replace('procedure: nama-situs', 'procedure: lain'))
    expect(refusal(waitingAt('buat'), other)).toMatchObject({ code: 'not-allowed' })
  })

  test('without a reason, and for anybody but an officer', () => {
    expect(refusal(waitingAt('catat'), edition(), move({}, '  '))).toMatchObject({ code: 'invalid-answer' })
    for (const by of [applicant(), system()])
      expect(refusal(waitingAt('catat'), edition(), move(), by as typeof KEEPER)).toMatchObject({ code: 'not-allowed' })
  })
})

test('the plan names steps that come and go, answers and papers that are missing', () => {
  const to = edition(
    [
      '      - { field: lampiran',
      '      - { field: nik, type: text, label: NIK, required: true }\n      - { field: lampiran',
    ],
    ['needs: [hasil], makes: [balasan]', 'needs: [hasil, berita-acara], makes: [balasan]'],
    ['step: terima', 'step: ambil'],
  )
  const plan = planOf(waitingAt('buat'), to)
  expect(plan).toMatchObject({ unplaced: [], doubled: [], missingFields: ['nik'], missingPapers: ['berita-acara'] })
  expect([plan.added.map((step) => step.step), plan.removed.map((step) => step.step)]).toEqual([['ambil'], ['terima']])
})
