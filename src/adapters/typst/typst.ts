// The printer: Typst documents become PDF/A-2b files with tags, in a thread of their own.
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { TypstDocument } from '../../letters/document.ts'

export type Typst = {
  /** Same document, same bytes. Rejects when the template and its data do not fit: that is a bug, not a refusal. */
  renderPdf: (document: TypstDocument) => Promise<Uint8Array>
  close: () => Promise<void>
}

/** @param root the project's folder, with `node_modules` and `src/letters/templates` in it */
export type TypstConfig = { root: string; deadlineMs?: number }

export const createTypst = ({ root, deadlineMs = 60_000 }: TypstConfig): Typst => {
  const waiting = new Map<number, Waiting>()
  let worker: Worker | null = null
  let last = 0

  const giveUp = (reason: Error): void => {
    const gone = worker
    worker = null
    for (const { reject, timer } of waiting.values()) {
      clearTimeout(timer)
      reject(reason)
    }
    waiting.clear()
    void gone?.terminate()
  }

  const begin = (): Worker => {
    const started = new Worker(join(root, WORKER), { workerData: { root, fonts: FONTS } })
    started.on('message', (answer: Answer) => {
      const asked = waiting.get(answer.id)
      if (!asked) return
      waiting.delete(answer.id)
      clearTimeout(asked.timer)
      // An idle printer does not keep the process alive.
      if (waiting.size === 0) started.unref()
      if ('bytes' in answer) asked.resolve(answer.bytes)
      else asked.reject(new Error(`Typst: ${answer.error}`))
    })
    const lost = (reason: Error): void => {
      if (worker === started) giveUp(reason)
    }
    started.on('error', lost)
    started.on('exit', (code) => lost(new Error(`Typst ended with code ${code}`)))
    return started
  }

  return {
    renderPdf: ({ template, data }) =>
      new Promise((resolve, reject) => {
        worker ??= begin()
        worker.ref()
        last += 1
        const id = last
        const timer = setTimeout(
          () => giveUp(new Error(`Typst did not answer within ${deadlineMs} ms (${template})`)),
          deadlineMs,
        )
        waiting.set(id, { resolve, reject, timer })
        worker.postMessage({ id, template, inputs: { data: JSON.stringify(data) } })
      }),
    close: async () => {
      const open = worker
      giveUp(new Error('The printer was closed'))
      await open?.terminate()
    },
  }
}

type Waiting = { resolve: (bytes: Uint8Array) => void; reject: (reason: Error) => void; timer: NodeJS.Timeout }
type Answer = { id: number; bytes: Uint8Array } | { id: number; error: string }

const WORKER = 'src/adapters/typst/worker.mjs'

const FONTS = ['400Regular', '400Regular_Italic', '700Bold'].map(
  (face) => `node_modules/@expo-google-fonts/arimo/${face}/Arimo_${face}.ttf`,
)
