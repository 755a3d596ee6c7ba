// A judged form on its way to the office: the letters that it leaves to be made, and the command that files it.
import type { AgencyData } from '../../core/agency/catalogue.ts'
import type { Instant } from '../../core/clock/instant.ts'
import type { Command } from '../../core/dossier/commands.ts'
import type { Channel, PaperRef } from '../../core/dossier/events.ts'
import { trackingCodeFrom } from '../../core/paper/code.ts'
import type { Procedure } from '../../core/procedure/schema.ts'
import { readClient } from '../../store/clients.ts'
import type { Services } from '../services.ts'
import type { JudgedForm } from './judge-form.ts'
import { makeRequestLetters } from './request-letter.ts'

type Filing = {
  agency: AgencyData
  procedure: Procedure
  client: string
  judged: JudgedForm
  now: Instant
}

/** What somebody uploaded, and what is made from the form in place of the rest. */
export const papersToFile = async (
  services: Services,
  { agency, procedure, client, judged, now }: Filing,
): Promise<PaperRef[]> => {
  if (judged.toMake.length === 0) return judged.papers
  const asking = await readClient(services.store, agency.agency.agency, client)
  const facts = { agency, procedure, form: judged.form, client: asking, now }
  return [...judged.papers, ...(await makeRequestLetters(services, judged.toMake, facts))]
}

export const submission = async (
  services: Services,
  filing: Filing & { applicant: string | null; channel: Channel },
): Promise<Extract<Command, { type: 'submit' }>> => {
  const { kind } = await readClient(services.store, filing.agency.agency.agency, filing.client)
  return {
    type: 'submit',
    form: filing.judged.form,
    papers: await papersToFile(services, filing),
    client: filing.client,
    clientKind: kind,
    applicant: filing.applicant,
    channel: filing.channel,
    trackingCode: trackingCodeFrom(services.newToken()),
  }
}
