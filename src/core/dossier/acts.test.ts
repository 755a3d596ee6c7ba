// Act by act: given where a dossier stands, when somebody does something, then what is written down or refused.
import { describe, expect, test } from 'vitest'
import { openTasks } from './dossier.ts'
import {
  DESK,
  deskTrial,
  ENTERED,
  FORM,
  fileLetter,
  prove,
  sideTask,
  submitCommand,
  waitingAt,
} from './office.fixture.ts'
import { applicant, livingOf, officer, procedureFrom, proofOf, REASON, trialOf } from './trial.fixture.ts'

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

  test('at the counter is for the kinds of clients that the procedure serves', () => {
    const counter = { ...submitCommand(), channel: 'counter' as const, applicant: null }
    const refused = deskTrial().refusal(officer('loket'), { ...counter, clientKind: 'company' })
    expect(refused.sentence.id).toContain('tidak dapat dimulai dengan cara ini atas nama yang dipilih')
    const forCompanies = `${DESK}\nstarts: [{ by: company }]\n`
    expect(deskTrial(forCompanies).refusal(officer('loket'), counter).code).toBe('not-allowed')
    deskTrial(forCompanies).must(officer('loket'), { ...counter, clientKind: 'company' })
  })

  test('in the name of a client that is closed is refused', () => {
    const living = { ...livingOf(['loket']), closedClients: [submitCommand().client] }
    const trial = trialOf(procedureFrom(DESK), { posts: ['loket'], living })
    expect(trial.refusal(applicant(), submitCommand()).sentence.id).toContain('sudah ditutup')
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

const GOING_ROUND = DESK.replace(
  'forwardsTo: teknisi }',
  'forwardsTo: teknisi, decides: { question: Lanjut?, exits: [{ answer: ya, label: Ya, to: buat }, { answer: ulang, label: Ulang, to: catat }] } }',
)
