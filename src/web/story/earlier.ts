// The procedure by which the history of a dossier is told: with the steps of the editions that it has left.
import { type AgencyData, editionNamed } from '../../core/agency/catalogue.ts'
import type { Dossier } from '../../core/dossier/dossier.ts'
import { stepNamed } from '../../core/procedure/flow.ts'
import type { Procedure } from '../../core/procedure/schema.ts'

type Moved = { procedure: Procedure; dossier: Pick<Dossier, 'moves'> }

export const withEarlierSteps = (agency: AgencyData, { procedure, dossier }: Moved): Procedure => {
  const left = dossier.moves.flatMap(
    ({ from }) => editionNamed(agency, procedure.procedure, from)?.procedure.steps ?? [],
  )
  const gone = left.filter((step, index) => !stepNamed(procedure, step.step) && isFirst(left, step.step, index))
  return gone.length === 0 ? procedure : { ...procedure, steps: [...procedure.steps, ...gone] }
}

const isFirst = (steps: readonly { step: string }[], name: string, index: number): boolean =>
  steps.findIndex((one) => one.step === name) === index
