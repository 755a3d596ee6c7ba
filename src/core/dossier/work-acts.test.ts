// The acts of the work itself: analysing, measuring, reporting; and who may give an order.
import { describe, expect, test } from 'vitest'
import {
  actorFor,
  applicant,
  CLIENT,
  officer,
  paperOf,
  procedureFrom,
  system,
  type Trial,
  trialOf,
} from './trial.fixture.ts'

const NETWORK = procedureFrom(`
procedure: uji-jaringan
edition: '1'
title: Pengujian jaringan
starts: [{ by: post }, { by: schedule, rule: FREQ=YEARLY }]
actors:
  ketua: { label: Ketua Tim, post: ketua-tim }
  staf: { label: Staf Jaringan, post: staf-jaringan }
form:
  - group: perintah
    label: Perintah
    fields: [{ field: lokasi, type: text, label: Lokasi, required: true }]
  - group: ukur
    label: Hasil ukur
    at: ukur
    fields:
      - { field: latensi, type: number, label: Latensi, unit: ms, required: true, limits: { min: 0, max: 10000 }, expected: { max: 50 } }
      - field: titik
        type: table
        label: Titik
        rows: 2
        columns: [{ column: nama, label: Nama, required: true }, { column: redaman, label: Redaman, type: number }]
      - { field: denah, type: file, label: Denah, paper: denah, accept: [pdf] }
      - { field: foto, type: file, label: Foto, paper: foto-ukur, accept: [jpg], required: true }
subject: 'Uji {lokasi}'
steps:
  - { step: perintah, actor: ketua, act: submit, activity: Memerintahkan }
  - { step: analisis, actor: staf, act: analyse, activity: Menganalisis }
  - { step: ukur, actor: staf, act: measure, activity: Mengukur }
  - { step: lapor, actor: staf, act: report, activity: Melapor }
`)

const begun = (): Trial => {
  const trial = trialOf(NETWORK, { posts: ['ketua-tim', 'staf-jaringan'] })
  trial.must(officer('ketua-tim'), order())
  return trial
}

const order = () => ({
  type: 'submit' as const,
  form: { lokasi: 'Balai Desa' },
  papers: [],
  client: 'kantor',
  applicant: null,
  channel: 'order' as const,
  clientKind: 'office' as const,
  trackingCode: '7K4P9QXR2M',
})

const measured = (over: object = {}) => ({
  form: { latensi: '12,5', titik: [{ nama: 'A', redaman: '-18' }] },
  papers: [paperOf('foto-ukur')],
  ...over,
})

const atMeasuring = (): Trial => {
  const trial = begun()
  trial.finish('analisis', { note: 'Kabel cukup' })
  return trial
}

const refusedAt = (trial: Trial, step: string, answer: unknown) => {
  const task = trial.task(step)
  return trial.refusal(actorFor(task), { type: 'finish-step', task: task.task, answer }).sentence.id
}

describe('an order inside the office', () => {
  test('is given by the post of the first step, whose step is done by giving it', () => {
    const trial = begun()
    expect(trial.open()).toEqual(['analisis'])
    expect(trial.dossier()).toMatchObject({ channel: 'order', applicant: null, subject: 'Uji Balai Desa' })
  })

  test('is not given by another post, by an applicant, or by nobody', () => {
    const trial = trialOf(NETWORK, { posts: ['ketua-tim', 'staf-jaringan'] })
    for (const by of [officer('staf-jaringan'), applicant(), { kind: 'public' as const }]) {
      expect(trial.refusal(by, order()).code).toBe('not-allowed')
    }
    expect(
      trial.refusal(applicant(), { ...order(), channel: 'online', client: CLIENT, applicant: 'orang-pemohon' }).code,
    ).toBe('not-allowed')
  })

  test('is not taken back by another post, without a reason, or once anybody has begun the work', () => {
    const trial = begun()
    const withdraw = (reason = 'Jadwal diubah') => ({ type: 'withdraw' as const, reason })
    for (const by of [officer('staf-jaringan'), applicant(), { kind: 'public' as const }, system()])
      expect(trial.refusal(by, withdraw()).sentence.id).toContain('Hanya jabatan yang memberi perintah ini')
    expect(trial.refusal(officer('ketua-tim'), withdraw('  ')).code).toBe('invalid-answer')
    const { task } = trial.task('analisis')
    trial.must(officer('staf-jaringan'), { type: 'take', task })
    expect(trial.refusal(officer('ketua-tim'), withdraw()).sentence.id).toContain('pekerjaannya sudah dimulai')
    trial.must(officer('staf-jaringan'), { type: 'release', task })
    trial.finish('analisis', { note: 'Kabel cukup' })
    expect(trial.refusal(officer('ketua-tim'), withdraw()).sentence.id).toContain('pekerjaannya sudah dimulai')
  })

  test('is taken back by whoever holds the post that gave it, and closes what waits on other desks', () => {
    const trial = begun()
    trial.must(officer('ketua-tim', 'orang-pengganti'), { type: 'withdraw', reason: 'Jadwal diubah' })
    expect(trial.dossier()).toMatchObject({ status: 'withdrawn', reason: 'Jadwal diubah' })
    expect(trial.open()).toEqual([])
    expect(trial.refusal(officer('ketua-tim'), { type: 'withdraw', reason: 'Lagi' }).code).toBe('not-open')
  })

  test('begins by the calendar where the procedure has a rule for it, and by a probe only where it has one', () => {
    const trial = trialOf(NETWORK, { posts: ['ketua-tim', 'staf-jaringan'] })
    expect(trial.refusal(system('monitor'), { ...order(), channel: 'monitor' }).code).toBe('not-allowed')
    trial.must(system('schedule'), { ...order(), channel: 'schedule' })
    expect(trial.dossier().channel).toBe('schedule')
  })
})

describe('the work itself', () => {
  test('an analysis without a result is not taken', () => {
    expect(refusedAt(begun(), 'analisis', { note: ' ' })).toBe('Tulis hasil analisis secara ringkas.')
  })

  test('figures of a measurement stand in the form of the dossier, with their papers', () => {
    const trial = atMeasuring()
    trial.finish('ukur', measured())
    expect(trial.dossier().form).toEqual({
      lokasi: 'Balai Desa',
      latensi: '12,5',
      titik: [{ nama: 'A', redaman: '-18' }],
    })
    expect(trial.dossier().papers.map((one) => one.paper)).toEqual(['foto-ukur'])
    expect(trial.open()).toEqual(['lapor'])
  })

  test.each([
    ['a figure that is no number', { form: { latensi: 'cepat' } }, 'Tulis angka, misalnya 12 atau -18,5.'],
    ['a figure beyond all limits', { form: { latensi: '-1' } }, 'Nilainya harus 0 sampai 10000 ms.'],
    ['no figure', { form: {} }, 'Latensi belum diisi.'],
    ['no photo', { papers: [] }, 'Foto belum dilampirkan.'],
    ['a row without its name', { form: { latensi: '1', titik: [{ redaman: '-18' }] } }, 'Nama belum diisi.'],
    [
      'too many rows',
      { form: { latensi: '1', titik: [{ nama: 'A' }, { nama: 'B' }, { nama: 'C' }] } },
      'Paling banyak 2 baris; sekarang 3.',
    ],
  ])('%s is told', (_, over, says) => {
    expect(refusedAt(atMeasuring(), 'ukur', measured(over))).toBe(says)
  })

  test('a figure outside what is expected is taken with its explanation, and not without', () => {
    const trial = atMeasuring()
    const slow = measured({ form: { latensi: '80' } })
    expect(refusedAt(trial, 'ukur', slow)).toContain('Latensi di luar batas yang diharapkan')
    trial.finish('ukur', { ...slow, note: 'Perangkat lama, diganti besok' })
    expect(trial.open()).toEqual(['lapor'])
  })
})
