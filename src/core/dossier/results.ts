// What jobs bring back from outside systems: proof, failure, a finished letter.
import { stepNamed } from '../procedure/flow.ts'
import type { Procedure } from '../procedure/schema.ts'
import { closeStep } from './advance.ts'
import { type Command, type Context, type Facts, refuse } from './commands.ts'
import { type Dossier, type Task, taskNamed } from './dossier.ts'
import type { By, Fact } from './events.ts'
import { evolve } from './evolve.ts'
import { fulfilmentsOf, isProven } from './fulfilment.ts'
import { actionableTask } from './tasks.ts'

type Of<T extends Command['type']> = Extract<Command, { type: T }>

/** Nothing to add: the answer came late, or came twice. */
const NOTHING: Facts = { ok: true, facts: [] }

export const decideProof = (
  procedure: Procedure,
  dossier: Dossier,
  command: Of<'record-proof'>,
  context: Context,
): Facts => {
  const task = taskNamed(dossier, command.task)
  if (!task || task.closedAt !== null || task.attempt !== command.attempt || task.effectSince === null) return NOTHING
  const recorded = command.proofs.map(
    (proof): Fact => ({ type: 'proof-recorded', task: task.task, attempt: command.attempt, proof }),
  )
  const step = stepNamed(procedure, task.step)
  const failed = command.proofs.find((proof) => !proof.passed)
  if (failed?.reason) {
    return {
      ok: true,
      facts: [
        ...recorded,
        { type: 'effect-failed', task: task.task, effect: failed.fulfil, reason: failed.reason, final: true },
      ],
    }
  }
  if (!step || !isProven(fulfilmentsOf(step, dossier.form), command.proofs)) return { ok: true, facts: recorded }
  return closeAfter(procedure, dossier, task, recorded, context)
}

export const decideFailure = (dossier: Dossier, command: Of<'record-failure'>): Facts => {
  const task = taskNamed(dossier, command.task)
  if (!task || task.closedAt !== null || task.effectSince === null) return NOTHING
  const { effect, reason, final } = command
  return { ok: true, facts: [{ type: 'effect-failed', task: task.task, effect, reason, final }] }
}

/** A superior lets a step close without proof; the reason stays in the record. */
export const decideOverride = (
  procedure: Procedure,
  dossier: Dossier,
  command: Of<'override-proof'>,
  context: Context,
): Facts => {
  const task = taskNamed(dossier, command.task)
  const step = task ? stepNamed(procedure, task.step) : undefined
  if (!task || task.closedAt !== null || step?.act !== 'fulfil') {
    return refuse('not-open', 'Langkah ini tidak sedang menunggu bukti.', 'This step is not waiting for proof.')
  }
  if (!isSuperior(dossier, context.by)) {
    return refuse(
      'not-allowed',
      'Hanya pejabat yang mendisposisikan berkas ini yang dapat menutup langkah tanpa bukti.',
      'Only a post that disposed of this dossier may close the step without proof.',
    )
  }
  if (command.reason.trim() === '') return refuse('invalid-answer', 'Tulis alasannya.', 'Write the reason.')
  return closeAfter(
    procedure,
    dossier,
    task,
    [{ type: 'proof-overridden', task: task.task, reason: command.reason.trim() }],
    context,
  )
}

export const decideLetterFiled = (
  procedure: Procedure,
  dossier: Dossier,
  command: Of<'file-letter'>,
  context: Context,
): Facts => {
  const letter = dossier.letters.findLast((one) => one.letter === command.letter && one.task === command.task)
  if (!letter?.number || letter.paper) return NOTHING
  const filed: Fact = {
    type: 'paper-filed',
    task: command.task,
    paper: command.paper,
    letter: command.letter,
    number: letter.number,
  }
  const task = command.task ? taskNamed(dossier, command.task) : undefined
  if (!task || task.closedAt !== null) return { ok: true, facts: [filed] }
  return closeAfter(procedure, dossier, task, [filed], context)
}

/** The number is kept: a letter that could not be rendered is tried again under the number it already has. */
export const decideRetryLetter = (dossier: Dossier, command: Of<'retry-letter'>, context: Context): Facts => {
  const found = actionableTask(dossier, command.task, context)
  if (!found.ok) return found
  const letter = dossier.letters.findLast((one) => one.task === command.task)
  if (!letter?.number || letter.paper || found.task.effectSince !== null) {
    return refuse(
      'not-open',
      'Tidak ada surat yang menunggu dibuat ulang.',
      'There is no letter waiting to be made again.',
    )
  }
  const { number, checkCode, on, reason } = letter
  return {
    ok: true,
    facts: [
      {
        type: 'letter-numbered',
        task: command.task,
        letter: letter.letter,
        number,
        checkCode: checkCode ?? '',
        on: on ?? context.today,
        reason,
      },
    ],
  }
}

const closeAfter = (procedure: Procedure, dossier: Dossier, task: Task, facts: Fact[], context: Context): Facts => {
  const now = facts.reduce(
    (state, fact) => evolve(state.id, state, { ...fact, at: context.now, by: context.by }),
    dossier,
  )
  return { ok: true, facts: [...facts, ...closeStep(procedure, now, task, {}, context)] }
}

const isSuperior = (dossier: Dossier, by: By): boolean =>
  by.kind === 'post' &&
  dossier.dispositions.some((disposition) => disposition.by.kind === 'post' && disposition.by.post === by.post)
