// The way of a dossier along procedures that nobody has: invented here, given only as YAML.
import { describe, expect, test } from 'vitest'
import { lintProcedure } from '../procedure/lint.ts'
import { applicant, CLIENT, officer, procedureFrom, type Trial, trialOf } from './trial.fixture.ts'

const WORKSHOP = `
procedure: bengkel
edition: tanpa-tanggal
title: Perbaikan alat
actors:
  pemohon: { label: Pemohon, is: applicant }
  teknisi: { label: Teknisi, post: teknisi }
  kepala: { label: Kepala, post: kepala }
form:
  - group: alat
    label: Alat
    fields:
      - { field: nama-alat, type: text, label: Nama alat, required: true }
      - field: garansi
        type: choice
        label: Garansi
        options: [{ value: ya, label: Ya }, { value: tidak, label: Tidak }]
steps:
  - { step: ajukan, actor: pemohon, act: submit, activity: Mengajukan, makes: [permintaan] }
  - step: periksa
    actor: teknisi
    act: check
    activity: Memeriksa
    time: 30 menit
    needs: [permintaan]
    makes: [hasil-periksa]
    decides:
      question: Dapat diperbaiki?
      exits:
        - { answer: ya, label: Ya, to: hitung-biaya }
        - { answer: kurang, label: Data kurang, to: lengkapi }
        - { answer: tidak, label: Tidak, to: end }
  - { step: lengkapi, actor: pemohon, act: do, activity: Melengkapi, makes: [permintaan], then: periksa }
  - { step: hitung-biaya, actor: teknisi, act: do, activity: Menghitung biaya, needs: [hasil-periksa], makes: [biaya], when: { field: garansi, is: tidak } }
  - { step: rencana, actor: kepala, act: do, activity: Membagi kerja, needs: [biaya], makes: [surat-kerja], then: [kabar, perbaiki] }
  - { step: kabar, actor: teknisi, act: do, activity: Mengirim kabar, makes: [kabar], then: serah }
  - { step: perbaiki, actor: teknisi, act: do, activity: Memperbaiki, needs: [surat-kerja], makes: [alat-baik] }
  - step: uji
    actor: kepala
    act: check
    activity: Menguji
    needs: [alat-baik]
    makes: [hasil-uji]
    decides:
      question: Sudah baik?
      exits:
        - { answer: baik, label: Baik, to: serah }
        - { answer: ulang, label: Ulangi, to: rencana }
        - { answer: buang, label: Tidak dapat diperbaiki, to: end }
  - { step: serah, actor: pemohon, act: receive, activity: Menerima, needs: [kabar, hasil-uji], join: all }
policy:
  return: { from: [perbaiki], to: lengkapi }
  withdraw: { by: applicant }
`

const workshop = (form: Record<string, string> = { 'nama-alat': 'Printer', garansi: 'tidak' }): Trial => {
  const trial = trialOf(procedureFrom(WORKSHOP), { posts: ['teknisi', 'kepala'] })
  trial.must(applicant(), {
    type: 'submit',
    form,
    papers: [],
    client: CLIENT,
    applicant: 'orang-pemohon',
    channel: 'online',
    trackingCode: '7K4P9QXR2M',
  })
  return trial
}

/** Up to the moment when both strands are open. */
const forked = (): Trial => {
  const trial = workshop()
  trial.finish('periksa', { exit: 'ya' })
  trial.finish('hitung-biaya')
  trial.finish('rencana')
  return trial
}

describe('an invented procedure', () => {
  test('is sound', () => {
    expect(lintProcedure(WORKSHOP).filter((fault) => fault.severity === 'error')).toEqual([])
  })

  test('goes where the question is answered to, and asks again without an answer', () => {
    const trial = workshop()
    const command = { type: 'finish-step' as const, task: trial.task('periksa').task, answer: {} }
    expect(trial.refusal(officer('teknisi'), command).code).toBe('invalid-answer')
    expect(trial.refusal(officer('teknisi'), { ...command, answer: { exit: 'lain' } }).code).toBe('invalid-answer')
    trial.finish('periksa', { exit: 'tidak' })
    expect(trial.dossier().status).toBe('finished')
  })

  test('runs a loop as often as it is needed and counts the rounds', () => {
    const trial = workshop()
    for (const round of [1, 2, 3]) {
      expect(trial.task('periksa').round).toBe(round)
      trial.finish('periksa', { exit: 'kurang' })
      trial.finish('lengkapi')
    }
    trial.finish('periksa', { exit: 'ya' })
    expect(trial.open()).toEqual(['hitung-biaya'])
  })

  test('passes over a step whose condition does not hold', () => {
    const trial = workshop({ 'nama-alat': 'Printer', garansi: 'ya' })
    trial.finish('periksa', { exit: 'ya' })
    expect(trial.open()).toEqual(['rencana'])
    expect(trial.types()).toContain('step-skipped')
  })

  test('opens both strands of a fork at once', () => {
    expect(forked().open()).toEqual(['kabar', 'perbaiki'])
  })

  test('waits at the join for both strands, whichever comes first', () => {
    const first = forked()
    first.finish('kabar')
    expect(first.open()).toEqual(['perbaiki'])
    first.finish('perbaiki')
    first.finish('uji', { exit: 'baik' })
    expect(first.open()).toEqual(['serah'])

    const second = forked()
    second.finish('perbaiki')
    second.finish('uji', { exit: 'baik' })
    expect(second.open()).toEqual(['kabar'])
    second.finish('kabar')
    expect(second.open()).toEqual(['serah'])
  })

  test('opens only the strand that sent back when its fork is entered again: the news goes out once', () => {
    const trial = forked()
    trial.finish('kabar')
    trial.finish('perbaiki')
    trial.finish('uji', { exit: 'ulang' })
    expect(trial.open()).toEqual(['rencana'])
    trial.finish('rencana')
    expect(trial.open()).toEqual(['perbaiki'])
    trial.finish('perbaiki')
    trial.finish('uji', { exit: 'baik' })
    expect(trial.open()).toEqual(['serah'])
    trial.finish('serah')
    expect(trial.dossier().status).toBe('finished')
    expect(trial.dossier().tasks.filter((task) => task.step === 'kabar')).toHaveLength(1)
  })

  test('leaves a strand alone that is still at work when the other one sends back', () => {
    const trial = forked()
    trial.finish('perbaiki')
    trial.finish('uji', { exit: 'ulang' })
    expect(trial.open()).toEqual(['kabar', 'rencana'])
    trial.finish('kabar')
    expect(trial.open()).toEqual(['rencana'])
    trial.finish('rencana')
    expect(trial.open()).toEqual(['perbaiki'])
  })

  test('closes every strand at the end, also those that are not done', () => {
    const trial = forked()
    trial.finish('perbaiki')
    trial.finish('uji', { exit: 'buang' })
    expect(trial.dossier().status).toBe('finished')
    expect(trial.dossier().tasks.filter((task) => task.closedAt === null)).toEqual([])
    expect(trial.dossier().tasks.find((task) => task.step === 'kabar')?.outcome).toBe('dropped')
  })

  test('goes back to the one who asked after a correction, while the other strand goes on', () => {
    const trial = forked()
    trial.must(officer('teknisi'), { type: 'return', task: trial.task('perbaiki').task, reason: 'Nomor seri?' })
    expect(trial.open()).toEqual(['kabar', 'lengkapi'])
    trial.finish('kabar')
    expect(trial.open()).toEqual(['lengkapi'])
    trial.finish('lengkapi')
    expect(trial.open()).toEqual(['perbaiki'])
    expect(trial.task('perbaiki').round).toBe(2)
  })
})

/** Only what differs; the rest is the same in every file. */
const steps = (lines: string): string => `
procedure: coba
edition: '1'
title: Coba
actors:
  pemohon: { label: Pemohon, is: applicant }
  a: { label: A, post: a }
  b: { label: B, post: b }
form:
  - group: isian
    label: Isian
    fields: [{ field: jalur, type: text, label: Jalur }]
steps:
  - { step: ajukan, actor: pemohon, act: submit, activity: Mengajukan }
${lines}
`

const begin = (lines: string, jalur = 'x'): Trial => {
  const trial = trialOf(procedureFrom(steps(lines)), { posts: ['a', 'b'] })
  trial.must(applicant(), {
    type: 'submit',
    form: { jalur },
    papers: [],
    client: CLIENT,
    applicant: 'orang-pemohon',
    channel: 'online',
    trackingCode: '7K4P9QXR2M',
  })
  return trial
}

describe('a join', () => {
  test('does not wait for a step that its strand left out', () => {
    const trial = begin(`
  - { step: bagi, actor: a, act: do, activity: Membagi, then: [kiri, kanan] }
  - step: kiri
    actor: a
    act: check
    activity: Kiri
    decides: { question: Cepat?, exits: [{ answer: ya, label: Ya, to: satu }, { answer: tidak, label: Tidak, to: kiri-lagi }] }
  - { step: kiri-lagi, actor: a, act: do, activity: Kiri lagi, then: satu }
  - { step: kanan, actor: b, act: do, activity: Kanan, then: satu }
  - { step: satu, actor: a, act: do, activity: Bertemu, join: all }
`)
    trial.finish('bagi')
    trial.finish('kiri', { exit: 'ya' })
    trial.finish('kanan')
    expect(trial.open()).toEqual(['satu'])
  })

  test('waits for a strand whose first step was passed over', () => {
    const trial = begin(`
  - { step: bagi, actor: a, act: do, activity: Membagi, then: [kiri, kanan] }
  - { step: kiri, actor: a, act: do, activity: Kiri, when: { field: jalur, is: kiri }, then: satu }
  - { step: kanan, actor: b, act: do, activity: Kanan, then: satu }
  - { step: satu, actor: a, act: do, activity: Bertemu, join: all }
`)
    trial.finish('bagi')
    expect(trial.open()).toEqual(['kanan'])
    trial.finish('kanan')
    expect(trial.open()).toEqual(['satu'])
  })

  test('is reached at once by a fork that has it as a strand, and still waits for the other', () => {
    const trial = begin(`
  - { step: bagi, actor: a, act: do, activity: Membagi, then: [satu, kanan] }
  - { step: kanan, actor: b, act: do, activity: Kanan, then: satu }
  - { step: satu, actor: a, act: do, activity: Bertemu, join: all }
`)
    trial.finish('bagi')
    expect(trial.open()).toEqual(['kanan'])
    trial.finish('kanan')
    expect(trial.open()).toEqual(['satu'])
  })

  test('lets all strands run anew when the dossier comes back from behind it', () => {
    const trial = begin(`
  - { step: bagi, actor: a, act: do, activity: Membagi, then: [kiri, kanan] }
  - { step: kiri, actor: a, act: do, activity: Kiri, then: satu }
  - { step: kanan, actor: b, act: do, activity: Kanan, then: satu }
  - step: satu
    actor: a
    act: check
    activity: Bertemu
    join: all
    decides: { question: Sudah?, exits: [{ answer: ya, label: Ya, to: end }, { answer: ulang, label: Ulang, to: bagi }] }
`)
    for (const exit of ['ulang', 'ya']) {
      trial.finish('bagi')
      expect(trial.open()).toEqual(['kiri', 'kanan'])
      trial.finish('kiri')
      trial.finish('kanan')
      trial.finish('satu', { exit })
    }
    expect(trial.dossier().status).toBe('finished')
  })

  test('does not begin a strand again that is at work on a later step of its own', () => {
    const trial = begin(`
  - { step: bagi, actor: a, act: do, activity: Membagi, then: [kiri, kanan] }
  - { step: kiri, actor: a, act: do, activity: Kiri }
  - { step: kiri-lagi, actor: a, act: do, activity: Kiri lagi, then: satu }
  - step: kanan
    actor: b
    act: check
    activity: Kanan
    decides: { question: Sudah?, exits: [{ answer: ya, label: Ya, to: satu }, { answer: ulang, label: Ulang, to: bagi }] }
  - { step: satu, actor: a, act: do, activity: Bertemu, join: all }
`)
    trial.finish('bagi')
    trial.finish('kiri')
    trial.finish('kanan', { exit: 'ulang' })
    trial.finish('bagi')
    expect(trial.open()).toEqual(['kiri-lagi', 'kanan'])
  })
})
