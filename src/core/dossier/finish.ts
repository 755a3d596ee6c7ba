// An officer or applicant answers a task: the act of the step says what that takes and what it makes.
import { exitsOf, stepNamed } from '../procedure/flow.ts'
import type { Act, Procedure, Step } from '../procedure/schema.ts'
import { analyse } from './acts/analyse.ts'
import { check } from './acts/check.ts'
import { dispose } from './acts/dispose.ts'
import { plain } from './acts/do.ts'
import { draft } from './acts/draft.ts'
import { enter } from './acts/enter.ts'
import { fulfil } from './acts/fulfil.ts'
import { attention, initial } from './acts/initial.ts'
import { measure } from './acts/measure.ts'
import { receive } from './acts/receive.ts'
import { report } from './acts/report.ts'
import type { ActRule, Closing } from './acts/rule.ts'
import { send } from './acts/send.ts'
import { resubmit } from './acts/submit.ts'
import { apply, closeStep } from './advance.ts'
import { type Command, type Context, type Facts, refuse } from './commands.ts'
import type { Dossier, Task } from './dossier.ts'
import { fourEyesBar } from './four-eyes.ts'
import { sign, write } from './letters/beside.ts'
import { actionableTask } from './tasks.ts'

/** One file per act; the compiler asks for one here when the list of acts grows. */
const RULES: Record<Act, ActRule> = {
  submit: resubmit,
  enter,
  dispose,
  check,
  analyse,
  do: plain,
  fulfil,
  measure,
  report,
  draft,
  initial,
  // To sign a letter is to number and send it; the page says it in other words.
  sign: send,
  send,
  receive,
}

type Finish = Extract<Command, { type: 'finish-step' }>

export const decideFinish = (procedure: Procedure, dossier: Dossier, command: Finish, context: Context): Facts => {
  const found = actionableTask({ procedure, dossier }, command.task, context)
  if (!found.ok) return found
  const { task } = found
  const barred = fourEyesBar({ procedure, dossier, task }, context)
  if (barred) return { ok: false, refusal: barred }
  const step = stepNamed(procedure, task.step)
  if (!step) throw new Error(`Task of an unknown step "${task.step}"`)
  const rule = ruleFor(task, step)
  const decided = rule({ procedure, dossier, step, task, context }, command.answer)
  if (!decided.ok) return decided
  const { closing } = decided
  if (closing.closes === 'nothing') return decided
  if (closing.closes === 'side-task')
    return { ...decided, facts: [...decided.facts, { type: 'side-task-closed', task: task.task }] }
  return withClosedStep(procedure, dossier, step, task, { ...decided, closing }, context)
}

const ruleFor = (task: Task, step: Step): ActRule => {
  switch (task.kind) {
    case 'attention':
      return attention
    case 'initial':
      return initial
    case 'write':
      return write
    case 'sign':
      return sign
    case 'main':
      return RULES[step.act]
  }
}

type Decided = Extract<ReturnType<ActRule>, { ok: true }> & { closing: Extract<Closing, { closes: 'step' }> }

const withClosedStep = (
  procedure: Procedure,
  dossier: Dossier,
  step: Step,
  task: Task,
  decided: Decided,
  context: Context,
): Facts => {
  const { exit } = decided.closing
  if (step.decides && !task.backTo && exitsOf(procedure, step, exit).length === 0) {
    return refuse(
      'invalid-answer',
      `Jawab dahulu: ${step.decides.question.id}`,
      `Answer first: ${step.decides.question.en}`,
      [['exit']],
    )
  }
  const mends = exitsOf(procedure, step, exit).some((name) => isMending(procedure, dossier, name))
  if (step.decides && !task.backTo && mends && !decided.closing.note?.trim()) {
    return refuse(
      'invalid-answer',
      'Jawaban ini mengembalikan permohonan kepada pemohon. Tulis pada catatan apa yang harus diperbaiki.',
      'This answer gives the request back to its applicant. Say in the note what has to be put right.',
      [['note']],
    )
  }
  const now = apply(dossier, decided.facts, context)
  return { ...decided, facts: [...decided.facts, ...closeStep(procedure, now, task, decided.closing, context)] }
}

/** The applicant is asked for the same once more, and has to know why; a step that asks for what is its own explains itself. */
const isMending = ({ steps, actors, form }: Procedure, dossier: Dossier, name: string): boolean => {
  const step = steps.find((one) => one.step === name)
  const isApplicants = step?.act === 'submit' && step.actor.some((actor) => actors[actor]?.is === 'applicant')
  return isApplicants && (dossier.traces[name] !== undefined || !form.some((group) => group.at === name))
}
