// The two clocks of a dossier: when they run, when the promise waits for others, and what they then say.
import { describe, expect, test } from 'vitest'
import { office as calendar, wib } from '../clock/office.fixture.ts'
import { type Clock, clockOf, openClocks, promiseDue, stepDue } from './clocks.ts'
import { DESK, ENTERED, FORM, waitingAt } from './office.fixture.ts'
import { pausesOf } from './pauses.ts'
import { applicant, CLIENT, officer, paperOf, procedureFrom, type Trial, trialOf } from './trial.fixture.ts'

const office = { agency: { units: [], posts: [] }, calendar }
const PROMISED = DESK.replace('title: Nama situs', 'title: Nama situs\npromise: 2 hari')
// The trial begins on Friday 20 November at 09.00.
const START = wib('2026-11-20 09.00')

const clocks = (trial: Trial, now: string): Clock[] =>
  openClocks({ procedure: trial.procedure, dossier: trial.dossier(), office, now: wib(now) })

const promise = (trial: Trial, now: string): Clock => {
  const found = clockOf({ procedure: trial.procedure, dossier: trial.dossier(), office, now: wib(now) }, 'promise')
  if (!found) throw new Error('Every dossier has a promise clock')
  return found
}

const giveBack = (trial: Trial, step: 'catat' | 'buat', post: string): void => {
  trial.must(officer(post), { type: 'return', task: trial.task(step).task, reason: 'Nama belum tepat' })
}

describe('an open dossier', () => {
  test('has a clock of the promise and one of the step at the office', () => {
    const trial = waitingAt('catat', PROMISED)
    expect(clocks(trial, '2026-11-20 09.03')).toMatchObject([
      { clock: 'promise', task: null, startedAt: START, dueAt: wib('2026-11-24 09.00'), standing: 'in-time' },
      { clock: trial.task('catat').task, startedAt: START, dueAt: wib('2026-11-20 09.05'), usedMinutes: 3 },
    ])
    expect(clocks(trial, '2026-11-20 09.06')[1]?.standing).toBe('overdue')
  })

  test('has no clock for what the applicant does, and a step without a limit is never late', () => {
    const trial = waitingAt('terima', PROMISED)
    expect(clocks(trial, '2026-11-30 09.00').map((one) => one.clock)).toEqual(['promise'])
    const asked = waitingAt('disposisi', PROMISED)
    expect(clocks(asked, '2026-11-30 09.00')[1]).toMatchObject({ dueAt: null, standing: 'untimed' })
  })

  test('tells of an unknown task that it has no clock', () => {
    const trial = waitingAt('catat', PROMISED)
    const input = { procedure: trial.procedure, dossier: trial.dossier(), office, now: START }
    expect(clockOf(input, 'tugas-lain')).toBeNull()
  })
})

describe('a return to the applicant', () => {
  test('lets the promise wait, and gives back what was left when the correction comes', () => {
    const trial = waitingAt('catat', PROMISED)
    trial.setNow(wib('2026-11-20 10.00'))
    giveBack(trial, 'catat', 'loket')
    expect(promise(trial, '2026-11-23 10.00')).toMatchObject({ dueAt: null, standing: 'paused', usedMinutes: 60 })
    trial.setNow(wib('2026-11-23 10.00'))
    trial.finish('ajukan', { form: FORM })
    expect(pausesOf(trial.procedure, trial.dossier())).toEqual([
      { from: wib('2026-11-20 10.00'), to: wib('2026-11-23 10.00'), waitedFor: 'applicant' },
    ])
    // Kept: Friday 10.00 to Tuesday 09.00, 840 minutes: 300 on Monday, 450 on Tuesday, 90 on Wednesday.
    expect(promise(trial, '2026-11-23 10.00')).toMatchObject({ dueAt: wib('2026-11-25 09.00'), standing: 'in-time' })
    expect(promiseDue({ procedure: trial.procedure, dossier: trial.dossier(), office })).toBe(wib('2026-11-25 09.00'))
  })

  test('lets it run on where the policy says so', () => {
    const strict = PROMISED.replace('to: ajukan }', 'to: ajukan, pauses: false }')
    const trial = waitingAt('catat', strict)
    giveBack(trial, 'catat', 'loket')
    expect(promise(trial, '2026-11-20 10.00')).toMatchObject({ dueAt: wib('2026-11-24 09.00'), pauses: [] })
  })

  test('of what was already late leaves it late', () => {
    const trial = waitingAt('catat', PROMISED)
    trial.setNow(wib('2026-11-24 10.00'))
    giveBack(trial, 'catat', 'loket')
    expect(promise(trial, '2026-11-25 10.00')).toMatchObject({ dueAt: wib('2026-11-24 09.00'), standing: 'overdue' })
  })

  test('that is answered by a withdrawal ends the pause with the dossier', () => {
    const trial = waitingAt('catat', PROMISED)
    trial.setNow(wib('2026-11-20 10.00'))
    giveBack(trial, 'catat', 'loket')
    trial.setNow(wib('2026-11-20 13.00'))
    trial.must(applicant(), { type: 'withdraw', reason: '' })
    expect(clocks(trial, '2026-11-24 10.00')).toEqual([])
    expect(promise(trial, '2026-11-30 10.00')).toMatchObject({ standing: 'in-time', usedMinutes: 60 })
    expect(promise(trial, '2026-11-30 10.00').pauses).toMatchObject([{ to: wib('2026-11-20 13.00') }])
  })
})

test('a step that the policy declares lets the promise wait as long as it stands open', () => {
  const trial = waitingAt('disposisi', `${PROMISED}  pauses: [{ step: disposisi, for: third-party }]\n`)
  expect(promise(trial, '2026-11-20 10.00')).toMatchObject({ dueAt: null, standing: 'paused' })
  trial.setNow(wib('2026-11-20 13.30'))
  trial.finish('disposisi', { note: 'Tindak lanjuti' })
  expect(promise(trial, '2026-11-20 14.00')).toMatchObject({
    // Two and a half hours of the morning and half an hour of the afternoon passed in the pause.
    dueAt: wib('2026-11-24 12.00'),
    pauses: [{ from: START, to: wib('2026-11-20 13.30'), waitedFor: 'third-party' }],
  })
})

const FORKED = `
procedure: dua-jalan
edition: '1'
title: Dua jalan
promise: 1 hari
actors:
  pemohon: { label: Pemohon, is: applicant }
  satu: { label: Satu, post: satu }
  dua: { label: Dua, post: dua }
form: [{ group: isian, label: Isian, fields: [{ field: surat, type: file, label: Surat, paper: surat, accept: [pdf] }] }]
steps:
  - { step: ajukan, actor: pemohon, act: submit, activity: Mengajukan, makes: [surat], then: [cek, pesan] }
  - { step: cek, actor: satu, act: do, activity: Memeriksa, time: 1 jam, needs: [surat], makes: [cek], then: tutup }
  - { step: pesan, actor: dua, act: do, activity: Memesan, needs: [surat], makes: [pesanan], then: tutup }
  - { step: tutup, actor: satu, act: do, activity: Menutup, needs: [cek, pesanan], makes: [hasil], join: all }
policy:
  pauses: [{ step: pesan, for: third-party }]
`

test('with two strands the promise waits only while both of them do', () => {
  const trial = trialOf(procedureFrom(FORKED), { posts: ['satu', 'dua'] })
  trial.must(applicant(), {
    type: 'submit',
    form: {},
    papers: [paperOf('surat')],
    client: CLIENT,
    applicant: 'orang-pemohon',
    channel: 'online',
    trackingCode: '7K4P9QXR2M',
  })
  expect(promise(trial, '2026-11-20 09.30').standing).toBe('in-time')
  trial.setNow(wib('2026-11-20 10.00'))
  trial.finish('cek')
  expect(promise(trial, '2026-11-20 10.30')).toMatchObject({ standing: 'paused', usedMinutes: 60 })
  trial.setNow(wib('2026-11-20 11.00'))
  trial.finish('pesan')
  expect(promise(trial, '2026-11-20 11.00').pauses).toEqual([
    { from: wib('2026-11-20 10.00'), to: wib('2026-11-20 11.00'), waitedFor: 'third-party' },
  ])
})

test('a step is timed alone by its lines of the procedure, also where only its row was read', () => {
  const { procedure } = waitingAt('catat', PROMISED)
  const row = {
    step: 'catat',
    kind: 'main' as const,
    openedAt: wib('2026-11-20 11.28'),
    forApplicant: false,
    posts: [],
  }
  expect(stepDue(procedure, office, row)).toBe(wib('2026-11-20 13.03'))
  expect(stepDue(procedure, office, { ...row, kind: 'attention' })).toBeNull()
  expect(stepDue(procedure, office, { ...row, forApplicant: true })).toBeNull()
})

test('a second return makes a second pause', () => {
  const trial = waitingAt('catat', PROMISED)
  giveBack(trial, 'catat', 'loket')
  trial.tick(30)
  trial.finish('ajukan', { form: FORM })
  trial.tick(30)
  giveBack(trial, 'catat', 'loket')
  trial.tick(30)
  trial.finish('ajukan', { form: FORM })
  trial.finish('catat', ENTERED)
  expect(pausesOf(trial.procedure, trial.dossier()).map(({ from, to }) => [from, to])).toEqual([
    [START, wib('2026-11-20 09.30')],
    [wib('2026-11-20 10.00'), wib('2026-11-20 10.30')],
  ])
})
