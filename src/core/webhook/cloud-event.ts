// One event as a program outside is told it: CloudEvents 1.0 in structured mode, thin unless the subscription says more.
import type { Dossier } from '../dossier/dossier.ts'
import type { Event } from '../dossier/events.ts'
import type { Tells } from './kinds.ts'

export type Telling = {
  agency: string
  /** Where the pages of the agency stand. */
  publicUrl: string
  procedure: string
  edition: string
  clientName: string
  tells: readonly Tells[]
  /** As it was with this event. */
  dossier: Dossier
  event: Event
  seq: number
}

/** Above `biasa` a dossier is nobody's business outside; not even that it exists is told. */
export const isToldOutside = ({ secrecy }: Pick<Dossier, 'secrecy'>): boolean => secrecy === null || secrecy === 'biasa'

export const cloudEvent = (telling: Telling): Record<string, unknown> => {
  const { agency, publicUrl, procedure, edition, dossier, event, seq } = telling
  return {
    specversion: '1.0',
    id: `${dossier.id}.${seq}`,
    source: publicUrl,
    type: `mipp.dossier.${event.type}`,
    subject: dossier.number,
    time: event.at,
    sequence: String(seq).padStart(6, '0'),
    datacontenttype: 'application/json',
    data: {
      agency,
      dossier: dossier.id,
      number: dossier.number,
      procedure,
      edition,
      status: dossier.status,
      ...stepOf(event),
      ...rungOf(event),
      link: `${publicUrl}/dossiers/${dossier.id}`,
      ...more(telling),
    },
  }
}

const stepOf = (event: Event): { step?: string } => ('step' in event && event.step !== null ? { step: event.step } : {})

/** How far the time has run: `promise` for that of the whole dossier. */
const rungOf = (event: Event): { rung?: string; clock?: 'step' | 'promise' } =>
  event.type === 'rung-reached' ? { rung: event.rung, clock: event.task === null ? 'promise' : 'step' } : {}

/** Before its grade is known, and of what the public sent, only the thin event leaves the office. */
const more = ({ tells, dossier, clientName }: Telling): Record<string, unknown> => {
  if (dossier.secrecy !== 'biasa' || dossier.asker === 'public') return {}
  return {
    ...(tells.includes('subject') ? { subject: dossier.subject } : {}),
    ...(tells.includes('client') ? { client: { id: dossier.client, name: clientName } } : {}),
  }
}
