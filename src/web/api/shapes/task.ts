// A task as a program sees it: in the work list, and opened with what it takes to finish it.
import { z } from 'zod'
import type { AgencyData } from '../../../core/agency/catalogue.ts'
import { disposeAnswer } from '../../../core/dossier/acts/dispose.ts'
import { draftAnswer } from '../../../core/dossier/acts/draft.ts'
import { enterAnswer } from '../../../core/dossier/acts/enter.ts'
import { fulfilAnswer } from '../../../core/dossier/acts/fulfil.ts'
import { attentionAnswer, initialAnswer } from '../../../core/dossier/acts/initial.ts'
import { workAnswer } from '../../../core/dossier/acts/records.ts'
import { sendAnswer } from '../../../core/dossier/acts/send.ts'
import { stepDue } from '../../../core/dossier/clocks.ts'
import type { Dossier, Task } from '../../../core/dossier/dossier.ts'
import { signAnswer, writeAnswer } from '../../../core/dossier/letters/beside.ts'
import { stepNamed } from '../../../core/procedure/flow.ts'
import { groupsAt, recordsAt } from '../../../core/procedure/form.ts'
import type { Procedure } from '../../../core/procedure/schema.ts'
import { byForTask } from '../../acting.ts'
import { DEEDS, deedsNow } from '../../task-deeds.ts'
import type { Person } from '../../visitor.ts'
import { says } from '../says.ts'

import { bilingual, id, moment } from './common.ts'
import { sentForm } from './form.ts'
import { formGroup, groupOf } from './form-field.ts'
import { choices, choicesOf } from './task-choices.ts'
import { TASK_KINDS } from './words.ts'

export const TASK_ACTS = [
  'submit',
  'enter',
  'dispose',
  'check',
  'analyse',
  'do',
  'fulfil',
  'measure',
  'report',
  'draft',
  'initial',
  'sign',
  'send',
  'receive',
  'attention',
  'write-letter',
  'sign-letter',
] as const

/** Told to programs alone; what the core judges stays as it is. */
const DRAFT = says(
  'satu alinea yang masuk di tengah surat; selebihnya dari templatnya',
  'one paragraph in the middle of the letter; the rest comes from its template',
)
const INSTRUCTIONS = says(
  'petunjuk dari daftar kantor, persis seperti tertulis di lembar disposisi',
  'instructions from the list of the office, just as the disposition sheet writes them',
)
const ALSO_TO = says('kunci jabatan lain yang diberi tahu', 'keys of other posts that are told')

/** What a step asks to be written down; a step without `asks` takes none. */
const WRITTEN = { form: sentForm.form.default({}), files: sentForm.files }

const common = {
  task: id,
  dossier: id,
  step: z.string(),
  kind: z.enum(TASK_KINDS),
  posts: z.array(z.string()).meta(says('kunci jabatan dari `GET /posts`', 'keys of posts, from `GET /posts`')),
  forApplicant: z.boolean(),
  takenBy: id.nullable(),
  openedAt: moment,
  dueAt: moment.nullable(),
  waitsForEffect: z
    .boolean()
    .meta(
      says(
        'true selama sistem masih bekerja; baca lagi sampai false, lalu lihat `outcome` dan `failure`',
        'true while the system is at work; read again until it is false, then look at `outcome` and `failure`',
      ),
    ),
}

export const taskRow = z
  .strictObject({
    ...common,
    number: z.string(),
    subject: z.string(),
    client: z.string(),
    clientName: z.string(),
    procedure: z.string(),
    edition: z.string(),
    urgency: z.string().nullable(),
    secrecy: z.string().nullable(),
  })
  .meta({ id: 'TaskRow' })

export const taskWhole = z
  .strictObject({
    ...common,
    act: z.enum(TASK_ACTS),
    activity: z.string(),
    round: z.int(),
    closedAt: moment.nullable(),
    outcome: z.enum(['finished', 'returned', 'rejected', 'dropped']).nullable(),
    question: z
      .strictObject({ question: bilingual, exits: z.array(z.strictObject({ answer: z.string(), label: bilingual })) })
      .nullable()
      .meta(says('dijawab dengan `exit`', 'answered by `exit`')),
    proofs: z.array(
      z.strictObject({
        fulfil: z.string(),
        passed: z.boolean(),
        byHand: z.boolean(),
        reason: bilingual.nullable(),
        checks: z.array(
          z.strictObject({
            what: bilingual,
            asked: z.string(),
            expected: z.string(),
            got: z.string(),
            passed: z.boolean(),
          }),
        ),
      }),
    ),
    asks: z
      .array(formGroup)
      .meta(
        says(
          'isian yang diminta langkah ini, dikirim sebagai `form` dan `files`; yang berlaku sekarang ada di `form` pada berkasnya',
          'the fields that this step asks for, sent as `form` and `files`; what stands now is in `form` of the dossier',
        ),
      ),
    choices,
    may: z
      .array(z.enum(DEEDS))
      .meta(
        says(
          'yang boleh dilakukan pemanggil atas tugas ini sekarang, sejauh cakupan tokennya: kata terakhir alamatnya, `POST /dossiers/{dossier}/tasks/{task}/<kata>`',
          'what the caller may do with it now, if the token reaches so far: the last word of the address, `POST /dossiers/{dossier}/tasks/{task}/<word>`',
        ),
      ),
    failure: z.strictObject({ reason: bilingual, at: moment, final: z.boolean() }).nullable(),
  })
  .meta({ id: 'Task' })

export const CORRECT = 'POST /dossiers/{dossier}/tasks/{task}/correct'

/** The answer of each act, as the core itself judges it; `act` says which the sender believes it to be. */
export const finishing = z
  .discriminatedUnion('act', [
    enterAnswer
      .extend({ act: z.literal('enter') })
      .strict()
      .meta({ id: 'FinishEnter' }),
    disposeAnswer
      .extend({
        act: z.literal('dispose'),
        instructions: disposeAnswer.shape.instructions.meta(INSTRUCTIONS),
        alsoTo: disposeAnswer.shape.alsoTo.meta(ALSO_TO),
      })
      .strict()
      .meta({ id: 'FinishDispose' }),
    workAnswer
      .omit({ papers: true })
      .extend({ act: z.enum(['check', 'analyse', 'do', 'measure', 'report', 'receive']), ...WRITTEN })
      .strict()
      .meta({ id: 'FinishWork' }),
    draftAnswer
      .omit({ papers: true })
      .extend({ act: z.literal('draft'), draft: draftAnswer.shape.draft.meta(DRAFT), ...WRITTEN })
      .strict()
      .meta({ id: 'FinishDraft' }),
    fulfilAnswer
      .extend({ act: z.literal('fulfil') })
      .strict()
      .meta({ id: 'FinishFulfil' }),
    initialAnswer
      .extend({ act: z.literal('initial') })
      .strict()
      .meta({ id: 'FinishInitial' }),
    sendAnswer
      .extend({ act: z.enum(['send', 'sign']), draft: sendAnswer.shape.draft.meta(DRAFT) })
      .strict()
      .meta({ id: 'FinishSend' }),
    attentionAnswer
      .extend({ act: z.literal('attention') })
      .strict()
      .meta({ id: 'FinishAttention' }),
    writeAnswer
      .extend({ act: z.literal('write-letter'), draft: writeAnswer.shape.draft.meta(DRAFT) })
      .strict()
      .meta({ id: 'FinishWriteLetter' }),
    signAnswer
      .extend({ act: z.literal('sign-letter') })
      .strict()
      .meta({ id: 'FinishSignLetter' }),
  ])
  .meta({ id: 'Finish', 'x-elsewhere': { submit: 'POST /api/v1/dossiers/{dossier}/tasks/{task}/correct' } })

/** What this task takes: the act of its step, or what a side task asks for. */
export const actOf = (procedure: Procedure, task: Pick<Task, 'kind' | 'step'>): (typeof TASK_ACTS)[number] => {
  switch (task.kind) {
    case 'main':
      return stepNamed(procedure, task.step)?.act ?? 'do'
    case 'write':
      return 'write-letter'
    case 'sign':
      return 'sign-letter'
    case 'initial':
    case 'attention':
      return task.kind
  }
}

/** A step of correction asks for what the first one asked. */
const askedAt = (procedure: Procedure, step: string) =>
  stepNamed(procedure, step)?.act === 'submit' ? groupsAt(procedure, step) : recordsAt(procedure, step)

type Seen = { agency: AgencyData; procedure: Procedure; dossier: Dossier; task: Task }

export const taskOf = ({ agency, procedure, dossier, task }: Seen, caller: Person): z.output<typeof taskWhole> => {
  const by = byForTask(caller, { procedure, dossier, task })
  const step = stepNamed(procedure, task.step)
  const asks = task.kind === 'main' && task.backTo === null ? step?.decides : undefined
  return {
    task: task.task,
    dossier: dossier.id,
    step: task.step,
    kind: task.kind,
    posts: task.posts,
    forApplicant: task.forApplicant,
    takenBy: task.takenBy,
    openedAt: task.openedAt,
    dueAt: stepDue(procedure, agency, task),
    waitsForEffect: task.effectSince !== null,
    act: actOf(procedure, task),
    activity: step?.activity ?? task.step,
    round: task.round,
    closedAt: task.closedAt,
    outcome: task.outcome,
    question: asks
      ? { question: asks.question, exits: asks.exits.map(({ answer, label }) => ({ answer, label })) }
      : null,
    proofs: task.proofs.map(({ secret: _, ...proof }) => proof),
    asks: task.kind === 'main' && task.closedAt === null ? askedAt(procedure, task.step).map(groupOf) : [],
    choices: choicesOf({ agency, procedure, dossier, task }, by?.kind === 'post' ? by.post : task.posts[0]),
    may: deedsNow(caller, { agency, procedure, dossier, task }),
    failure: task.failure,
  }
}
