// Letter and form at a glance, for whoever checks a request: is everything there, may the wanted name be used.
import type { AgencyData } from '../../../core/agency/catalogue.ts'
import type { Dossier, Task } from '../../../core/dossier/dossier.ts'
import { stepNamed } from '../../../core/procedure/flow.ts'
import { askedFields, fieldsOf } from '../../../core/procedure/form.ts'
import type { Procedure } from '../../../core/procedure/schema.ts'
import { judgeForm } from '../../fields/judge-form.ts'
import { valuesOf } from '../../fields/typed-form.ts'
import type { Services } from '../../services.ts'
import type { Lang } from '../../ui/masthead.tsx'

export type Checks = {
  papers: { label: string; name: string | null }[]
  faults: string[]
  verdicts: { label: string; tone: 'good' | 'warning' | 'bad'; sentence: string }[]
}

export type ChecksInput = {
  agency: AgencyData
  procedure: Procedure
  dossier: Dossier
  language: Lang
  isChecked: boolean
}

/** Asks the registers and the name server, so only for a step that looks at the answer. */
export const checksOf = async (
  services: Services,
  { agency, procedure, dossier, language, isChecked }: ChecksInput,
): Promise<Checks> => {
  if (!isChecked) return { papers: [], faults: [], verdicts: [] }
  const { client, form, id, papers } = dossier
  const judged = await judgeForm(services, {
    agency,
    procedure,
    client,
    values: valuesOf(form),
    files: [],
    dossier: id,
    papers,
  })
  const labels = new Map(fieldsOf(procedure).map((field) => [field.field, field.label[language]]))
  const named = new Set(Object.keys(judged.verdicts))
  return {
    papers: askedFields(procedure, form).flatMap((field) =>
      field.type === 'file'
        ? [{ label: field.label[language], name: papers.find((paper) => paper.paper === field.paper)?.name ?? null }]
        : [],
    ),
    faults: judged.faults.filter((fault) => !named.has(fault.field)).map((fault) => fault.sentence[language]),
    verdicts: Object.entries(judged.verdicts).map(([field, { tone, sentence }]) => ({
      label: labels.get(field) ?? field,
      tone,
      sentence: sentence[language],
    })),
  }
}

export const isCheckedAt = (procedure: Procedure, task: Task): boolean => {
  const act = stepNamed(procedure, task.step)?.act
  return task.kind === 'main' && (act === 'enter' || act === 'check')
}
