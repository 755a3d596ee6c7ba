// What the printed SOP is silent on: return, refuse, withdraw, comment, rate; who may, when, and what follows.
import { describe, expect, test } from 'vitest'
import { openTasks } from './dossier.ts'
import { askInitials, DESK, ENTERED, FORM, fileLetter, waitingAt } from './office.fixture.ts'
import { applicant, officer, paperOf, system } from './trial.fixture.ts'

const ofTask = <T extends string>(type: T, task: string, reason = 'Nama belum tepat') => ({ type, task, reason })

describe('a return', () => {
  test('gives the dossier to the applicant with the reason, and the correction goes back to who asked', () => {
    const trial = waitingAt('buat')
    trial.must(officer('teknisi'), ofTask('return', trial.task('buat').task))
    expect(trial.open()).toEqual(['ajukan'])
    expect(trial.dossier().returns).toMatchObject([{ step: 'buat', reason: 'Nama belum tepat' }])
    trial.finish('ajukan', { form: { ...FORM, nama: 'arsip-2' }, papers: [paperOf('surat', 'kertas-baru')] })
    expect(trial.open()).toEqual(['buat'])
    expect(trial.dossier()).toMatchObject({ form: { nama: 'arsip-2.demakkab.go.id' }, papers: [{ id: 'kertas-baru' }] })
  })

  test('asks for nothing twice: papers that are not replaced stay', () => {
    const trial = waitingAt('catat')
    trial.must(officer('loket'), ofTask('return', trial.task('catat').task))
    trial.finish('ajukan', { form: FORM, papers: [paperOf('lampiran')] })
    expect(trial.dossier().papers.map((paper) => paper.paper)).toEqual(['surat', 'lampiran'])
  })

  test('comes back only with a form of the right shape', () => {
    const trial = waitingAt('catat')
    trial.must(officer('loket'), ofTask('return', trial.task('catat').task))
    const { task } = trial.task('ajukan')
    for (const answer of [{}, { form: { ...FORM, nama: 'www' } }, { form: { nama: 1 } }, { form: FORM, papers: 'x' }]) {
      expect(trial.refusal(applicant(), { type: 'finish-step', task, answer }).code).toBe('invalid-answer')
    }
    expect(trial.refusal(officer('loket'), { type: 'finish-step', task, answer: { form: FORM } }).code).toBe(
      'not-yours',
    )
  })

  test('needs a reason, a step that may return, and the person whose task it is', () => {
    const trial = waitingAt('catat')
    const { task } = trial.task('catat')
    expect(trial.refusal(officer('loket'), ofTask('return', task, '  ')).code).toBe('invalid-answer')
    expect(trial.refusal(officer('loket'), ofTask('return', task, 'x'.repeat(2001))).code).toBe('invalid-answer')
    expect(trial.refusal(officer('kepala'), ofTask('return', task)).code).toBe('not-yours')
    trial.finish('catat', ENTERED)
    expect(trial.refusal(officer('kepala'), ofTask('return', trial.task('disposisi').task)).code).toBe('not-allowed')
  })

  test('waits until the system has told what became of the work', () => {
    const trial = waitingAt('buat')
    trial.finish('buat')
    expect(trial.refusal(officer('teknisi'), ofTask('return', trial.task('buat').task)).code).toBe('effect-running')
  })

  test('takes the initials that were asked for off the desks', () => {
    const trial = waitingAt('kirim', DESK.replace('from: [catat, buat]', 'from: [kirim]'))
    askInitials(trial)
    trial.must(officer('teknisi'), ofTask('return', trial.task('kirim').task))
    expect(openTasks(trial.dossier()).map((task) => task.step)).toEqual(['ajukan'])
  })
})

describe('a refusal', () => {
  test('ends the dossier, and its letter takes a number', () => {
    const trial = waitingAt('disposisi')
    const decided = trial.try(officer('kepala'), ofTask('reject', trial.task('disposisi').task))
    expect(decided.ok && decided.numbers.map((number) => number.series)).toEqual(['letter'])
    expect(trial.dossier()).toMatchObject({ status: 'rejected', reason: 'Nama belum tepat' })
    expect(openTasks(trial.dossier())).toEqual([])
    trial.must(system('make-letter'), fileLetter(null, 'penolakan'))
    expect(trial.dossier().letters).toMatchObject([{ letter: 'penolakan', paper: { id: 'surat-penolakan' } }])
  })

  test('needs a reason and the step that may refuse', () => {
    const trial = waitingAt('disposisi')
    const { task } = trial.task('disposisi')
    expect(trial.refusal(officer('kepala'), ofTask('reject', task, '')).code).toBe('invalid-answer')
    expect(trial.refusal(officer('loket'), ofTask('reject', task)).code).toBe('not-yours')
    trial.finish('disposisi')
    expect(trial.refusal(officer('teknisi'), ofTask('reject', trial.task('buat').task)).code).toBe('not-allowed')
  })
})

describe('a withdrawal', () => {
  const withdraw = { type: 'withdraw' as const, reason: 'Tidak jadi' }

  test.each(['catat', 'disposisi', 'buat'] as const)('is for the applicant while the work waits at %s', (step) => {
    const trial = waitingAt(step)
    trial.must(applicant(), withdraw)
    expect(trial.dossier()).toMatchObject({ status: 'withdrawn', reason: 'Tidak jadi' })
    expect(openTasks(trial.dossier())).toEqual([])
  })

  test('is refused once the technical work has begun', () => {
    const begun = waitingAt('buat')
    begun.finish('buat')
    expect(begun.refusal(applicant(), withdraw).code).toBe('not-allowed')
    expect(waitingAt('kirim').refusal(applicant(), withdraw).code).toBe('not-allowed')

    const taken = waitingAt('buat')
    taken.must(officer('teknisi'), { type: 'take', task: taken.task('buat').task })
    expect(taken.refusal(applicant(), withdraw).code).toBe('not-allowed')
    taken.must(officer('teknisi'), { type: 'release', task: taken.task('buat').task })
    taken.must(applicant(), withdraw)
  })

  test('is possible when the technician gave the dossier back before beginning', () => {
    const trial = waitingAt('buat')
    trial.must(officer('teknisi'), ofTask('return', trial.task('buat').task))
    trial.must(applicant(), withdraw)
    expect(trial.dossier().status).toBe('withdrawn')
  })

  test('waits for the system even where the policy sets no limit', () => {
    const trial = waitingAt('buat', DESK.replace(', before: buat', ''))
    trial.finish('buat')
    expect(trial.refusal(applicant(), withdraw).code).toBe('effect-running')
  })

  test('is refused to everybody else, and after the end', () => {
    const trial = waitingAt('catat')
    for (const by of [officer('loket'), applicant('orang', 'dinas-lain'), system()]) {
      expect(trial.refusal(by, withdraw).code).toBe('not-allowed')
    }
    trial.must(applicant(), withdraw)
    expect(trial.refusal(applicant(), withdraw).code).toBe('not-open')
  })
})

describe('a comment', () => {
  const comment = { type: 'comment' as const, text: ' Mohon dipercepat ', visibleToApplicant: true }

  test('may be written by the applicant and by officers', () => {
    const trial = waitingAt('catat')
    trial.must(applicant(), comment)
    trial.must(officer('arsiparis'), { ...comment, visibleToApplicant: false })
    expect(trial.dossier().comments).toMatchObject([
      { text: 'Mohon dipercepat', visibleToApplicant: true },
      { text: 'Mohon dipercepat', visibleToApplicant: false },
    ])
  })

  test('of the applicant is never hidden from the applicant', () => {
    const trial = waitingAt('catat')
    trial.must(applicant(), { ...comment, visibleToApplicant: false })
    expect(trial.dossier().comments).toMatchObject([{ visibleToApplicant: true }])
  })

  test('of somebody else, empty or too long is refused', () => {
    const trial = waitingAt('catat')
    expect(trial.refusal(applicant('orang', 'dinas-lain'), comment).code).toBe('not-allowed')
    expect(trial.refusal(system(), comment).code).toBe('not-allowed')
    for (const text of ['', '  ', 'x'.repeat(2001)]) {
      expect(trial.refusal(applicant(), { ...comment, text }).code).toBe('invalid-answer')
    }
  })

  test('on a secret dossier is only for those through whose hands it goes', () => {
    const trial = waitingAt('catat')
    trial.finish('catat', { ...ENTERED, secrecy: 'rahasia' })
    expect(trial.refusal(officer('arsiparis'), comment).code).toBe('not-allowed')
    trial.must(officer('loket'), comment)
    trial.must(applicant(), comment)
  })
})

describe('a rating', () => {
  const rate = { type: 'rate' as const, score: 4, comment: 'Cepat' }

  test('is given once, by the applicant, when all is done', () => {
    const trial = waitingAt('end')
    for (const by of [officer('kepala'), applicant('orang', 'dinas-lain'), system()]) {
      expect(trial.refusal(by, rate).code).toBe('not-allowed')
    }
    trial.must(applicant('rekan-pemohon'), rate)
    expect(trial.dossier().rating).toMatchObject({ score: 4, comment: 'Cepat' })
    expect(trial.refusal(applicant(), rate).code).toBe('already-done')
  })

  test('too early, out of scale, or where none is asked for is refused', () => {
    expect(waitingAt('terima').refusal(applicant(), rate).code).toBe('not-open')
    for (const score of [0, 5, 2.5, Number.NaN]) {
      expect(waitingAt('end').refusal(applicant(), { ...rate, score }).code).toBe('invalid-answer')
    }
    expect(waitingAt('end', DESK.replace('rating: true', 'rating: false')).refusal(applicant(), rate).code).toBe(
      'not-open',
    )
  })
})
