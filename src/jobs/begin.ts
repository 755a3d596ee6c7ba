// Begins a dossier that nobody asks for: by a rule of the calendar, or because a probe found something.
import { createHash } from 'node:crypto'
import type { AgencyData } from '../core/agency/catalogue.ts'
import type { ClientKind } from '../core/dossier/events.ts'
import { trackingCodeFrom } from '../core/paper/code.ts'
import { filledStart, type MonitorStart, type ScheduleStart, startName } from '../core/procedure/automatic.ts'
import type { Procedure } from '../core/procedure/schema.ts'
import type { Sentence } from '../core/sentence.ts'
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

export type Begun = { dossier: string } | { refused: Sentence }

/** @returns the dossier, or why the form that the file prefills is refused */
export const begin = async (tools: JobTools, beginning: Beginning): Promise<Begun> => {
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
  if (handled.ok) return { dossier: handled.dossier }
  return { refused: handled.refusal.sentence }
}

/** Once for each reason: a form that stays as it is is tried again at every turn. */
export const sayRefused = (
  tools: JobTools,
  { office, procedure, start }: Pick<Beginning, 'office' | 'procedure' | 'start'>,
  { refused, before }: { refused: Sentence; before: Sentence | null },
): void => {
  if (before?.id === refused.id) return
  const { procedure: id, edition } = procedure
  const { agency } = office.agency
  tools.log.error({ agency, procedure: id, edition, start: startName(start), reason: refused.en }, 'could not begin')
}
