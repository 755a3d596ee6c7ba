// The printer: Typst documents become PDF/A-2a files, kept for decades and read aloud in their order; in a process of its own.
import { join } from 'node:path'
import { z } from 'zod'
import type { TypstDocument } from '../../letters/document.ts'
import { createWorkerCall } from '../worker-call.ts'
import { startProcess } from '../worker-start.ts'

export type Typst = {
  /** Same document, same bytes. Rejects when the template and its data do not fit: that is a bug, not a refusal. */
  renderPdf: (document: TypstDocument) => Promise<Uint8Array>
  close: () => Promise<void>
}

/** @param root the project's folder, with `node_modules` and `src/letters/templates` in it */
export type TypstConfig = { root: string; deadlineMs?: number; maxBytes?: number }

/** In a process, because native code in a thread cannot be stopped: it went on growing inside the server until it was done. */
export const createTypst = ({ root, deadlineMs = 60_000, maxBytes = 2_000_000_000 }: TypstConfig): Typst => {
  const file = join(root, WORKER)
  const mayRead = [file, join(root, 'package.json'), join(root, 'node_modules'), join(root, TEMPLATES)]
  const start = startProcess({ name: 'Typst', file, mayRead, maxBytes })
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
const TEMPLATES = 'src/letters/templates'
