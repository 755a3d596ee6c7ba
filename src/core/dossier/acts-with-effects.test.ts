// The acts that make something outside: work on a system, a letter, what the applicant receives. Given, when, then.
import { describe, expect, test } from 'vitest'
import { openTasks } from './dossier.ts'
import { askInitials, DESK, fileLetter, initial, sideTask, waitingAt } from './office.fixture.ts'
import { applicant, officer, proofOf, REASON, system } from './trial.fixture.ts'

const finish = (task: string, answer: unknown = {}) => ({ type: 'finish-step' as const, task, answer })

describe('fulfilling', () => {
  test('closes only when everything that was to be made is proven', () => {
    const trial = waitingAt('buat')
    trial.finish('buat')
    const { task } = trial.task('buat')
    const record = (...proofs: ReturnType<typeof proofOf>[]) =>
      trial.must(system(), { type: 'record-proof', task, attempt: 1, proofs })
    record(proofOf('hosting-space'))
    expect(trial.open()).toEqual(['buat'])
    record(proofOf('dns-record'))
    expect(trial.open()).toEqual(['kirim'])
  })

  test('that fails is told in plain words and can be tried again', () => {
    const trial = waitingAt('buat')
    trial.finish('buat')
    const { task } = trial.task('buat')
    trial.must(system(), { type: 'record-proof', task, attempt: 1, proofs: [proofOf('hosting-space', false)] })
    expect(trial.task('buat')).toMatchObject({
      effectSince: null,
      failure: { reason: { id: 'Server tidak menjawab.' }, final: true },
    })
    trial.finish('buat')
    expect(trial.task('buat')).toMatchObject({ attempt: 2, failure: null, proofs: [] })
  })

  test('that fails without a reason is still told, not left running for ever', () => {
    const trial = waitingAt('buat')
    trial.finish('buat')
    const { task } = trial.task('buat')
    const proofs = [{ ...proofOf('dns-record', false), reason: null }]
    trial.must(system(), { type: 'record-proof', task, attempt: 1, proofs })
    expect(trial.task('buat').effectSince).toBeNull()
    expect(trial.task('buat').failure?.final).toBe(true)
  })

  test('is not begun twice at once', () => {
    const trial = waitingAt('buat')
    trial.finish('buat')
    expect(trial.refusal(officer('teknisi'), finish(trial.task('buat').task)).code).toBe('effect-running')
  })

  test('late and repeated proofs add nothing', () => {
    const trial = waitingAt('buat')
    trial.finish('buat')
    const { task } = trial.task('buat')
    const half = { type: 'record-proof' as const, task, attempt: 1, proofs: [proofOf('hosting-space')] }
    trial.must(system(), half)
    expect(trial.must(system(), half)).toEqual([])
    trial.must(system(), { type: 'record-failure', task, effect: 'fulfil', reason: REASON, final: true })
    trial.finish('buat')
    expect(trial.must(system(), { ...half, proofs: [proofOf('dns-record')] })).toEqual([])
    trial.must(system(), { ...half, attempt: 2, proofs: [proofOf('hosting-space'), proofOf('dns-record')] })
    expect(trial.must(system(), { ...half, attempt: 2 })).toEqual([])
    expect(trial.open()).toEqual(['kirim'])
  })

  test('a failure of an earlier attempt does not touch the one that runs', () => {
    const trial = waitingAt('buat')
    trial.finish('buat')
    const { task } = trial.task('buat')
    const failed = { type: 'record-failure' as const, task, attempt: 1, effect: 'fulfil', reason: REASON, final: true }
    trial.must(system(), failed)
    trial.finish('buat')
    expect(trial.must(system(), failed)).toEqual([])
    expect(trial.task('buat').failure).toBeNull()
  })

  test('only a post that disposed of the dossier may close the step without proof, and with a reason', () => {
    const trial = waitingAt('buat')
    const command = { type: 'override-proof' as const, task: trial.task('buat').task, reason: 'Server mitra tertutup' }
    expect(trial.refusal(officer('teknisi'), command).code).toBe('not-allowed')
    expect(trial.refusal(officer('kabid'), command).code).toBe('not-allowed')
    expect(trial.refusal(applicant(), command).code).toBe('not-allowed')
    expect(trial.refusal(officer('kepala'), { ...command, reason: ' ' }).code).toBe('invalid-answer')
    expect(trial.refusal(officer('kepala'), { ...command, reason: 'x'.repeat(2001) }).code).toBe('invalid-answer')
    trial.must(officer('kepala'), command)
    expect(trial.open()).toEqual(['kirim'])
    expect(trial.refusal(officer('kepala'), command).code).toBe('not-open')
  })

  test('nobody closes the own step without proof, also who disposed of the dossier before', () => {
    const trial = waitingAt('buat', DESK.replace('step: buat\n    actor: teknisi', 'step: buat\n    actor: kepala'))
    const command = { type: 'override-proof' as const, task: trial.task('buat').task, reason: 'Sudah jadi' }
    expect(trial.refusal(officer('kepala'), command).code).toBe('not-allowed')
  })
})

describe('sending a letter', () => {
  test('wants the initials of every post that the policy names', () => {
    const trial = waitingAt('kirim')
    expect(trial.refusal(officer('teknisi'), finish(trial.task('kirim').task, { phase: 'send' })).code).toBe(
      'needs-initials',
    )
    askInitials(trial)
    initial(trial, 'kepala')
    expect(trial.refusal(officer('teknisi'), finish(trial.task('kirim').task, { phase: 'send' })).code).toBe(
      'needs-initials',
    )
    initial(trial, 'kabid')
    const sent = trial.try(officer('teknisi'), finish(trial.task('kirim').task, { phase: 'send' }))
    expect(sent.ok && sent.numbers.map((number) => number.series)).toEqual(['letter'])
    expect(trial.open()).toEqual(['kirim'])
    trial.must(system('make-letter'), fileLetter(trial.task('kirim').task))
    expect(trial.open()).toEqual(['terima'])
  })

  test('a draft that was changed after the initials needs new ones', () => {
    const trial = waitingAt('kirim')
    askInitials(trial, 'Isi lama')
    initial(trial, 'kepala')
    initial(trial, 'kabid')
    const changed = finish(trial.task('kirim').task, { phase: 'send', draft: 'Isi baru' })
    expect(trial.refusal(officer('teknisi'), changed).code).toBe('needs-initials')
    askInitials(trial, 'Isi baru')
    expect(trial.dossier().letters.at(-1)?.initials).toEqual([])
  })

  test('a draft is sent as it was initialed where no text comes along', () => {
    const trial = waitingAt('kirim')
    askInitials(trial, 'Isi yang diparaf')
    initial(trial, 'kepala')
    initial(trial, 'kabid')
    trial.must(officer('teknisi'), finish(trial.task('kirim').task, { phase: 'send' }))
    expect(trial.dossier().letters).toMatchObject([{ draft: { note: 'Isi yang diparaf' } }])
  })

  test('a draft that is emptied on purpose after the initials needs new ones', () => {
    const trial = waitingAt('kirim')
    askInitials(trial, 'Isi yang diparaf')
    initial(trial, 'kepala')
    initial(trial, 'kabid')
    const emptied = finish(trial.task('kirim').task, { phase: 'send', draft: '' })
    expect(trial.refusal(officer('teknisi'), emptied).code).toBe('needs-initials')
  })

  test('a draft that was sent back takes all initials with it, and the others need not look at it any more', () => {
    const trial = waitingAt('kirim')
    askInitials(trial)
    initial(trial, 'kepala', { verdict: 'sent-back', note: 'Perbaiki alamat' })
    expect(trial.dossier().letters.at(-1)?.sentBack?.remark).toBe('Perbaiki alamat')
    expect(openTasks(trial.dossier()).map((task) => task.kind)).toEqual(['main'])
    askInitials(trial, 'Sudah diperbaiki')
    expect(trial.dossier().letters.at(-1)?.sentBack).toBeNull()
  })

  test('a draft is not sent back without saying why', () => {
    const trial = waitingAt('kirim')
    askInitials(trial)
    const command = finish(sideTask(trial, 'kepala'), { verdict: 'sent-back' })
    expect(trial.refusal(officer('kepala'), command).code).toBe('invalid-answer')
  })

  test('a letter that could not be made keeps its number, however it is tried again', () => {
    const trial = waitingAt('kirim')
    askInitials(trial)
    initial(trial, 'kepala')
    initial(trial, 'kabid')
    trial.finish('kirim', { phase: 'send' })
    const { task } = trial.task('kirim')
    const number = trial.dossier().letters.at(-1)?.number
    const failed = { type: 'record-failure' as const, task, effect: 'make-letter', reason: REASON, final: true }
    trial.must(system('make-letter'), failed)
    const again = trial.try(officer('teknisi'), finish(task, { phase: 'send' }))
    expect(again).toMatchObject({ ok: true, numbers: [] })
    trial.must(system('make-letter'), failed)
    trial.must(officer('teknisi'), { type: 'retry-letter', task })
    expect(trial.dossier().letters.map((letter) => letter.number)).toEqual([number])
    trial.must(system('make-letter'), fileLetter(task))
    expect(trial.must(system('make-letter'), fileLetter(task))).toEqual([])
    expect(trial.dossier().papers.filter((paper) => paper.paper === 'balasan')).toHaveLength(1)
  })

  test('a draft without initials may still be changed when the letter could not be made', () => {
    const trial = waitingAt('kirim', DESK.replace('initials: { balasan: [kepala, kabid] }', 'initials: {}'))
    trial.finish('kirim', { phase: 'send', draft: 'Lama' })
    const { task } = trial.task('kirim')
    trial.must(system(), { type: 'record-failure', task, effect: 'make-letter', reason: REASON, final: true })
    trial.finish('kirim', { phase: 'send', draft: 'Baru' })
    expect(trial.dossier().letters).toMatchObject([{ draft: { note: 'Baru' } }])
  })
})

describe('receiving', () => {
  test('is for the applicant alone', () => {
    const trial = waitingAt('terima')
    const command = finish(trial.task('terima').task)
    expect(trial.refusal(officer('kepala'), command).code).toBe('not-yours')
    expect(trial.refusal(applicant('orang', 'dinas-lain'), command).code).toBe('not-yours')
    expect(trial.refusal(system(), command).code).toBe('not-yours')
    trial.must(applicant(), command)
    expect(trial.dossier().status).toBe('finished')
  })
})
