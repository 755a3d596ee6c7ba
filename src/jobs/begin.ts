// Begins a dossier that nobody asks for: by a rule of the calendar, or because a probe found something.
import { createHash } from 'node:crypto'
import type { AgencyData } from '../core/agency/catalogue.ts'
import type { ClientKind } from '../core/dossier/events.ts'
import { trackingCodeFrom } from '../core/paper/code.ts'
import { filledStart, type MonitorStart, type ScheduleStart, startName } from '../core/procedure/automatic.ts'
import type { Procedure } from '../core/procedure/schema.ts'
import type { JobTools } from './tools.ts'

export type Beginning = {
  office: AgencyData
  procedure: Procedure
  start: ScheduleStart | MonitorStart
  client: { client: string; clientKind: ClientKind }
  /** What the form is filled with. */
  words: Readonly<Record<string, string>>
  /** The occasion: the day of the rule, or the look of the probe; begun once for each. */
  occasion: string
}

/** @returns the dossier, or null where the form that the file prefills is refused: then the log says why */
export const begin = async (tools: JobTools, beginning: Beginning): Promise<string | null> => {
  const { office, procedure, start, client, words, occasion } = beginning
  const { agency } = office.agency
  const name = startName(start)
  const code = createHash('sha256').update(tools.newId()).digest('hex')
  const handled = await tools.handle({
    agency,
    dossier: tools.newId(),
    by: { kind: 'system', job: start.by },
    command: {
      type: 'submit',
      form: filledStart(start.form, words),
      papers: [],
      ...client,
      applicant: null,
      channel: start.by,
      trackingCode: trackingCodeFrom(code),
    },
    key: `begin:${procedure.procedure}:${name}:${client.client}:${words.key ?? ''}:${occasion}`,
    edition: procedure,
  })
  if (handled.ok) return handled.dossier
  const { procedure: id, edition } = procedure
  tools.log.error(
    { agency, procedure: id, edition, start: name, reason: handled.refusal.sentence.en },
    'could not begin',
  )
  return null
}
