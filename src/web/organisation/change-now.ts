// A change of the organisation by somebody at a page or a program: judged, written and journalled.
import type { AgencyData } from '../../core/agency/catalogue.ts'
import type { Instant } from '../../core/clock/instant.ts'
import type { Change } from '../../core/organisation/change.ts'
import { factsOf } from '../../core/organisation/facts.ts'
import { changeOrganisation, type OrganisationOutcome } from '../../store/organisation-changes.ts'
import type { Services } from '../services.ts'

/** Who asks, where and when. */
export type Changing = { services: Pick<Services, 'store'>; agency: AgencyData; person: string | null; now: Instant }

export type Changed = Exclude<OrganisationOutcome, { stale: true }>

export const changeNow = async (
  { services, agency, person, now }: Changing,
  changes: readonly Change[],
  reason: string | null = null,
): Promise<Changed> => {
  const outcome = await changeOrganisation(services.store, agency.agency.agency, {
    by: { person, now },
    reason,
    facts: factsOf(agency),
    plan: () => changes,
  })
  // Without an office that was looked at before there is nothing to be behind of.
  if ('stale' in outcome) throw new Error('an order that expects nothing was found stale')
  return outcome
}
