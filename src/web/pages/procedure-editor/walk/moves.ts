// What a form of the trial means as a move of the rehearsal.
import type { Dossier } from '../../../../core/dossier/dossier.ts'
import { taskNamed } from '../../../../core/dossier/dossier.ts'
import { answerFor, type Move } from '../../../../core/dossier/rehearsal.ts'
import type { Procedure } from '../../../../core/procedure/schema.ts'
import { typedForm } from '../../../fields/typed-form.ts'
import { first, type Posted } from '../../../request/body.ts'

/** Null for a press that moves nothing on. */
export const moveOf = (procedure: Procedure, dossier: Dossier | null, form: Posted): Move | null => {
  const what = first(form, 'do')
  const reason = first(form, 'reason').trim()
  if (what === 'begin')
    return { do: 'begin', start: Number(first(form, 'start')) || 0, form: typedForm(procedure, form.values) }
  if (what === 'withdraw') return { do: 'withdraw', reason }
  const task = dossier && taskNamed(dossier, first(form, 'task'))
  if (!dossier || !task) return null
  if (what === 'return' || what === 'reject') return { do: what, task: task.task, reason }
  if (what !== 'finish') return null
  const answer = answerFor(procedure, dossier, task, {
    note: first(form, 'note').trim(),
    exit: first(form, 'exit') || undefined,
    verdict: first(form, 'verdict') === 'sent-back' ? 'sent-back' : 'initialed',
    form: typedForm(procedure, form.values, task.step),
  })
  return { do: 'finish', task: task.task, answer }
}
