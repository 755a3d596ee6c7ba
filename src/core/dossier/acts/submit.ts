// A returned request comes back corrected; papers that were not replaced stay.
import { z } from 'zod'
import { subjectOf, submissionFault } from '../submit.ts'
import { act } from './rule.ts'

const person = z.object({ nama: z.string(), jabatan: z.string(), email: z.string(), telepon: z.string() })
const paper = z.object({
  id: z.string(),
  paper: z.string(),
  sha256: z.string(),
  bytes: z.number(),
  mime: z.string(),
  name: z.string(),
})

const answer = z.object({
  form: z.record(z.string(), z.union([z.string(), person])),
  papers: z.array(paper).default([]),
})

export const resubmit = act(answer, ({ procedure, dossier, task, context }, { form, papers }) => {
  const kept = dossier.papers.filter((old) => !papers.some((fresh) => fresh.paper === old.paper))
  const wrong = submissionFault(procedure, form, [...kept, ...papers], context)
  if (wrong && !wrong.ok) return wrong
  const subject = subjectOf(procedure, form)
  return {
    ok: true,
    facts: [{ type: 'corrected', task: task.task, form, papers, subject }],
    closing: { closes: 'step' },
  }
})
