// Everything the pages are given: made once in main/wiring.ts, never reached for.
import type { Logger } from 'pino'
import type { DnsPort } from '../adapters/dns/port.ts'
import type { ArrivingFiles } from '../adapters/files/arriving.ts'
import type { FileStore } from '../adapters/files/store.ts'
import type { Outcome } from '../adapters/outcome.ts'
import type { PdfBytes } from '../adapters/pdf-bytes.ts'
import type { Pictures } from '../adapters/pictures/pictures.ts'
import type { SmallPicture } from '../adapters/pictures/small.ts'
import type { ReadQr } from '../adapters/qr/read-qr.ts'
import type { Screening } from '../adapters/scan/screening.ts'
import type { SigningPorts } from '../adapters/signing/port.ts'
import type { Catalogue } from '../core/agency/catalogue.ts'
import type { Instant } from '../core/clock/instant.ts'
import type { Procedure } from '../core/procedure/schema.ts'
import type { TypstDocument } from '../letters/document.ts'
import type { Store } from '../store/connect.ts'
import type { FileHealth } from '../store/file-troubles.ts'
import type { Handled, Order } from '../store/handle.ts'
import type { Living } from '../store/living.ts'
import type { Live } from './live.ts'

export type Services = {
  isDemo: boolean
  /** Cookies travel only over TLS; off on loopback without it. */
  secureCookies: boolean
  /** Is the neighbour at this address a proxy of ours, that may say who the visitor is? */
  isProxy: (address: string) => boolean
  version: string
  /** How often one token may ask in a minute. */
  apiPerMinute: number
  log: Logger
  now: () => Instant
  newId: () => string
  /** Random, URL-safe, 256 bits. */
  newToken: () => string
  /** Waits, so that an answer tells nothing by its time. */
  pause: (ms: number) => Promise<void>
  store: Store
  catalogue: Catalogue
  /** The office with its editions as they are in the database at this moment. */
  living: Living
  procedureOf: (agency: string, procedure: string, edition: string) => Promise<Procedure>
  handle: (order: Order) => Promise<Handled>
  files: FileStore
  /** The same, before their scanner has spoken: for looking into what was sent, never for handing it out. */
  intake: FileStore
  screening: Screening
  /** A picture as it is kept: upright, without what its camera wrote. */
  redraw: Pictures['redraw']
  /** Of a photograph, for lists. */
  smallPicture: SmallPicture
  scanHealth: () => Promise<{ scanner: string | null; waiting: number; quarantined: number }>
  /** Files that come in pieces, until they are whole. */
  arriving: ArrivingFiles
  renderPdf: (document: TypstDocument) => Promise<Uint8Array>
  /** For what somebody is still typing: within seconds or not at all, and never in the way of real papers. */
  previewPdf: (document: TypstDocument) => Promise<Outcome<Uint8Array>>
  /** Draws a page of a PDF, so that papers can be read on the page; without it they are downloaded. */
  pictures?: {
    renderPage: (pdf: PdfBytes, page: number, widthPx: number) => Promise<Outcome<{ png: Uint8Array; pages: number }>>
  }
  dns: (agency: string) => DnsPort | undefined
  signing: SigningPorts
  /** What stands in the QR codes of a picture. */
  readQr: ReadQr
  live: Live
  assets: { folder: string; css: string; js: string; check: string }
  /** With the key of the installation: for what a browser keeps and nobody may make up. */
  seal: (text: string) => Uint8Array
  /** Opens what was sealed with the key of the installation, by jobs too. */
  unseal: (sealed: Uint8Array) => string
  /** Of what is sealed and has to be found again: the same for the same text. */
  mark: (text: string) => string
  /** Where people reach this agency, for mails and QR codes. */
  publicUrl: (agency: string) => string
  /** Is the database there, is the worker's queue moving? For /readyz. */
  isReady: () => Promise<boolean>
  /** How many stored papers are known to be gone or damaged, and since when all have been looked at. */
  fileHealth: () => Promise<FileHealth>
  /** Has a newer program changed the schema while this one served? */
  isOutdated: () => Promise<boolean>
}
