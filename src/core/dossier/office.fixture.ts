// An invented procedure with every act and policy, and a dossier on its way along it. For tests.
import {
  applicant,
  CLIENT,
  officer,
  paperOf,
  procedureFrom,
  proofOf,
  system,
  type Trial,
  trialOf,
} from './trial.fixture.ts'

export const DESK = `
procedure: nama-situs
edition: '1'
title: Nama situs
actors:
  pemohon: { label: Pemohon, is: applicant }
  loket: { label: Loket, post: loket }
  kepala: { label: Kepala, post: kepala }
  kabid: { label: Kabid, post: kabid }
  teknisi: { label: Teknisi, post: teknisi }
form:
  - group: isian
    label: Isian
    fields:
      - { field: nama, type: domain-name, label: Nama, required: true }
      - field: jenis
        type: choice
        label: Jenis
        required: true
        options: [{ value: hosting, label: Hosting }, { value: alamat, label: Alamat sendiri }]
      - { field: alamat, type: ip, label: Alamat, required: true, when: { field: jenis, is: alamat } }
      - { field: kontak, type: person, label: Kontak, required: true }
      - { field: surat, type: file, label: Surat, paper: surat, accept: [pdf], required: true }
      - { field: lampiran, type: file, label: Lampiran, paper: lampiran, accept: [pdf] }
subject: 'Situs {nama} ({jenis})'
steps:
  - { step: ajukan, actor: pemohon, act: submit, activity: Mengajukan, makes: [surat] }
  - { step: catat, actor: loket, act: enter, activity: Mencatat, time: 5 menit, needs: [surat], makes: [agenda], forwardsTo: kepala }
  - { step: disposisi, actor: kepala, act: dispose, activity: Mendisposisikan, needs: [surat], makes: [catatan], forwardsTo: teknisi }
  - step: buat
    actor: teknisi
    act: fulfil
    activity: Membuat
    needs: [surat]
    makes: [hasil]
    fulfils:
      - { fulfil: hosting-space, with: { name: nama }, when: { field: jenis, is: hosting } }
      - { fulfil: dns-record, with: { name: nama, address: alamat } }
  - { step: kirim, actor: teknisi, act: send, activity: Mengirim surat, needs: [hasil], makes: [balasan], letter: balasan }
  - { step: terima, actor: pemohon, act: receive, activity: Menerima, needs: [balasan] }
policy:
  return: { from: [catat, buat], to: ajukan }
  reject: { by: [disposisi], reason: required, letter: penolakan }
  withdraw: { by: applicant, before: buat }
  initials: { balasan: [kepala, kabid] }
  rating: true
  counter: true
`

export const FORM = {
  nama: 'arsip',
  jenis: 'hosting',
  kontak: { nama: 'Pengelola Laman', jabatan: 'Pengelola', email: 'laman@arsip.example', telepon: '0291 000000' },
}

export const POSTS = ['loket', 'kepala', 'kabid', 'teknisi', 'arsiparis']

export const submitCommand = (form: Record<string, unknown> = FORM) => ({
  type: 'submit' as const,
  form: form as typeof FORM,
  papers: [paperOf('surat')],
  client: CLIENT,
  applicant: 'orang-pemohon',
  channel: 'online' as const,
  trackingCode: '7K4P9QXR2M',
})

export const ENTERED = { urgency: 'segera', secrecy: 'biasa' }
const PASSED = [proofOf('hosting-space'), proofOf('dns-record')]

export const deskTrial = (yaml = DESK): Trial => trialOf(procedureFrom(yaml), { posts: POSTS })

const STEPS = ['catat', 'disposisi', 'buat', 'kirim', 'terima', 'end'] as const

/** A dossier that now waits at this step. */
export const waitingAt = (step: (typeof STEPS)[number], yaml = DESK): Trial => {
  const trial = deskTrial(yaml)
  trial.must(applicant(), submitCommand())
  const ahead = STEPS.slice(0, STEPS.indexOf(step))
  if (ahead.includes('catat')) trial.finish('catat', ENTERED)
  if (ahead.includes('disposisi')) trial.finish('disposisi', { note: 'Tindak lanjuti' })
  if (ahead.includes('buat')) prove(trial)
  if (ahead.includes('kirim')) {
    askInitials(trial)
    for (const post of ['kepala', 'kabid']) initial(trial, post)
    trial.finish('kirim', { phase: 'send' })
    trial.must(system('make-letter'), fileLetter(trial.task('kirim').task))
  }
  if (ahead.includes('terima')) trial.finish('terima')
  return trial
}

export const prove = (trial: Trial): void => {
  const { task } = trial.task('buat')
  trial.finish('buat')
  trial.must(system(), { type: 'record-proof', task, attempt: trial.task('buat').attempt, proofs: PASSED })
}

export const askInitials = (trial: Trial, draft = ''): void => {
  trial.finish('kirim', { phase: 'ask-initials', draft })
}

export const sideTask = (trial: Trial, post: string): string => {
  const found = trial
    .dossier()
    .tasks.find((task) => task.kind !== 'main' && task.closedAt === null && task.posts.includes(post))
  if (!found) throw new Error(`${post} has no side task`)
  return found.task
}

export const initial = (trial: Trial, post: string, answer: unknown = { verdict: 'initialed' }): void => {
  trial.must(officer(post), { type: 'finish-step', task: sideTask(trial, post), answer })
}

export const fileLetter = (task: string | null, letter = 'balasan') => ({
  type: 'file-letter' as const,
  task,
  letter,
  paper: paperOf(letter, `surat-${letter}`),
})
