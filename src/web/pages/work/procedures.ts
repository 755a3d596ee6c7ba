// The procedures of an office by which a work list is narrowed: the newest edition of each, with the steps of all its editions.
import type { AgencyData } from '../../../core/agency/catalogue.ts'
import { serviceName } from '../../../core/procedure/service-standard.ts'
import type { Sentence } from '../../../core/sentence.ts'

export type ListedProcedure = { procedure: string; name: Sentence; steps: { step: string; activity: string }[] }

/** Running dossiers stay on their own edition, so that steps which the newest no longer has are still worked on. */
export const proceduresOf = ({ editions }: Pick<AgencyData, 'editions'>): ListedProcedure[] => {
  const found = new Map<string, ListedProcedure>()
  const newestFirst = editions.map(({ procedure }) => procedure).toSorted((a, b) => b.edition.localeCompare(a.edition))
  for (const edition of newestFirst) {
    const steps = edition.steps.map(({ step, activity }) => ({ step, activity }))
    const known = found.get(edition.procedure)
    if (known) known.steps.push(...steps.filter(({ step }) => !known.steps.some((one) => one.step === step)))
    else found.set(edition.procedure, { procedure: edition.procedure, name: serviceName(edition), steps })
  }
  return [...found.values()].toSorted((a, b) => a.name.id.localeCompare(b.name.id, 'id'))
}
