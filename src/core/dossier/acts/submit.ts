// A returned request comes back corrected; papers that were not replaced stay.
import { z } from 'zod'
import { mergedForm, papersAnswer, valuesAnswer } from '../filled.ts'
import { subjectOf, submissionFault } from '../submit.ts'
import { act } from './rule.ts'

const answer = z.object({ form: valuesAnswer, papers: papersAnswer })

export const resubmit = act(answer, ({ procedure, dossier, step, task, context }, { form: typed, papers }) => {
  const form = mergedForm(procedure, dossier, typed, { step: step.step, names: context.agency.names })
  const kept = dossier.papers.filter((old) => !papers.some((fresh) => fresh.paper === old.paper))
  const wrong = submissionFault(procedure, { form, papers: [...kept, ...papers] }, context, step.step)
  if (wrong) return wrong
  const subject = subjectOf(procedure, form)
  return {
    ok: true,
    facts: [{ type: 'corrected', task: task.task, form, papers, subject }],
    closing: { closes: 'step' },
  }
})
