// What jobs bring back from outside systems: proof, failure, a finished letter.
import { stepNamed } from '../procedure/flow.ts'
import type { Procedure } from '../procedure/schema.ts'
import { sentence } from '../sentence.ts'
import { apply, closeStep } from './advance.ts'
import { type Command, type Context, type Facts, refuse } from './commands.ts'
import { pathDispositions } from './dispositions/tree.ts'
import { type Dossier, type Task, taskNamed } from './dossier.ts'
import type { By, Fact, Proof } from './events.ts'
import { fulfilmentsOf, isProven } from './fulfilment.ts'
import { closeWith } from './letters/close-with.ts'
import { numberedAgain } from './letters/numbered-again.ts'
import { readReason } from './reason.ts'
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
  const fresh = command.proofs.filter((proof) => !isKnown(task, proof))
  if (fresh.length === 0) return NOTHING
  const recorded = fresh.map(
    (proof): Fact => ({ type: 'proof-recorded', task: task.task, attempt: command.attempt, proof }),
  )
  const failed = fresh.find((proof) => !proof.passed)
  if (failed) {
    const reason = failed.reason ?? NOT_AS_ASKED
    return {
      ok: true,
      facts: [...recorded, { type: 'effect-failed', task: task.task, effect: failed.fulfil, reason, final: true }],
    }
  }
  const step = stepNamed(procedure, task.step)
  const isComplete = step && isProven(fulfilmentsOf(step, dossier.form), [...task.proofs, ...fresh])
  return isComplete ? closeAfter(procedure, dossier, task, recorded, context) : { ok: true, facts: recorded }
}

/** Within one attempt a thing is proven once. */
const isKnown = (task: Task, proof: Proof): boolean =>
  task.proofs.some((known) => known.fulfil === proof.fulfil && known.passed)

const NOT_AS_ASKED = sentence('Hasilnya belum sesuai dengan yang diminta.', 'The result is not yet what was asked for.')

export const decideFailure = (dossier: Dossier, command: Of<'record-failure'>): Facts => {
  const task = taskNamed(dossier, command.task)
  if (!task || task.closedAt !== null || task.effectSince === null) return NOTHING
  const { attempt, effect, reason, final } = command
  if (attempt !== undefined && attempt !== task.attempt) return NOTHING
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
  if (!task || task.closedAt !== null || task.kind !== 'main' || step?.act !== 'fulfil') {
    return refuse('not-open', 'Langkah ini tidak sedang menunggu bukti.', 'This step is not waiting for proof.')
  }
  if (!isSuperior(dossier, task, context.by)) {
    return refuse(
      'not-allowed',
      'Hanya pejabat yang mendisposisikan berkas ini yang dapat menutup langkah tanpa bukti.',
      'Only a post that disposed of this dossier may close the step without proof.',
    )
  }
  const reason = readReason(command.reason)
  if (reason === null) {
    return refuse(
      'invalid-answer',
      'Tulis alasannya (paling panjang 2.000 huruf).',
      'Write the reason (2,000 characters at most).',
    )
  }
  return closeAfter(procedure, dossier, task, [{ type: 'proof-overridden', task: task.task, reason }], context)
}

export const decideLetterFiled = (
  procedure: Procedure,
  dossier: Dossier,
  command: Of<'file-letter'>,
  context: Context,
): Facts => {
  const letter = dossier.letters.findLast((one) => one.letter === command.letter && one.task === command.task)
  if (!letter?.number || letter.paper) return NOTHING
  // Made under a number that was given up meanwhile.
  if (command.number !== undefined && command.number !== letter.number) return NOTHING
  if (letter.signing && letter.signing.method !== 'none' && !command.signature) return NOTHING
  const filed: Fact = {
    type: 'paper-filed',
    task: command.task,
    paper: command.paper,
    letter: command.letter,
    number: letter.number,
    ...(command.signature ? { signature: command.signature } : {}),
    ...(command.attachments === undefined ? {} : { attachments: command.attachments }),
    ...(letter.beside && letter.beside.to.kind !== 'applicant' ? { inside: true as const } : {}),
  }
  return closeWith({ procedure, dossier, context }, command.task, [filed])
}

/** The number is kept: a letter that could not be made is tried again under it, perhaps signed in another way. */
export const decideRetryLetter = (
  procedure: Procedure,
  dossier: Dossier,
  command: Of<'retry-letter'>,
  context: Context,
): Facts => {
  const found = actionableTask({ procedure, dossier }, command.task, context)
  if (!found.ok) return found
  const letter = dossier.letters.findLast((one) => one.task === command.task)
  if (!letter || letter.paper || found.task.effectSince !== null) return nothingToMake()
  return numberedAgain(letter, command.signing, context) ?? nothingToMake()
}

const nothingToMake = () =>
  refuse('not-open', 'Tidak ada surat yang menunggu dibuat ulang.', 'There is no letter waiting to be made again.')

const closeAfter = (procedure: Procedure, dossier: Dossier, task: Task, facts: Fact[], context: Context): Facts => {
  const now = apply(dossier, facts, context)
  return { ok: true, facts: [...facts, ...closeStep(procedure, now, task, {}, context)] }
}

/** A post that disposed of the dossier; never the post whose own step it is. */
const isSuperior = (dossier: Dossier, task: Task, by: By): boolean =>
  by.kind === 'post' &&
  !task.posts.includes(by.post) &&
  pathDispositions(dossier).some((disposition) => disposition.by.kind === 'post' && disposition.by.post === by.post)
