// An office as the program knows it: what its files say, and the editions of its procedures as the database has them today.
import type { Calendar } from '../clock/calendar.ts'
import type { Day, Instant } from '../clock/instant.ts'
import type { TemplateEdition, TemplateFile } from '../paper/letter-templates.ts'
import type { HeldMandate, Substitute } from '../person/mandate.ts'
import type { Procedure } from '../procedure/schema.ts'
import type { Agency } from './agency.ts'
import { type Force, isInForce, type Ratified } from './force.ts'

export type StoredEdition = { procedure: Procedure; source: string; sha256: string }
export type FileEdition = StoredEdition & { file: string }

export type RatifiedEdition = Omit<StoredEdition, 'source'> & {
  force: Force | null
  ratified: Ratified | null
  storedAt: Instant
}

type OfficeData<Edition> = {
  agency: Agency
  /** The agency's own; units may count by another. */
  calendar: Calendar
  editions: Edition[]
  /** Sources of the letter templates by kind; the layer that prints them reads them. */
  letters: Record<string, string>
  /** SVG of the arms that the agency's file names. */
  arms?: string | undefined
}

/** What the catalogue's folder says of an office: seed and exchange, never what is in force. */
export type OfficeFiles = OfficeData<FileEdition> & {
  /** Working calendars besides the agency's own. */
  moreCalendars?: readonly { calendar: string; label: string; data: Calendar }[]
  /** The texts that `letters` was read from. */
  letterFiles?: readonly TemplateFile[]
}

/** The name of the agency's own working calendar. */
export const MAIN_CALENDAR = 'utama'

/** What people change about an office while it runs: units, posts, working time, who holds which post. */
export type LivingOffice = {
  agency: Agency
  calendar: Calendar
  /** By name; the agency's own among them. */
  calendars: Readonly<Record<string, Calendar>>
  /** Of all times, so that yesterday and next week can be asked about as well. */
  mandates: readonly HeldMandate[]
  substitutes: readonly Substitute[]
  /** In whose name nobody asks any more. */
  closedClients?: readonly string[]
  /** Texts of letters in all their editions, in force or not. */
  letterTemplates?: readonly TemplateEdition[]
}

/** An office as it stands on one day of its own: editions, units, posts and working time are those of the database. */
export type AgencyData = OfficeData<RatifiedEdition> & LivingOffice & { today: Day }

/** As the files alone have it: nobody holds anything yet. */
export const officeOfFiles = ({ agency, calendar }: Pick<OfficeFiles, 'agency' | 'calendar'>): LivingOffice => ({
  agency,
  calendar,
  calendars: { [MAIN_CALENDAR]: calendar },
  mandates: [],
  substitutes: [],
})

/** What does not change while the program runs. */
export type OfficeRules = Omit<OfficeFiles, 'editions'>

export type Catalogue = { agencies: OfficeFiles[] }

/** Procedures that may be asked for today: never more than one edition of each. */
export const inForce = (data: Pick<AgencyData, 'editions' | 'today'>): Procedure[] =>
  data.editions.filter(({ force }) => isInForce(force, data.today)).map(({ procedure }) => procedure)

/** The edition in force today, with its days. */
export const editionInForce = (data: AgencyData, procedure: string): RatifiedEdition | undefined =>
  data.editions.find((one) => one.procedure.procedure === procedure && isInForce(one.force, data.today))

/** Any edition that has been ratified, whether it is in force or not. */
export const editionNamed = (data: AgencyData, procedure: string, edition: string): RatifiedEdition | undefined =>
  data.editions.find((one) => one.procedure.procedure === procedure && one.procedure.edition === edition)

export const agencyNamed = (catalogue: Catalogue, id: string): OfficeFiles | undefined =>
  catalogue.agencies.find((one) => one.agency.agency === id)

/** With one agency every host is its; otherwise the host must be named by one of them. */
export const agencyOfHost = (catalogue: Catalogue, host: string): OfficeFiles | undefined => {
  if (catalogue.agencies.length === 1) return catalogue.agencies[0]
  const name = host.toLowerCase().replace(/:\d+$/, '')
  return catalogue.agencies.find((one) => one.agency.hosts.includes(name))
}
