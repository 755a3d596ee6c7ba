// What is read of a PDF: a small one is handed over whole, of a large one only what its reader asks for.
import { join } from 'node:path'
import type { Sight } from './files/sight.ts'
import type { Supply } from './worker-call.ts'

/** `sha256`: of all of it, compared before it is looked into. */
export type PdfParts = { sha256: string; bytes: number; supply: Supply }

export type PdfBytes = Uint8Array | PdfParts

/** As `within` of the file store gives it; good as long as it lasts. */
export const partsOf = (sha256: string, sight: Sight): PdfParts => ({
  sha256,
  bytes: sight.size,
  supply: sight.bytes,
})

/** How a question speaks of it. */
export const askedOf = (pdf: PdfBytes): { question: object; supply?: Supply } =>
  pdf instanceof Uint8Array ? { question: { pdf } } : { question: { bytes: pdf.bytes }, supply: pdf.supply }

/** The module by which the locked-up process asks, which it has to read. */
export const partsFile = (root: string): string => join(root, 'src/adapters/pdf-parts.mjs')
