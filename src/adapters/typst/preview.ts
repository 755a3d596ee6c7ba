// The printer of previews: whatever somebody types is printed within seconds or not at all, and never in the way of real letters.
import { createHash } from 'node:crypto'
import { type Sentence, sentence } from '../../core/sentence.ts'
import type { TypstDocument } from '../../letters/document.ts'
import { good, lasting, type Outcome, passing } from '../outcome.ts'
import { createTroubles } from '../pdf-pictures/troubles.ts'
import { CallLost, type LossCause } from '../worker-call.ts'
import { createTypst } from './typst.ts'

export type PreviewPrinter = {
  /** Rejects only for bugs. A document that was too heavy is not tried again for a while. */
  preview: (document: TypstDocument) => Promise<Outcome<Uint8Array>>
  close: () => Promise<void>
}

export type PreviewConfig = { root: string; deadlineMs?: number; maxBytes?: number; longestLine?: number }

export const createPreviewPrinter = ({
  root,
  deadlineMs = 8_000,
  maxBytes = 800_000_000,
  longestLine = 12,
}: PreviewConfig): PreviewPrinter => {
  const typst = createTypst({ root, deadlineMs, maxBytes })
  const troubles = createTroubles()
  let waiting = 0
  return {
    preview: async (document) => {
      const name = createHash('sha256').update(JSON.stringify(document)).digest('hex')
      if (troubles.has(name, name)) return lasting(isTooHeavy)
      if (waiting >= longestLine) return passing(isBusy)
      waiting += 1
      try {
        return good(await typst.renderPdf(document))
      } catch (error) {
        if (!(error instanceof CallLost && BLAMED.has(error.why))) throw error
        troubles.add(name, name)
        return lasting(isTooHeavy)
      } finally {
        waiting -= 1
      }
    },
    close: typst.close,
  }
}

const BLAMED = new Set<LossCause>(['late', 'big', 'ended'])

const isTooHeavy: Sentence = sentence(
  'Surat ini terlalu berat untuk dicetak: terlalu panjang, atau tabelnya terlalu besar. Pendekkan naskahnya, lalu coba lagi.',
  'This letter is too heavy to be printed: too long, or its table too large. Make the text shorter, then try again.',
)

const isBusy: Sentence = sentence(
  'Terlalu banyak pratinjau sedang dibuat. Tunggu sebentar, lalu coba lagi.',
  'Too many previews are being made. Wait a moment, then try again.',
)
