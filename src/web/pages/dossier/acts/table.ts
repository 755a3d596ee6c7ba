// Which form stands for which task: one for each act, and the two kinds of side tasks.
import type { Task } from '../../../../core/dossier/dossier.ts'
import type { Act, Step } from '../../../../core/procedure/schema.ts'
import type { ActView } from './act.tsx'
import { dispose } from './dispose.tsx'
import { draft } from './draft.tsx'
import { enter } from './enter.tsx'
import { fulfil } from './fulfil.tsx'
import { attention, initial } from './initial.tsx'
import { initialStep } from './initial-step.tsx'
import { analyse, check, measure, plain, receive, report } from './plain.tsx'
import { send } from './send.tsx'
import { submit } from './submit.tsx'
import { signLetter, writeLetter } from './write-letter.tsx'

/** The compiler asks for a form here when the list of acts grows. */
const VIEWS: Record<Act, ActView> = {
  submit,
  enter,
  dispose,
  check,
  analyse,
  do: plain,
  fulfil,
  measure,
  report,
  draft,
  initial: initialStep,
  sign: send,
  send,
  receive,
}

export const viewOf = (task: Pick<Task, 'kind'>, step: Pick<Step, 'act'>): ActView => {
  switch (task.kind) {
    case 'attention':
      return attention
    case 'initial':
      return initial
    case 'write':
      return writeLetter
    case 'sign':
      return signLetter
    case 'main':
      return VIEWS[step.act]
  }
}
