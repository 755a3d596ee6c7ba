// A letter that rises from its draft by initials to the signature, each a step of its own.
import { describe, expect, test } from 'vitest'
import { openTasks } from './dossier.ts'
import { reactions } from './reactions.ts'
import { actorFor, applicant, CLIENT, officer, procedureFrom, type Trial, trialOf } from './trial.fixture.ts'
import { submitWith } from './walk.fixture.ts'

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

const refusedAt = (trial: Trial, step: string, answer: unknown) => {
  const task = trial.task(step)
  return trial.refusal(actorFor(task), { type: 'finish-step', task: task.task, answer }).sentence.id
}

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
    expect(reactions('demak', trial.dossier(), back)).toMatchObject([
      { task: 'notify', payload: { told: [{ occasion: 'letter-sent-back', task: trial.task('susun').task }] } },
    ])
    expect(trial.open()).toEqual(['susun'])
    trial.finish('susun', { draft: 'Tiang di sisi utara, jarak 40 meter.' })
    expect(trial.open()).toEqual(['paraf'])
    trial.finish('paraf', { verdict: 'initialed' })
    trial.finish('tanda-tangan', { phase: 'send' })
    expect(trial.dossier().letters.map((one) => one.draft.note)).toEqual(['Tiang di sisi utara, jarak 40 meter.'])
  })
})

const TWO_WAYS = procedureFrom(`
procedure: dua-jalan
edition: '1'
title: Dua Jalan
actors:
  pemohon: { label: Pemohon, is: applicant }
  staf: { label: Staf, post: staf-jaringan }
  kabid: { label: Kabid, post: kabid }
steps:
  - { step: ajukan, actor: pemohon, act: submit, activity: Mengajukan }
  - { step: susun, actor: staf, act: draft, letter: balasan, activity: Menyusun, then: [kirim, kirim-lagi] }
  - { step: kirim, actor: staf, act: send, letter: balasan, activity: Mengirim, then: temu }
  - { step: kirim-lagi, actor: staf, act: send, letter: balasan, activity: Mengirim lagi, then: temu }
  - { step: temu, actor: staf, act: do, activity: Mencatat, join: all }
policy:
  initials: { balasan: [kabid] }
`)

test('two strands that send the same kind of letter do not take it out of each other’s hands', () => {
  const trial = trialOf(TWO_WAYS, { posts: ['staf-jaringan', 'kabid'] })
  submitWith(trial, {})
  trial.finish('susun', { draft: 'Selesai dikerjakan.' })
  trial.finish('kirim', { phase: 'ask-initials' })
  trial.finish('kirim-lagi', { phase: 'ask-initials', draft: 'Selesai seluruhnya.' })
  for (const { task } of openTasks(trial.dossier()).filter(({ kind }) => kind === 'initial'))
    trial.must(officer('kabid'), { type: 'finish-step', task, answer: { verdict: 'initialed' } })
  trial.finish('kirim', { phase: 'send' })
  trial.finish('kirim-lagi', { phase: 'send' })
  expect(trial.dossier().letters.map(({ draft, task, initials }) => [draft.note, task, initials.length])).toEqual([
    ['Selesai dikerjakan.', trial.task('kirim').task, 1],
    ['Selesai seluruhnya.', trial.task('kirim-lagi').task, 1],
  ])
})

test('what a strand has drafted anew is not mixed with the letter that it has in hand', () => {
  const trial = trialOf(TWO_WAYS, { posts: ['staf-jaringan', 'kabid'] })
  submitWith(trial, {})
  trial.finish('susun', { draft: 'Selesai dikerjakan.' })
  trial.finish('kirim', { phase: 'save', draft: 'Satu' })
  trial.finish('kirim-lagi', { phase: 'save', draft: 'Dua' })
  trial.finish('kirim', { phase: 'save', draft: 'Tiga' })
  expect(trial.dossier().letters.map(({ versions }) => versions.map(({ draft }) => draft.note))).toEqual([
    ['Selesai dikerjakan.', 'Satu', 'Tiga'],
    ['Dua'],
  ])
})

test('a draft that is sent back at its initial is told to whoever has it, with the task it waits at', () => {
  const trial = trialOf(TWO_WAYS, { posts: ['staf-jaringan', 'kabid'] })
  submitWith(trial, {})
  trial.finish('susun', { draft: 'Selesai dikerjakan.' })
  trial.finish('kirim', { phase: 'ask-initials' })
  const [initial] = openTasks(trial.dossier()).filter(({ kind }) => kind === 'initial')
  const answer = { verdict: 'sent-back', note: 'Sebut tanggalnya' }
  const back = trial.must(officer('kabid'), { type: 'finish-step', task: initial?.task ?? '', answer })
  expect(reactions('demak', trial.dossier(), back)).toMatchObject([
    { task: 'notify', payload: { told: [{ occasion: 'letter-sent-back', task: trial.task('kirim').task }] } },
  ])
})
