// What somebody had typed into a form that is no longer there, because the work went on meanwhile.
import { taskNamed } from '../../../core/dossier/dossier.ts'
import { groupsAt } from '../../../core/procedure/form.ts'
import { formText } from '../../../core/register/feed.ts'
import { keepKnown, typedForm } from '../../fields/typed-form.ts'
import { first, type Posted } from '../../request/body.ts'
import type { Desk } from './desk.ts'
import { hasFields } from './work-form.ts'

export const lostTexts = (desk: Pick<Desk, 'dossier' | 'procedure' | 'visitor'>, form: Posted): string[] =>
  [...['note', 'reason', 'draft'].map((name) => first(form, name).trim()), ...lostFields(desk, form)].filter(
    (text) => text !== '',
  )

const lostFields = ({ dossier, procedure, visitor }: Parameters<typeof lostTexts>[0], form: Posted): string[] => {
  const task = taskNamed(dossier, first(form, 'task'))
  if (!task || !hasFields(procedure, task)) return []
  const typed = typedForm(procedure, keepKnown(procedure, form, task.step), task.step)
  return groupsAt(procedure, task.step).flatMap((group) =>
    group.fields.flatMap(({ field, label }) => {
      const text = formText(typed[field]).trim()
      return text === '' ? [] : [`${label[visitor.language]}: ${text}`]
    }),
  )
}
