// Moves a running dossier to another edition of its procedure: an explicit act with a reason, refused where it would lose its place.
import { stepNamed } from '../procedure/flow.ts'
import type { Procedure } from '../procedure/schema.ts'
import { type Command, type Context, type Facts, type Refusal, refuse } from './commands.ts'
import { type Dossier, openTasks } from './dossier.ts'
import type { MovedTask } from './events.ts'
import { type MovePlan, openSteps, planMove, type StepMapping } from './move-plan.ts'
import { readReason } from './reason.ts'

type Move = Extract<Command, { type: 'move-edition' }>

/** Who may is judged where the agency's posts are known; here only that it is somebody of the office. */
export const decideMove = (procedure: Procedure, dossier: Dossier, command: Move, context: Context): Facts => {
  const to = context.target
  if (context.by.kind !== 'post')
    return refuse('not-allowed', 'Hanya petugas yang dapat memindahkan edisi.', 'Only officers may change the edition.')
  if (!to || to.procedure !== procedure.procedure)
    return refuse(
      'not-allowed',
      'Edisi itu bukan dari SOP berkas ini.',
      'That edition is not of the SOP of this dossier.',
    )
  const plan = planMove(procedure, to, { dossier, mapping: command.steps })
  const bar = barsMove(procedure, to, { dossier, plan })
  if (bar) return { ok: false, refusal: bar }
  const reason = readReason(command.reason)
  if (reason === null)
    return refuse(
      'invalid-answer',
      'Tulis alasan pemindahan (paling panjang 2.000 huruf).',
      'Write the reason for the move (2,000 characters at most).',
    )
  return {
    ok: true,
    facts: [
      {
        type: 'edition-moved',
        from: procedure.edition,
        to: to.edition,
        reason,
        steps: usedOf(dossier, command.steps, plan),
        tasks: plan.tasks.filter((task) => !plan.dropped.includes(task.task)),
        dropped: plan.dropped,
      },
    ],
  }
}

type Standing = { dossier: Dossier; plan: MovePlan }

/** Why this dossier cannot be moved as it is planned; null when it can. */
export const barsMove = (from: Procedure, to: Procedure, { dossier, plan }: Standing): Refusal | null => {
  if (dossier.status !== 'open')
    return no('not-open', 'Permohonan ini sudah selesai; edisinya tetap.', 'This request has ended; its edition stays.')
  if (from.edition === to.edition)
    return no(
      'already-done',
      'Berkas ini sudah berjalan menurut edisi itu.',
      'This dossier is on that edition already.',
    )
  if (openTasks(dossier).some((task) => task.effectSince !== null))
    return no(
      'effect-running',
      'Sistem sedang mengerjakan berkas ini. Tunggu hasilnya sebentar, lalu pindahkan.',
      'The system is at work on this dossier. Wait a moment for its answer, then move it.',
    )
  const [unplaced] = plan.unplaced
  if (unplaced !== undefined) {
    const activity = stepNamed(from, unplaced)?.activity ?? unplaced
    return no(
      'invalid-answer',
      `Langkah "${activity}" yang sedang berjalan tidak ada pada edisi ${to.edition}. Pilih langkah penggantinya.`,
      `The step "${activity}", which is open now, is not in the edition ${to.edition}. Choose the step that stands for it.`,
    )
  }
  const [doubled] = plan.doubled
  return doubled === undefined
    ? null
    : no(
        'invalid-answer',
        `Dua tugas akan menunggu di langkah "${stepNamed(to, doubled)?.activity ?? doubled}". Pilih langkah yang berbeda.`,
        `Two tasks would wait at the step "${stepNamed(to, doubled)?.activity ?? doubled}". Choose different steps.`,
      )
}

const no = (code: Refusal['code'], id: string, en: string): Refusal => ({ code, sentence: { id, en } })

/** Only what was really decided: steps that are open and go by another name. */
const usedOf = (dossier: Dossier, mapping: StepMapping, plan: MovePlan): Record<string, string> =>
  Object.fromEntries(
    openSteps(dossier).flatMap((name) => {
      const to = Object.hasOwn(mapping, name) ? mapping[name] : undefined
      return to !== undefined && to !== name && reaches(plan.tasks, to) ? [[name, to]] : []
    }),
  )

const reaches = (tasks: readonly MovedTask[], step: string): boolean =>
  tasks.some((task) => task.step === step || task.backTo === step)
