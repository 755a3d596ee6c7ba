// One request from start to end, call by call, as the reference page tells it; a test runs these very lines.
import filingExample from '../shapes/filing-example.json' with { type: 'json' }
import { FINISH_EXAMPLES } from '../shapes/finish-examples.ts'

export type Who = 'APPLICANT' | 'OFFICER'

export type Call = {
  /** operationId */
  id: string
  /** Whose token is sent. */
  who: Who | null
  /** What stands in the path in the place of its parameters. */
  place?: Readonly<Record<string, string>>
  body?: unknown
  /** Name of the file that is uploaded. */
  file?: string
  idempotencyKey?: string
  /** Shows the headers too. */
  withHeaders?: boolean
  /** Variable of the lines that follow, and where its value stands in this answer. */
  keeps?: Readonly<Record<string, string>>
}

const TASK = { dossier: '$DOSSIER', task: '$TASK' }
const REQUEST = { ...filingExample, files: { 'surat-permohonan': '$UPLOAD' } }

/** A task may be finished in several acts, such as initials and then the letter: each has a key of its own. */
export const finishing = (example: keyof typeof FINISH_EXAMPLES, body: unknown = FINISH_EXAMPLES[example]): Call => ({
  id: 'finishTask',
  who: 'OFFICER',
  place: TASK,
  idempotencyKey: `$TASK-${example}`,
  body,
})

export const WALK = {
  services: { id: 'listServices', who: null },
  form: { id: 'getProcedure', who: null, place: { procedure: filingExample.procedure } },
  upload: { id: 'uploadFile', who: 'APPLICANT', file: 'surat.pdf', keeps: { UPLOAD: 'upload' } },
  check: { id: 'checkDossier', who: 'APPLICANT', body: REQUEST },
  file: {
    id: 'fileDossier',
    who: 'APPLICANT',
    body: REQUEST,
    idempotencyKey: '$UPLOAD-1',
    withHeaders: true,
    keeps: { DOSSIER: 'dossier', CODE: 'trackingCode' },
  },
  follow: { id: 'getDossier', who: 'APPLICANT', place: { dossier: '$DOSSIER' } },
  tasks: { id: 'listTasks', who: 'OFFICER', keeps: { TASK: 'tasks[].task' } },
  task: { id: 'getTask', who: 'OFFICER', place: TASK, withHeaders: true },
  finish: finishing('enter'),
  poll: { id: 'getTask', who: 'OFFICER', place: TASK },
  waits: { id: 'getDossier', who: 'APPLICANT', place: { dossier: '$DOSSIER' }, keeps: { TASK: 'waits[].task' } },
  receive: { ...finishing('receive'), who: 'APPLICANT' },
  papers: { id: 'listPapers', who: 'APPLICANT', place: { dossier: '$DOSSIER' } },
  track: { id: 'track', who: null, place: { code: '$CODE' } },
} as const satisfies Record<string, Call>

export type WalkStep = keyof typeof WALK

/** In the order of the page. */
export const WALK_STEPS: readonly WalkStep[] = [
  'services',
  'form',
  'upload',
  'check',
  'file',
  'follow',
  'tasks',
  'task',
  'finish',
  'poll',
  'waits',
  'receive',
  'papers',
  'track',
]

/** Told between `finish` and `poll`: who finishes the task that waits next, and with which example of `finishTask`. */
export const CHAIN: readonly { post: string; example: keyof typeof FINISH_EXAMPLES; waits?: boolean }[] = [
  { post: 'kepala-dinas', example: 'dispose' },
  { post: 'sekretaris', example: 'dispose' },
  { post: 'kabid-aptika', example: 'dispose' },
  { post: 'pelaksana', example: 'fulfil', waits: true },
  { post: 'pelaksana', example: 'askInitials' },
  { post: 'kabid-aptika', example: 'initial' },
  { post: 'pelaksana', example: 'send', waits: true },
]
