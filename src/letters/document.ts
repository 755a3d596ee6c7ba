// A paper as the Typst compiler takes it: the name of a template and the data it lays out.
import { Temporal } from 'temporal-polyfill'
import type { Instant } from '../core/clock/instant.ts'
import { printableDeep } from './printable.ts'

/** A file `src/letters/templates/<name>.typ`. */
export type TemplateName =
  | 'agenda-book'
  | 'control-card'
  | 'destruction-record'
  | 'disposition-sheet'
  | 'letter'
  | 'receipt'
  | 'sop-sheet'

/** A4 is the norm; F4 (215 x 330 mm) is still used by regional offices; half-folio is the old disposition sheet; the control card is 100 x 150 mm. */
export type PaperSize = 'a4' | 'f4' | 'half-folio' | 'card'

/** `data` is plain JSON. Same document, same bytes. */
export type TypstDocument = { template: TemplateName; data: unknown }

export type DocumentParts = {
  template: TemplateName
  paper: PaperSize
  /** What a reader's window shows, and who made it. */
  title: string
  author: string
  keywords: string[]
  /** Moment of creation that is written into the file; never read from a clock here. */
  createdAt: Instant
  /** Texts in printing form. */
  body: Record<string, unknown>
  /** SVG sources by name, left as they are. */
  images: Record<string, string>
}

export const typstDocument = ({ template, images, createdAt, ...texts }: DocumentParts): TypstDocument => ({
  template,
  data: { ...asObject(printableDeep(texts)), images, createdAt: dateParts(createdAt) },
})

const asObject = (value: unknown): object => (typeof value === 'object' && value !== null ? value : {})

/** Typst has no parser for dates. */
const dateParts = (at: Instant): Record<string, number> => {
  const { year, month, day, hour, minute, second } = Temporal.Instant.from(at).toZonedDateTimeISO('UTC')
  return { year, month, day, hour, minute, second }
}
