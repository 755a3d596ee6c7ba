// The printer: Typst documents become PDF/A-2b files with tags, in a thread of their own.
import { join } from 'node:path'
import { z } from 'zod'
import type { TypstDocument } from '../../letters/document.ts'
import { createWorkerCall } from '../worker-call.ts'
import { startThread } from '../worker-start.ts'

export type Typst = {
  /** Same document, same bytes. Rejects when the template and its data do not fit: that is a bug, not a refusal. */
  renderPdf: (document: TypstDocument) => Promise<Uint8Array>
  close: () => Promise<void>
}

/** @param root the project's folder, with `node_modules` and `src/letters/templates` in it */
export type TypstConfig = { root: string; deadlineMs?: number }

export const createTypst = ({ root, deadlineMs = 60_000 }: TypstConfig): Typst => {
  const start = startThread({ name: 'Typst', file: join(root, WORKER), workerData: { root, fonts: FONTS } })
  const printer = createWorkerCall({ name: 'Typst', start, deadlineMs })
  return {
    renderPdf: async ({ template, data }) => {
      const answer = Answer.parse(await printer.call({ template, inputs: { data: JSON.stringify(data) } }))
      if ('error' in answer) throw new Error(`Typst (${template}): ${answer.error}`)
      return answer.bytes
    },
    close: printer.close,
  }
}

const Answer = z.union([z.object({ bytes: z.instanceof(Uint8Array) }), z.object({ error: z.string() })])

const WORKER = 'src/adapters/typst/worker.mjs'

const FONTS = ['400Regular', '400Regular_Italic', '700Bold'].map(
  (face) => `node_modules/@expo-google-fonts/arimo/${face}/Arimo_${face}.ttf`,
)
