// Where an edition stands in its life, on a day of the agency.
import type { AgencyData, RatifiedEdition } from '../../core/agency/catalogue.ts'
import { isInForce } from '../../core/agency/force.ts'
import type { Day } from '../../core/clock/instant.ts'

export const EDITION_STATES = ['in-force', 'scheduled', 'ended', 'ratified'] as const
export type EditionState = (typeof EDITION_STATES)[number]

export const editionState = ({ force }: Pick<RatifiedEdition, 'force'>, today: Day): EditionState => {
  if (force === null) return 'ratified'
  if (isInForce(force, today)) return 'in-force'
  return force.from > today && (force.to === null || force.from < force.to) ? 'scheduled' : 'ended'
}

/** The newest first: what comes, what is in force, what was. */
export const editionsOf = ({ editions }: AgencyData, procedure: string): RatifiedEdition[] =>
  editions
    .filter((one) => one.procedure.procedure === procedure)
    .toSorted((a, b) => (b.force?.from ?? b.storedAt).localeCompare(a.force?.from ?? a.storedAt))
