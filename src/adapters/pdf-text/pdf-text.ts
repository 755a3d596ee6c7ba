// The words of an uploaded PDF, for searching: what strangers send is read in a locked-up process, within limits of time and size.
import { join } from 'node:path'
import { z } from 'zod'
import { askedOf, type PdfBytes, partsFile } from '../pdf-bytes.ts'
import { CallLost, createWorkerCall, type LossCause } from '../worker-call.ts'
import { startProcess } from '../worker-start.ts'

/** A form feed stands between the words of one page and the next. `empty`: pages without words, such as a scan. `isCut`: there is more than was read. */
export type PdfWords =
  | { state: 'read'; text: string; pages: number; isCut: boolean }
  | { state: 'empty'; pages: number }
  | { state: 'locked' | 'broken' | 'too-complex' }

export type PdfText = {
  read: (pdf: PdfBytes) => Promise<PdfWords>
  close: () => Promise<void>
}

export type PdfTextConfig = {
  /** The project's folder, with `node_modules` and `src` in it. */
  root: string
  deadlineMs?: number
  maxPages?: number
  maxLetters?: number
  maxMemoryBytes?: number
}

export const createPdfText = (config: PdfTextConfig): PdfText => {
  const {
    root,
    deadlineMs = 20_000,
    maxPages = 200,
    maxLetters = 100_000,
    maxMemoryBytes: maxBytes = 700_000_000,
  } = config
  const name = 'The reader of papers'
  const file = join(root, 'src/adapters/pdf-text/worker.mjs')
  const mayRead = [file, partsFile(root), join(root, 'package.json'), join(root, 'node_modules')]
  const reader = createWorkerCall({
    name,
    start: startProcess({ name, file, mayRead, maxBytes }),
    deadlineMs,
    idleMs: 60_000,
  })
  return {
    read: (pdf) => {
      const { question, supply } = askedOf(pdf)
      return reader.call({ ...question, maxPages, maxLetters }, supply).then(
        (answer) => wordsOf(Answer.parse(answer)),
        (error) => {
          // A reader that cannot even start is a fault of ours and thrown; one that was lost over a paper is that paper's fault.
          if (error instanceof CallLost && BLAMED.has(error.why)) return { state: 'too-complex' }
          throw error
        },
      )
    },
    close: reader.close,
  }
}

const Answer = z.union([
  z.object({ fault: z.enum(['broken', 'locked']) }),
  z.object({ pages: z.int().positive(), text: z.string(), isCut: z.boolean() }),
])

const BLAMED = new Set<LossCause>(['late', 'big', 'ended'])

const wordsOf = (answer: z.infer<typeof Answer>): PdfWords => {
  if ('fault' in answer) return { state: answer.fault }
  const text = answer.text
    .toWellFormed()
    .replaceAll(NOT_WRITTEN, ' ')
    .replaceAll(/[ \t]+/g, ' ')
    .replace(/^[ \n]+|[ \n]+$/g, '')
  if (!/[\p{L}\p{N}]/u.test(text)) return { state: 'empty', pages: answer.pages }
  return { state: 'read', text, pages: answer.pages, isCut: answer.isCut }
}

/** Control characters but for the end of a line and of a page; the database takes no zero byte. */
const NOT_WRITTEN = /(?![\n\f])\p{C}/gu
