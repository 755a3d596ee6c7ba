// A returned request comes back corrected; papers that were not replaced stay.
import { z } from 'zod'
import type { NameRules } from '../../procedure/domain-name.ts'
import { type Form, groupsAt, tidyForm } from '../../procedure/form.ts'
import type { Procedure } from '../../procedure/schema.ts'
import type { Dossier } from '../dossier.ts'
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

type Asking = { step: string; names: NameRules }

/** What this step asks for comes from the answer; what other steps asked for stays as it is. */
const mergedForm = (procedure: Procedure, dossier: Dossier, typed: Form, { step, names }: Asking): Form => {
  const asked = groupsAt(procedure, step).flatMap((group) => group.fields.map((field) => field.field))
  const kept = Object.entries(dossier.form).filter(([field]) => !asked.includes(field))
  const fresh = Object.entries(typed).filter(([field]) => asked.includes(field))
  return tidyForm(procedure, Object.fromEntries([...kept, ...fresh]), names)
}
