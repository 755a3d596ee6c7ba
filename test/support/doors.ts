// The two doors to a dossier: the same deed by the forms of the pages, and by the machine interface.
import { randomUUID } from 'node:crypto'
import type { ApiAnswer, Program } from './api.ts'
import { typed } from './apply.ts'
import { uploaded } from './filing.ts'
import type { Answer, FormFields, FormFile, Visit } from './visit.ts'
import { letterPdf, type Walk } from './walk.ts'

export type Someone = { who: string; visit: Visit; program: Program; isStranger?: boolean }

export type Deed = {
  name: string
  /** Every form by which a page lets it be done: the applicant's, the officer's. */
  page: (visit: Visit, walk: Walk, someone: Someone) => Promise<Answer[]>
  api: (someone: Someone, walk: Walk) => Promise<ApiAnswer>
}

const taskOf = async (walk: Walk): Promise<string> =>
  (await walk.see()).tasks.findLast((one) => !one.closedAt)?.task ?? ''
const mine = (visit: Visit, walk: Walk, act: string, fields: FormFields = {}, files: FormFile[] = []) =>
  visit.post(`/mine/${walk.id}/${act}`, { act, key: randomUUID(), ...fields }, files, `/mine/${walk.id}`)
const desk = async (visit: Visit, walk: Walk, deed: string, fields: FormFields = {}, files: FormFile[] = []) =>
  visit.post(`/dossiers/${walk.id}`, { do: deed, task: await taskOf(walk), key: randomUUID(), ...fields }, files)
const map = async (): Promise<FormFile[]> => [
  { field: 'file', name: 'denah.pdf', type: 'application/pdf', bytes: await letterPdf() },
]

/** A deed of an officer on the open task, and the fields of its form. */
const onTask = (name: string, fields: FormFields, body?: object): Deed => ({
  name,
  page: async (visit, walk) => [await desk(visit, walk, name, fields)],
  api: async ({ program }, walk) => program.post(`/dossiers/${walk.id}/tasks/${await taskOf(walk)}/${name}`, body),
})

const ENTERING = { urgency: 'biasa', secrecy: 'biasa' }
const FINISHING: Record<string, object> = {
  catat: { act: 'enter', ...ENTERING },
  buat: { act: 'fulfil', mode: 'system' },
}

/** The first who may get the task, as this reader is told; somebody without a post where nobody is. */
const receiverOf = async ({ program }: Someone, walk: Walk): Promise<string> => {
  const told = await program.get(`/dossiers/${walk.id}/tasks/${await taskOf(walk)}/colleagues`)
  return told.json.colleagues?.[0]?.person ?? '00000000-0000-4000-8000-000000000000'
}

export const DEEDS: readonly Deed[] = [
  {
    name: 'finish',
    page: async (visit, walk) => [
      await desk(visit, walk, 'finish', { ...ENTERING, receivedOn: '2026-01-05', note: 'x' }),
      await mine(visit, walk, 'finish', { task: await taskOf(walk) }),
    ],
    api: async ({ program }, walk) => {
      const task = await taskOf(walk)
      const step = (await walk.see()).tasks.find((one) => one.task === task)?.step ?? ''
      return program.post(`/dossiers/${walk.id}/tasks/${task}/finish`, FINISHING[step] ?? { act: 'dispose', note: 'x' })
    },
  },
  onTask('take', {}),
  {
    name: 'hand over',
    page: async (visit, walk, someone) => [
      await desk(visit, walk, 'hand-over', { to: await receiverOf(someone, walk), note: 'x' }),
    ],
    api: async (someone, walk) =>
      someone.program.post(`/dossiers/${walk.id}/tasks/${await taskOf(walk)}/hand-over`, {
        to: await receiverOf(someone, walk),
        note: 'x',
      }),
  },
  onTask('return', { reason: 'Belum lengkap' }, { reason: 'Belum lengkap' }),
  onTask('reject', { reason: 'Tidak sesuai' }, { reason: 'Tidak sesuai' }),
  onTask('retry-letter', {}),
  {
    name: 'override the proof',
    page: async (visit, walk) => [await desk(visit, walk, 'override', { reason: 'Mitra tutup' })],
    api: async ({ program }, walk) =>
      program.post(`/dossiers/${walk.id}/tasks/${await taskOf(walk)}/override-proof`, { reason: 'Mitra tutup' }),
  },
  {
    name: 'extend the promise',
    page: async (visit, walk) => [
      await visit.post(`/dossiers/${walk.id}/time`, {
        amount: '1',
        unit: 'hari',
        reason: 'Menunggu alat',
        key: randomUUID(),
      }),
    ],
    api: ({ program }, walk) =>
      program.post(`/dossiers/${walk.id}/extend`, { amount: '1 hari', reason: 'Menunggu alat' }),
  },
  {
    name: 'correct',
    page: async (visit, walk) => [
      await mine(visit, walk, 'correct', { do: 'send', task: await taskOf(walk), ...typed(await nameOf(walk)) }),
    ],
    api: async ({ program }, walk) =>
      program.post(`/dossiers/${walk.id}/tasks/${await taskOf(walk)}/correct`, { form: {} }),
  },
  {
    name: 'comment',
    page: async (visit, walk) => [
      await mine(visit, walk, 'comment', { text: 'Halo' }),
      await desk(visit, walk, 'comment', { text: 'Halo', task: '' }),
    ],
    api: ({ program }, walk) => program.post(`/dossiers/${walk.id}/comments`, { text: 'Halo' }),
  },
  {
    name: 'attach',
    page: async (visit, walk) => [
      await mine(visit, walk, 'attach', {}, await map()),
      await desk(visit, walk, 'attach', { task: '' }, await map()),
    ],
    api: async ({ program, isStranger }, walk) => {
      const upload = isStranger ? randomUUID() : await uploaded(program)
      return program.post(`/dossiers/${walk.id}/attachments`, { upload })
    },
  },
  {
    name: 'withdraw',
    page: async (visit, walk) => [await mine(visit, walk, 'withdraw', { reason: 'Batal' })],
    api: ({ program }, walk) => program.post(`/dossiers/${walk.id}/withdraw`, { reason: 'Batal' }),
  },
  {
    name: 'rate',
    page: async (visit, walk) => [await mine(visit, walk, 'rate', { score: '4' })],
    api: ({ program }, walk) => program.post(`/dossiers/${walk.id}/rating`, { score: 4 }),
  },
]

const nameOf = async (walk: Walk): Promise<string> =>
  String((await walk.see()).form['nama-domain'] ?? '').split('.')[0] ?? ''

/** What is read of a dossier, by either door. */
export const VIEWS: readonly {
  name: string
  pages: (walk: Walk) => Promise<string[]>
  api: (walk: Walk) => Promise<string>
}[] = [
  {
    name: 'the dossier',
    pages: async ({ id }) => [`/mine/${id}`, `/dossiers/${id}`],
    api: async ({ id }) => `/dossiers/${id}`,
  },
  {
    name: 'its time',
    pages: async ({ id }) => [`/mine/${id}/time`, `/dossiers/${id}/time`],
    api: async ({ id }) => `/dossiers/${id}/clocks`,
  },
  {
    name: 'its history',
    pages: async ({ id }) => [`/mine/${id}`, `/dossiers/${id}`],
    api: async ({ id }) => `/dossiers/${id}/events`,
  },
  {
    name: 'its disposition sheet',
    pages: async ({ id }) => [`/dossiers/${id}/disposition-sheet.pdf`],
    api: async ({ id }) => `/dossiers/${id}/disposition-sheet.pdf`,
  },
  {
    name: 'its letter',
    pages: (walk) => papersAt(walk),
    api: async (walk) => `/dossiers/${walk.id}/papers/${(await walk.see()).papers[0]?.id}/content`,
  },
  {
    name: 'the task that waits',
    pages: async (walk) => {
      const { forApplicant } = await walk.task()
      return [`/dossiers/${walk.id}/tasks/${await taskOf(walk)}`, ...(forApplicant ? [`/mine/${walk.id}`] : [])]
    },
    api: async (walk) => `/dossiers/${walk.id}/tasks/${await taskOf(walk)}`,
  },
]

const papersAt = async (walk: Walk): Promise<string[]> => {
  const paper = (await walk.see()).papers[0]?.id
  return [`/mine/${walk.id}/papers/${paper}`, `/dossiers/${walk.id}/papers/${paper}`]
}
