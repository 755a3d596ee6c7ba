// Moving a running dossier to the edition in force: who may, to which, and what would become of it.
import { postsAbove } from '../../core/agency/agency.ts'
import { type AgencyData, editionInForce } from '../../core/agency/catalogue.ts'
import type { Refusal } from '../../core/dossier/commands.ts'
import { type Dossier, openTasks } from '../../core/dossier/dossier.ts'
import { factsOf } from '../../core/dossier/involved.ts'
import { barsMove } from '../../core/dossier/move.ts'
import { type MovePlan, planMove, type StepMapping } from '../../core/dossier/move-plan.ts'
import { type Actor, mayDossier } from '../../core/person/may.ts'
import type { Procedure } from '../../core/procedure/schema.ts'

export type Running = { agency: AgencyData; procedure: Procedure; dossier: Dossier }

/** The edition in force today, where it is another one than that of the dossier. */
export const newerEdition = ({ agency, procedure }: Pick<Running, 'agency' | 'procedure'>): Procedure | null => {
  const standing = editionInForce(agency, procedure.procedure)?.procedure
  return standing && standing.edition !== procedure.edition ? standing : null
}

/** Superiors of whoever has it now, posts that keep the procedures, administrators with a post. */
export const mayMove = (actor: Actor, { agency, dossier }: Pick<Running, 'agency' | 'dossier'>): boolean => {
  const posts = openTasks(dossier).flatMap((task) => task.posts)
  return mayDossier(actor, 'move-edition', { ...factsOf(dossier), above: postsAbove(agency.agency, posts) })
}

export type Planned = { to: Procedure; plan: MovePlan; bar: Refusal | null }

export const plannedMove = ({ procedure, dossier }: Running, to: Procedure, mapping: StepMapping): Planned => {
  const plan = planMove(procedure, to, { dossier, mapping })
  return { to, plan, bar: barsMove(procedure, to, { dossier, plan }) }
}
