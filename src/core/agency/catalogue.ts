// The catalogue in memory: agencies, their calendars, the procedures in force and the texts of their letters.
import type { Calendar } from '../clock/calendar.ts'
import type { Procedure } from '../procedure/schema.ts'
import type { Agency } from './agency.ts'

export type StoredEdition = { procedure: Procedure; source: string; sha256: string; file: string }

/** Letter and register texts are kept as parsed data; the layers that use them give them their shape. */
export type AgencyData = {
  agency: Agency
  calendar: Calendar
  editions: StoredEdition[]
  letters: Record<string, unknown>
  /** SVG of the arms that the agency's file names. */
  arms?: string | undefined
}

export type Catalogue = { agencies: AgencyData[] }

/** Procedures an applicant may ask for today: exactly one edition each is in force. */
export const inForce = ({ agency, editions }: AgencyData): Procedure[] =>
  agency['in-force'].flatMap(({ procedure, edition }) =>
    editions
      .filter((one) => one.procedure.procedure === procedure && one.procedure.edition === edition)
      .map((one) => one.procedure),
  )

export const agencyNamed = (catalogue: Catalogue, id: string): AgencyData | undefined =>
  catalogue.agencies.find((one) => one.agency.agency === id)

/** With one agency every host is its; otherwise the host must be named by one of them. */
export const agencyOfHost = (catalogue: Catalogue, host: string): AgencyData | undefined => {
  if (catalogue.agencies.length === 1) return catalogue.agencies[0]
  const name = host.toLowerCase().replace(/:\d+$/, '')
  return catalogue.agencies.find((one) => one.agency.hosts.includes(name))
}
