// What a step of the work writes down: the fields that its group asks for, with their papers, into the dossier's form.
import type { z } from 'zod'
import { formFaults, recordsAt } from '../../procedure/form.ts'
import { refuse } from '../commands.ts'
import type { Fact } from '../events.ts'
import { mergedForm, missingPaper, papersAnswer, valuesAnswer } from '../filled.ts'
import { type ActOutcome, type ActSituation, plainAnswer } from './rule.ts'

/** Of acts that may ask for a group of fields beside their note and question. */
export const workAnswer = plainAnswer.extend({ form: valuesAnswer.default({}), papers: papersAnswer })
export type WorkAnswer = z.output<typeof workAnswer>

export const noteMissing = (id: string, en: string) => refuse('invalid-answer', id, en, [['note']])

/** Closes the step with what it recorded, or says which field is not right. */
export const recorded = (situation: ActSituation, answer: WorkAnswer): ActOutcome => {
  const { procedure, dossier, step, task, context } = situation
  const { exit, note, form: typed, papers } = answer
  const closing = { closes: 'step' as const, exit, note }
  if (recordsAt(procedure, step.step).length === 0) return { ok: true, facts: [], closing }
  const form = mergedForm(procedure, dossier, typed, { step: step.step, names: context.agency.names })
  const [fault] = formFaults(procedure, form, context.agency.names, step.step)
  if (fault)
    return refuse('invalid-answer', fault.sentence.id, fault.sentence.en, [['form', ...fault.field.split('.')]])
  const missing = missingPaper(procedure, { form, papers: [...dossier.papers, ...papers] }, step.step)
  if (missing) return missing
  const filled: Fact = { type: 'filled', task: task.task, form, papers }
  return { ok: true, facts: [filled], closing }
}
