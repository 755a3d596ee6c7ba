// Act by act: given where a dossier stands, when somebody does something, then what is written down or refused.
import { describe, expect, test } from 'vitest'
import { openTasks } from './dossier.ts'
import {
  askInitials,
  DESK,
  deskTrial,
  ENTERED,
  FORM,
  fileLetter,
  initial,
  prove,
  sideTask,
  submitCommand,
  waitingAt,
} from './office.fixture.ts'
import { applicant, officer, proofOf, system } from './trial.fixture.ts'

const finish = (task: string, answer: unknown = {}) => ({ type: 'finish-step' as const, task, answer })

describe('submitting', () => {
  test('opens the step of the front office and wants a number', () => {
    const trial = deskTrial()
    const decided = trial.try(applicant(), submitCommand())
    expect(trial.types()).toEqual(['submitted', 'step-opened', 'step-finished', 'step-opened'])
    expect(decided.ok && decided.numbers.map((number) => number.series)).toEqual(['dossier'])
    expect(trial.open()).toEqual(['catat'])
    expect(trial.dossier().subject).toBe('Situs arsip.demakkab.go.id (Hosting)')
  })

  test('keeps only what the form asks for, tidied', () => {
    const trial = deskTrial()
    trial.must(applicant(), submitCommand({ ...FORM, nama: ' Arsip ', alamat: '203.0.113.9', 'tidak-ditanya': 'x' }))
    expect(trial.dossier().form).toEqual({ ...FORM, nama: 'arsip.demakkab.go.id' })
  })

  test('does not take characters that no paper can carry', () => {
    const trial = deskTrial()
    const kontak = { ...FORM.kontak, jabatan: 'Pengelola\u0000\ud800 Laman' }
    trial.must(applicant(), submitCommand({ ...FORM, kontak }))
    expect(trial.dossier().form.kontak).toEqual({ ...FORM.kontak, jabatan: 'Pengelola Laman' })
  })

  test('without the letter it asks for is refused, and nothing is written down', () => {
    const trial = deskTrial()
    const refusal = trial.refusal(applicant(), { ...submitCommand(), papers: [] })
    expect(refusal.sentence.id).toBe('Surat belum dilampirkan.')
    expect(trial.events).toEqual([])
  })

  test('in the name of another client is refused', () => {
    expect(deskTrial().refusal(applicant('orang', 'dinas-lain'), submitCommand()).code).toBe('not-allowed')
  })

  test('in the name of another person is refused', () => {
    expect(deskTrial().refusal(applicant('orang-lain'), submitCommand()).code).toBe('not-allowed')
  })

  test('at the counter is for an officer, where the policy allows it', () => {
    const counter = { ...submitCommand(), channel: 'counter' as const, applicant: null }
    const trial = deskTrial()
    trial.must(officer('loket'), counter)
    expect(trial.dossier().channel).toBe('counter')
    expect(deskTrial().refusal(applicant(), counter).code).toBe('not-allowed')
    expect(deskTrial(DESK.replace('counter: true', 'counter: false')).refusal(officer('loket'), counter).code).toBe(
      'not-allowed',
    )
  })

  test('a dossier that is there already is refused', () => {
    const trial = waitingAt('catat')
    const before = trial.events.length
    expect(trial.refusal(applicant(), submitCommand()).code).toBe('already-done')
    expect(trial.events).toHaveLength(before)
  })
})

describe('entering', () => {
  test('takes the agenda number once: a letter that comes round again keeps it, also in the next year', () => {
    const trial = waitingAt('catat', GOING_ROUND)
    trial.finish('catat', ENTERED)
    const first = trial.dossier().agenda
    trial.finish('disposisi', { exit: 'ulang' })
    trial.setNow('2027-01-05T02:00:00.000Z')
    const again = trial.try(officer('loket'), finish(trial.task('catat').task, { ...ENTERED, urgency: 'biasa' }))
    expect(again).toMatchObject({ ok: true, numbers: [] })
    expect(trial.dossier().agenda).toEqual({ ...first, urgency: 'biasa' })
  })

  test('on a date that has not come yet is refused', () => {
    const trial = waitingAt('catat')
    const answer = { ...ENTERED, receivedOn: '2026-11-21' }
    expect(trial.refusal(officer('loket'), finish(trial.task('catat').task, answer)).code).toBe('invalid-answer')
    trial.finish('catat', { ...ENTERED, receivedOn: '2026-11-19' })
    expect(trial.dossier().agenda?.receivedOn).toBe('2026-11-19')
  })

  test.each([{}, { urgency: 'cepat', secrecy: 'biasa' }, { ...ENTERED, receivedOn: '2026-02-30' }, null, 'x'])(
    'with a wrong answer (%j) is refused',
    (answer) => {
      const trial = waitingAt('catat')
      expect(trial.refusal(officer('loket'), finish(trial.task('catat').task, answer)).code).toBe('invalid-answer')
    },
  )
})

describe('disposing', () => {
  test('gives the step to the next post and opens side tasks for further recipients, which never hold the path', () => {
    const trial = waitingAt('disposisi')
    trial.finish('disposisi', {
      instructions: ['Proses lebih lanjut'],
      alsoTo: ['kabid', 'kabid', 'kepala', 'teknisi'],
    })
    const disposition = trial.dossier().dispositions[0]
    expect(disposition).toMatchObject({ to: ['teknisi', 'kabid'], instructions: ['Proses lebih lanjut'] })
    expect(trial.open()).toEqual(['buat'])
    expect(openTasks(trial.dossier()).map(({ kind, posts }) => [kind, ...posts])).toEqual([
      ['attention', 'kabid'],
      ['main', 'teknisi'],
    ])
    prove(trial)
    expect(trial.open()).toEqual(['kirim'])
  })

  test('an answered side task is closed with its note and moves nothing', () => {
    const trial = waitingAt('disposisi')
    trial.finish('disposisi', { alsoTo: ['kabid'] })
    const task = sideTask(trial, 'kabid')
    trial.must(officer('kabid'), finish(task, { note: 'Sudah saya baca' }))
    expect(trial.dossier().tasks.find((one) => one.task === task)).toMatchObject({
      outcome: 'finished',
      note: 'Sudah saya baca',
    })
    expect(trial.open()).toEqual(['buat'])
  })

  test.each([{ instructions: ['Karang sendiri'] }, { alsoTo: ['jabatan-lain'] }, { note: 'x'.repeat(2001) }])(
    'outside the lists (%j) is refused',
    (answer) => {
      const trial = waitingAt('disposisi')
      expect(trial.refusal(officer('kepala'), finish(trial.task('disposisi').task, answer)).code).toBe('invalid-answer')
    },
  )
})

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

describe('taking a task', () => {
  test('keeps colleagues of the same post away until it is released', () => {
    const trial = waitingAt('catat')
    const { task } = trial.task('catat')
    trial.must(officer('loket', 'orang-a'), { type: 'take', task })
    expect(trial.refusal(officer('loket', 'orang-b'), { type: 'take', task }).code).toBe('taken-by-other')
    expect(trial.refusal(officer('loket', 'orang-b'), finish(task, ENTERED)).code).toBe('taken-by-other')
    expect(trial.refusal(officer('loket', 'orang-b'), { type: 'release', task }).code).toBe('taken-by-other')
    trial.must(officer('loket', 'orang-a'), { type: 'release', task })
    trial.must(officer('loket', 'orang-b'), finish(task, ENTERED))
  })

  test('twice, or letting go of what nobody took, writes nothing down', () => {
    const trial = waitingAt('catat')
    const { task } = trial.task('catat')
    expect(trial.must(officer('loket'), { type: 'release', task })).toEqual([])
    trial.must(officer('loket'), { type: 'take', task })
    expect(trial.must(officer('loket'), { type: 'take', task })).toEqual([])
  })

  test('of another post, of no dossier, or one that is done is refused with a sentence', () => {
    const trial = waitingAt('disposisi')
    const done = trial.dossier().tasks.find((task) => task.step === 'catat')?.task ?? ''
    expect(trial.refusal(officer('loket'), { type: 'take', task: trial.task('disposisi').task }).code).toBe('not-yours')
    expect(trial.refusal(officer('loket'), { type: 'take', task: 'tidak-ada' }).code).toBe('not-open')
    expect(trial.refusal(officer('loket'), finish(done, ENTERED))).toMatchObject({
      code: 'already-done',
      sentence: { id: 'Tugas ini sudah diselesaikan sebelumnya; tidak ada yang diubah.' },
    })
  })
})

describe('what only the system may say', () => {
  const reports = (task: string) => [
    { type: 'record-proof' as const, task, attempt: 1, proofs: [proofOf('hosting-space'), proofOf('dns-record')] },
    { type: 'record-failure' as const, task, effect: 'fulfil', reason: REASON, final: true },
    { ...fileLetter(task) },
  ]

  test('is refused from people: proof, failure, a letter that was made', () => {
    const trial = waitingAt('buat')
    trial.finish('buat')
    const before = trial.events.length
    for (const by of [applicant(), officer('teknisi'), officer('kepala')]) {
      for (const command of reports(trial.task('buat').task)) {
        expect(trial.refusal(by, command).code).toBe('not-allowed')
      }
    }
    expect(trial.events).toHaveLength(before)
  })
})

const REASON = { id: 'Server tidak menjawab.', en: 'The server does not answer.' }

const GOING_ROUND = DESK.replace(
  'forwardsTo: teknisi }',
  'forwardsTo: teknisi, decides: { question: Lanjut?, exits: [{ answer: ya, label: Ya, to: buat }, { answer: ulang, label: Ulang, to: catat }] } }',
)
