// What goes back to the beginning: to whoever began, with a reason, and never to those who share the first step on paper.
import { expect, test } from 'vitest'
import { applicant, CLIENT, officer, procedureFrom, type Trial, trialOf } from './trial.fixture.ts'

const STUDIO = procedureFrom(`
procedure: pinjam-studio
edition: '1'
title: Peminjaman studio
starts: [{ by: client }, { by: post }]
actors:
  opd: { label: OPD, is: applicant }
  sekretariat: { label: Sekretariat, post: sekretariat }
  kabid: { label: Kabid, post: kabid }
form:
  - group: isian
    label: Isian
    fields: [{ field: pada, type: date, label: Tanggal, required: true }]
subject: 'Studio pada {pada}'
steps:
  - { step: ajukan, actor: [opd, sekretariat], act: submit, activity: Mengajukan }
  - step: periksa
    actor: kabid
    act: check
    activity: Memeriksa
    decides: { question: Tersedia?, exits: [{ answer: ya, label: Ya, to: end }, { answer: tidak, label: Tidak, to: ajukan }] }
policy: { return: { from: [periksa], to: ajukan } }
`)

const begun = (by: 'opd' | 'sekretariat'): Trial => {
  const trial = trialOf(STUDIO, { posts: ['sekretariat', 'kabid'] })
  const own = by === 'opd'
  trial.must(own ? applicant() : officer('sekretariat'), {
    type: 'submit',
    form: { pada: '2026-12-01' },
    papers: [],
    client: own ? CLIENT : 'kantor',
    applicant: own ? 'orang-pemohon' : null,
    channel: own ? 'online' : 'order',
    clientKind: own ? 'agency' : 'office',
    trackingCode: '7K4P9QXR2M',
  })
  return trial
}

const sentBack = (trial: Trial) => {
  const task = trial.task('periksa')
  trial.must(officer('kabid'), {
    type: 'finish-step',
    task: task.task,
    answer: { exit: 'tidak', note: 'Pilih hari lain' },
  })
  return trial.task('ajukan')
}

test('an answer that gives the request back to its applicant has to say what is wrong', () => {
  const trial = begun('opd')
  const task = trial.task('periksa')
  const refusal = trial.refusal(officer('kabid'), { type: 'finish-step', task: task.task, answer: { exit: 'tidak' } })
  expect(refusal).toMatchObject({ code: 'invalid-answer', at: [['note']] })
  trial.must(officer('kabid'), { type: 'finish-step', task: task.task, answer: { exit: 'ya' } })
  expect(trial.dossier().status).toBe('finished')
})

test('a first step that is shared goes back to the applicant alone where the applicant began', () => {
  expect(sentBack(begun('opd'))).toMatchObject({ posts: [], forApplicant: true, round: 2 })
  const trial = begun('opd')
  trial.must(officer('kabid'), { type: 'return', task: trial.task('periksa').task, reason: 'Kurang' })
  expect(trial.task('ajukan')).toMatchObject({ posts: [], forApplicant: true })
})

test('and to the post alone where a post gave the order', () => {
  expect(sentBack(begun('sekretariat'))).toMatchObject({ posts: ['sekretariat'], forApplicant: false })
})

test('dates in the line by which people call the dossier are said as people say them', () => {
  expect(begun('opd').dossier().subject).toBe('Studio pada 1 Desember 2026')
})
