// What jobs are given, and how one reads its payload: each is load -> adapter -> command.
import type { Logger } from 'pino'
import type { DnsPort } from '../adapters/dns/port.ts'
import type { ArrivingFiles } from '../adapters/files/arriving.ts'
import type { ForgetCopies } from '../adapters/files/copies.ts'
import type { FileStore } from '../adapters/files/store.ts'
import type { HostingPort } from '../adapters/hosting/port.ts'
import type { MailPort } from '../adapters/mail/port.ts'
import type { PdfBytes } from '../adapters/pdf-bytes.ts'
import type { PdfWords } from '../adapters/pdf-text/pdf-text.ts'
import type { HttpProbe } from '../adapters/probe/http.ts'
import type { Screening } from '../adapters/scan/screening.ts'
import type { SigningPorts } from '../adapters/signing/port.ts'
import type { WebhookPort } from '../adapters/webhook/port.ts'
import type { AgencyData, Catalogue } from '../core/agency/catalogue.ts'
import type { Instant } from '../core/clock/instant.ts'
import type { Procedure } from '../core/procedure/schema.ts'
import type { TypstDocument } from '../letters/document.ts'
import type { Store } from '../store/connect.ts'
import type { Handled, Order } from '../store/handle.ts'
import type { Living } from '../store/living.ts'

export type JobTools = {
  log: Logger
  now: () => Instant
  newId: () => string
  isDemo: boolean
  store: Store
  catalogue: Catalogue
  /** The office with its editions as they are in the database at this moment. */
  living: Living
  procedureOf: (agency: string, procedure: string, edition: string) => Promise<Procedure>
  handle: (order: Order) => Promise<Handled>
  files: FileStore
  screening: Screening
  forgetCopies: ForgetCopies
  arriving: ArrivingFiles
  renderPdf: (document: TypstDocument) => Promise<Uint8Array>
  readPdf: (pdf: PdfBytes) => Promise<PdfWords>
  dns: (agency: string) => DnsPort | undefined
  hosting: (agency: string) => HostingPort | undefined
  probe: HttpProbe
  mail: MailPort
  signing: SigningPorts
  webhook: WebhookPort
  seal: (secret: string) => Uint8Array
  unseal: (sealed: Uint8Array) => string
  publicUrl: (agency: string) => string
}

/** @param attempt from 1; a job that throws is tried again later, further and further apart */
export type JobRun = (tools: JobTools, payload: unknown, attempt: number) => Promise<void>

/** After this many tries a person sees it, and the queue lets go. */
export const TRIES = 4

/** The office as it stands now: posts and their titles are those of the database. */
export const officeOf = (tools: JobTools, id: string): Promise<AgencyData> =>
  tools.living(agencyOf(tools, id), tools.now())

const agencyOf = ({ catalogue }: Pick<JobTools, 'catalogue'>, id: string) => {
  const found = catalogue.agencies.find((one) => one.agency.agency === id)
  if (!found) throw new Error(`The catalogue has no agency "${id}"`)
  return found
}
