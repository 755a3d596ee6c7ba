// A dossier that the calendar begins: what nobody was asked is not missing, and nobody is waited for who is not there.
import { describe, expect, test } from 'vitest'
import { CLIENT, officer, procedureFrom, system, type Trial, trialOf } from './trial.fixture.ts'

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
