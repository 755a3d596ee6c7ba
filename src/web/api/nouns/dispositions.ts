// Dispositions beyond the step that makes them: the tree to read; passed on, asked again, closed out, recalled.
import { z } from 'zod'
import type { Task } from '../../../core/dossier/dossier.ts'
import { sentence } from '../../../core/sentence.ts'
import { linesOfDossier } from '../../../store/books/of-dossier.ts'
import { readClient } from '../../../store/clients.ts'
import { byForTask } from '../../acting.ts'
import { byDisposer, disposerOf } from '../../disposition-deeds.ts'
import { hasSheet, SHEET_SIZES, sheetDocument, sheetName } from '../../pages/dossier/sheet-pdf.ts'
import { downloadHeaders } from '../../request/headers.ts'
import { noteLook } from '../../secret-access.ts'
import { bad, type Caller, type Endpoint, endpoint, FILE, good } from '../endpoint.ts'
import { ON_TASK } from '../operation-problems.ts'
import { says } from '../says.ts'
import { id } from '../shapes/common.ts'
import { dispositionShape, dispositionsOf } from '../shapes/dispositions.ts'
import { done } from '../shapes/done.ts'
import { onTask } from './on-task.ts'
import { type OpenDossier, openDossier } from './open-dossier.ts'

const PATH = '/dossiers/{dossier}/tasks/{task}'
const acting = {
  tag: 'task',
  scope: 'work',
  params: z.object({ dossier: id, task: id }),
  answer: done,
  isCommand: true,
  mark: 'acts',
  problems: [...ON_TASK, 'not-allowed'],
} as const

const note = z.string().max(2000)
const dueOn = z.iso.date().nullable().default(null).meta(says('dijawab paling lambat', 'to be answered by'))

export const dispositionEndpoints: readonly Endpoint[] = [
  endpoint('get', {
    id: 'listDispositions',
    path: '/dossiers/{dossier}/dispositions',
    tag: 'dossier',
    scope: ['read', 'work'],
    summary: sentence(
      'Pohon disposisi satu berkas, dari akar ke cabang',
      'The tree of dispositions of a dossier, from the root to its branches',
    ),
    params: z.object({ dossier: id }),
    answer: z.strictObject({ dispositions: z.array(dispositionShape) }),
    problems: ['not-allowed'],
    handle: async (call) => {
      const opened = await openDossier(call, call.params.dossier, 'see-inside')
      if (!opened.ok) return opened
      const { dossier } = opened.found
      const client = await readClient(call.services.store, call.office, dossier.client)
      const reader = { agency: call.agency.agency, clientName: client.name, isInside: true }
      return good({ dispositions: dispositionsOf(dossier, reader) })
    },
  }),
  endpoint('get', {
    id: 'printDispositionSheet',
    path: '/dossiers/{dossier}/disposition-sheet.pdf',
    tag: 'dossier',
    scope: ['read', 'work'],
    summary: sentence(
      'Lembar disposisi dengan seluruh pohonnya (PDF), keadaan saat ini',
      'The disposition sheet with its whole tree (PDF), as it stands now',
    ),
    params: z.object({ dossier: id }),
    query: z.object({
      paper: z
        .enum(SHEET_SIZES)
        .optional()
        .meta(says('menurut isinya bila tidak disebut', 'by what stands on it where it is left out')),
    }),
    answer: FILE,
    problems: ['not-allowed'],
    handle: async (call) => {
      const opened = await openDossier(call, call.params.dossier, 'see-inside')
      if (!opened.ok) return opened
      const { services, office, agency, caller, now } = call
      const { dossier, procedure } = opened.found
      const [client, books] = await Promise.all([
        readClient(services.store, office, dossier.client),
        linesOfDossier(services.store, office, dossier.id),
      ])
      const sheet = { dossier, procedure, client, books, office: agency, now }
      if (!hasSheet(sheet)) return bad('not-found')
      await noteLook(services, { office, person: caller, dossier, now, what: 'sheet', over: 'api', isRefused: false })
      const bytes = await services.renderPdf(sheetDocument(sheet, call.query.paper))
      return good(Uint8Array.from(bytes), downloadHeaders(sheetName(sheet), 'application/pdf'))
    },
  }),
  endpoint('post', {
    ...acting,
    id: 'disposeOnward',
    path: `${PATH}/dispose-onward`,
    summary: sentence(
      'Teruskan disposisi di luar jalur kepada jabatan lain',
      'Pass a disposition beside the path on to other posts',
    ),
    body: z.strictObject({
      to: z.array(z.string()).min(1).meta(says('kunci jabatan dari `GET /posts`', 'keys of posts, from `GET /posts`')),
      instructions: z.array(z.string()).default([]),
      note: note.default(''),
      dueOn,
    }),
    example: { to: ['tim-teknis'], instructions: ['Untuk diketahui'], note: 'Mohon dipelajari', dueOn: null },
    handle: (call) =>
      onTask(call, (_, { task }) => ({ type: 'dispose-onward', task, ...call.body }), { isForOfficers: true }),
  }),
  endpoint('post', {
    ...acting,
    id: 'askAgain',
    path: `${PATH}/ask-again`,
    summary: sentence('Tanya lagi penerima yang sudah menjawab', 'Ask a recipient again who has answered'),
    body: z.strictObject({ note: note.min(1), dueOn }),
    example: { note: 'Untuk tahun berapa?', dueOn: null },
    handle: (call) =>
      onTask(call, (_, { task }) => ({ type: 'ask-again', task, ...call.body }), asDisposer(call.caller)),
  }),
  endpoint('post', {
    ...acting,
    id: 'closeDisposition',
    path: `${PATH}/close-disposition`,
    summary: sentence(
      'Tutup seluruh cabang di bawah disposisi ini dengan satu kalimat',
      'Close the whole branch below this disposition with a word',
    ),
    body: z.strictObject({ note: note.min(1) }),
    example: { note: 'Cukup; tidak ada catatan lagi' },
    handle: (call) =>
      onTask(call, (_, { task }) => ({ type: 'close-disposition', task, note: call.body.note }), {
        isForOfficers: true,
        hat: (opened, task) =>
          task.kind === 'attention'
            ? byForTask(call.caller, { ...opened, task })
            : byDisposer(call.caller, opened, task.task),
      }),
  }),
  endpoint('post', {
    ...acting,
    id: 'recallDisposition',
    path: `${PATH}/recall-disposition`,
    summary: sentence(
      'Tarik kembali disposisi yang belum dibuka penerimanya',
      'Recall a disposition that its recipient has not opened',
    ),
    description: sentence(
      'Tugas di luar jalur ditarik satu per satu. Langkah disposisi yang sudah selesai ditarik seluruhnya: langkahnya terbuka lagi. Penerima yang membaca berkas atau tugasnya, juga melalui alamat ini, sudah membukanya.',
      'A task beside the path is recalled by itself. A disposing step that was finished is recalled as a whole: it opens again. A recipient who reads the dossier or the task, over this interface too, has opened it.',
    ),
    body: z.strictObject({ reason: note.default('') }),
    example: { reason: 'Salah penerima' },
    handle: (call) =>
      onTask(
        call,
        (_, { task }) => ({ type: 'recall-disposition', task, reason: call.body.reason }),
        asDisposer(call.caller),
      ),
  }),
]

const asDisposer = (caller: Caller) => ({
  isForOfficers: true,
  hat: (opened: OpenDossier, task: Task) => byDisposer(caller, opened, disposerOf(task)),
})
