// The answer to a step of the work from a program: its fields and uploads judged by what judges the pages.
import type { Command } from '../../../core/dossier/commands.ts'
import type { Task } from '../../../core/dossier/dossier.ts'
import { recordsAt } from '../../../core/procedure/form.ts'
import { judgeWork } from '../../fields/judge-work.ts'
import type { Asked, Caller } from '../endpoint.ts'
import { bad } from '../endpoint.ts'
import { allFaults, readForm, type SentForm, strayAnswers } from '../shapes/form.ts'
import type { OpenDossier } from './open-dossier.ts'

type Sent = SentForm & { note?: string; exit?: string | undefined; draft?: string; [part: string]: unknown }

export const workCommand = async (
  call: Asked & { caller: Caller },
  { dossier, procedure }: OpenDossier,
  task: Task,
  { form, files, ...rest }: Sent,
): Promise<Command | ReturnType<typeof bad>> => {
  const finish = (answer: object): Command => ({ type: 'finish-step', task: task.task, answer })
  // Sent again, or too late: the key, or the core, says so without judging anything anew.
  if (task.closedAt !== null) return finish(rest)
  const { step } = task
  if (recordsAt(procedure, step).length === 0) {
    const stray = strayAnswers({ form, files })
    return stray.length > 0 ? bad('invalid', undefined, stray) : finish(rest)
  }
  const read = await readForm(call, { procedure, step }, { form, files })
  const judged = await judgeWork(call.services, {
    agency: call.agency,
    procedure,
    dossier,
    step,
    values: read.values,
    files: read.files,
    note: rest.note ?? '',
  })
  const faults = allFaults(procedure, read, judged.faults)
  return faults.length > 0
    ? bad('invalid', undefined, faults)
    : finish({ ...rest, form: judged.form, papers: judged.papers })
}
