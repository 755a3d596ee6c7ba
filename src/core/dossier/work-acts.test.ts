// The acts of the work itself: analysing, measuring, reporting, drafting and signing; and who may begin a dossier.
import { describe, expect, test } from 'vitest'
import { reactions } from './reactions.ts'
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
import { submitWith } from './walk.fixture.ts'

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

const YEARLY = procedureFrom(`
procedure: telaah
edition: '1'
title: Telaah tahunan
starts: [{ by: client }, { by: schedule, rule: FREQ=YEARLY, form: { layanan: x } }]
actors:
  opd: { label: OPD, is: applicant }
  staf: { label: Staf, post: staf-jaringan }
form:
  - group: isian
    label: Isian
    fields:
      - { field: layanan, type: text, label: Layanan, required: true }
      - { field: alamat, type: url, label: Alamat, required: true }
      - { field: surat, type: file, label: Surat, paper: surat-permohonan, accept: [pdf], required: true }
steps:
  - { step: ajukan, actor: opd, act: submit, activity: Mengajukan }
  - { step: telaah, actor: staf, act: do, activity: Menelaah }
  - { step: tanggapi, actor: opd, act: do, activity: Menanggapi }
  - step: nilai
    actor: opd
    act: receive
    activity: Menilai
    decides: { question: Sudah baik?, exits: [{ answer: tidak, label: Tidak, to: telaah }, { answer: ya, label: Ya, to: catat }] }
  - { step: catat, actor: staf, act: do, activity: Mencatat }
policy: { return: { from: [telaah], to: ajukan } }
`)

describe('a dossier that the calendar begins', () => {
  const scheduled = (form: Record<string, string>) => ({ ...order(), channel: 'schedule' as const, form })
  const begunBy = (form: Record<string, string>, more: object = {}): Trial => {
    const trial = trialOf(YEARLY, { posts: ['staf-jaringan'] })
    trial.must(system('schedule'), { ...scheduled(form), ...more })
    return trial
  }

  test('needs neither the letter nor the fields that nobody was asked for, but what stands there has to be right', () => {
    expect(begunBy({ layanan: 'Portal' }).open()).toEqual(['telaah'])
    const trial = trialOf(YEARLY, { posts: ['staf-jaringan'] })
    expect(trial.refusal(system('schedule'), scheduled({ alamat: 'bukan alamat' })).sentence.id).toContain('https://')
  })

  test('passes over the steps and questions of an applicant whom it does not have, towards the end, and is not returned to nobody', () => {
    const trial = begunBy({ layanan: 'Portal' })
    const returned = { type: 'return' as const, task: trial.task('telaah').task, reason: 'Kurang' }
    expect(trial.refusal(officer('staf-jaringan'), returned).sentence.id).toContain('dimulai oleh kantor sendiri')
    trial.finish('telaah')
    expect(trial.open()).toEqual(['catat'])
    trial.finish('catat')
    expect(trial.dossier().status).toBe('finished')
  })

  test('waits for the agency whose thing it is about, where it is about one', () => {
    const trial = begunBy({ layanan: 'Portal' }, { client: CLIENT, clientKind: 'agency' })
    trial.finish('telaah')
    expect(trial.open()).toEqual(['tanggapi'])
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

const LETTER = procedureFrom(`
procedure: rekomendasi
edition: '1'
title: Rekomendasi
actors:
  pemohon: { label: Pemohon, is: applicant }
  staf: { label: Staf, post: staf-jaringan }
  kabid: { label: Kabid, post: kabid }
  kadin: { label: Kadin, post: kepala-dinas }
steps:
  - { step: ajukan, actor: pemohon, act: submit, activity: Mengajukan }
  - { step: susun, actor: staf, act: draft, letter: rekomendasi, activity: Menyusun }
  - { step: paraf, actor: kabid, act: initial, letter: rekomendasi, activity: Memaraf }
  - { step: tanda-tangan, actor: kadin, act: sign, letter: rekomendasi, activity: Menandatangani }
policy:
  sendBack: [{ from: [paraf], to: susun }]
`)

test('a draft may also write down what was made with it, and does not pass without that', () => {
  const asking = procedureFrom(`
procedure: surel
edition: '1'
title: Surel
actors: { pemohon: { label: P, is: applicant }, staf: { label: S, post: staf-jaringan } }
form:
  - { group: akun, label: Akun, at: susun, fields: [{ field: akun, type: mailbox-name, label: Akun, required: true }] }
steps:
  - { step: ajukan, actor: pemohon, act: submit, activity: Mengajukan }
  - { step: susun, actor: staf, act: draft, letter: balasan, activity: Menyusun }
  - { step: kirim, actor: staf, act: send, letter: balasan, activity: Mengirim }
`)
  const trial = trialOf(asking, { posts: ['staf-jaringan'] })
  submitWith(trial, {})
  expect(refusedAt(trial, 'susun', { draft: 'Akun siap.' })).toBe('Akun belum diisi.')
  trial.finish('susun', { draft: 'Akun siap.', form: { akun: 'dinas.arsip' } })
  expect(trial.dossier().form).toEqual({ akun: 'dinas.arsip' })
  expect(trial.dossier().letters[0]?.draft.note).toBe('Akun siap.')
})

const atInitials = (): Trial => {
  const trial = trialOf(LETTER, { posts: ['staf-jaringan', 'kabid', 'kepala-dinas'] })
  trial.must(applicant(), {
    ...order(),
    form: {},
    client: CLIENT,
    applicant: 'orang-pemohon',
    channel: 'online',
    clientKind: 'agency',
  })
  trial.finish('susun', { draft: 'Tiang di sisi utara.' })
  return trial
}

describe('a letter that rises from draft to signature', () => {
  test('is one letter: drafted, initialed, numbered once with the text that was initialed', () => {
    const trial = atInitials()
    trial.finish('paraf', { verdict: 'initialed' })
    trial.finish('tanda-tangan', { phase: 'send' })
    const { letters } = trial.dossier()
    expect(letters).toHaveLength(1)
    expect(letters[0]).toMatchObject({ draft: { note: 'Tiang di sisi utara.' }, task: trial.task('tanda-tangan').task })
    expect(letters[0]?.initials.map((one) => one.post)).toEqual(['kabid'])
    expect(letters[0]?.number).not.toBeNull()
  })

  test('is not signed with another text than the one that was initialed', () => {
    const trial = atInitials()
    trial.finish('paraf', { verdict: 'initialed' })
    expect(refusedAt(trial, 'tanda-tangan', { phase: 'send', draft: 'Tiang di sisi selatan.' })).toContain(
      'berubah setelah diparaf',
    )
  })

  test('goes back to its writer inside the office, of which the applicant hears nothing, and comes back to who asked', () => {
    const trial = atInitials()
    const task = trial.task('paraf')
    const back = trial.must(officer('kabid'), { type: 'return', task: task.task, reason: 'Sebutkan jarak tiang' })
    expect(reactions('demak', trial.dossier(), back)).toEqual([])
    expect(trial.open()).toEqual(['susun'])
    trial.finish('susun', { draft: 'Tiang di sisi utara, jarak 40 meter.' })
    expect(trial.open()).toEqual(['paraf'])
    trial.finish('paraf', { verdict: 'initialed' })
    trial.finish('tanda-tangan', { phase: 'send' })
    expect(trial.dossier().letters.map((one) => one.draft.note)).toEqual(['Tiang di sisi utara, jarak 40 meter.'])
  })
})
