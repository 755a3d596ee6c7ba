// What people ask of one dossier from its submit to its rating, in order: SOP 03/13 as the tests walk it.

import { randomUUID } from 'node:crypto'
import type { Command } from '../../src/core/dossier/commands.ts'
import { type Dossier, openMainTasks, openTasks } from '../../src/core/dossier/dossier.ts'
import type { By, PaperRef, Proof } from '../../src/core/dossier/events.ts'
import { SEALED } from '../../src/core/dossier/letters/sealed.fixture.ts'
import { mustFind } from './office.ts'

export type Said = { by: By; command: Command }

const CLIENT = 'dinas-arsip'
const APPLICANT = '11111111-1111-4111-8111-111111111111'
const EDITION = { procedure: 'subdomain-hosting', edition: '2025-05' }

export const byClient: By = { kind: 'client', person: APPLICANT, client: CLIENT }
const bySystem: By = { kind: 'system', job: 'fulfil' }
export const byPost = (post: string): By => ({ kind: 'post', person: randomUUID(), post, capacity: 'definitive' })

const contact = { nama: 'Pengelola Laman', jabatan: 'Pengelola', email: 'laman@arsip.example', telepon: '0291 000000' }

export const submit = (): Said & { edition: typeof EDITION } => ({
  by: byClient,
  edition: EDITION,
  command: {
    type: 'submit',
    form: {
      jenis: 'baru',
      'nama-domain': `uji-${randomUUID().slice(0, 13)}`,
      keperluan: 'Katalog arsip daerah untuk masyarakat',
      tujuan: 'hosting',
      'pj-administratif': contact,
      'pj-teknis': contact,
      'nomor-surat': '045/77/2026',
      'tanggal-surat': '2026-11-19',
      persetujuan: 'ya',
    },
    papers: [paper('surat-permohonan')],
    client: CLIENT,
    applicant: APPLICANT,
    channel: 'online',
    trackingCode: randomUUID(),
  },
})

/** After the submit; each is asked when the one before it has been done. */
export const STAGES: readonly ((dossier: Dossier) => Said)[] = [
  (dossier) => finish(dossier, { urgency: 'segera', secrecy: 'biasa' }),
  (dossier) => finish(dossier, { instructions: ['Proses lebih lanjut'], note: 'Mohon diproses' }),
  (dossier) => finish(dossier, { note: 'Teruskan' }),
  (dossier) => finish(dossier, { note: 'Kerjakan' }),
  (dossier) => onTask(dossier, 'take'),
  (dossier) => finish(dossier, {}),
  (dossier) => prove(dossier),
  (dossier) => finish(dossier, { phase: 'ask-initials' }),
  (dossier) => initial(dossier),
  (dossier) => finish(dossier, { phase: 'send' }),
  (dossier) => fileLetter(dossier),
  (dossier) => finish(dossier, { note: 'Diterima' }),
  () => ({ by: byClient, command: { type: 'rate', score: 4, comment: 'Baik' } }),
]

/** Takes the open step into one's hands, or gives it back, under the post that it waits for. */
export const onTask = (dossier: Dossier, type: 'take' | 'release', by?: By): Said => {
  const task = mustFind(openMainTasks(dossier)[0])
  return { by: by ?? byPost(mustFind(task.posts[0])), command: { type, task: task.task } }
}

const finish = (dossier: Dossier, answer: unknown): Said => {
  const { task, posts, takenBy } = mustFind(openMainTasks(dossier)[0])
  const post = posts[0] === undefined ? byClient : byPost(posts[0])
  const by = takenBy === null || post.kind !== 'post' ? post : { ...post, person: takenBy }
  return { by, command: { type: 'finish-step', task, answer } }
}

const prove = (dossier: Dossier): Said => {
  const { task, attempt } = mustFind(openMainTasks(dossier)[0])
  return {
    by: bySystem,
    command: { type: 'record-proof', task, attempt, proofs: [passed('hosting-space'), passed('dns-record')] },
  }
}

const initial = (dossier: Dossier): Said => {
  const { task, posts } = mustFind(openTasks(dossier).find(({ kind }) => kind === 'initial'))
  return { by: byPost(mustFind(posts[0])), command: { type: 'finish-step', task, answer: { verdict: 'initialed' } } }
}

const fileLetter = (dossier: Dossier): Said => {
  const { letter, task } = mustFind(dossier.letters[0])
  return { by: bySystem, command: { type: 'file-letter', task, letter, paper: paper(letter), signature: SEALED } }
}

const passed = (fulfil: Proof['fulfil']): Proof => ({
  fulfil,
  passed: true,
  byHand: false,
  checks: [],
  reason: null,
  secret: null,
})

const paper = (kind: string): PaperRef => ({
  id: randomUUID(),
  paper: kind,
  sha256: 'b'.repeat(64),
  bytes: 3456,
  mime: 'application/pdf',
  name: `${kind}.pdf`,
})
