// A helper is a locked-up process: it can be ended for certain, whatever it was asked.
import { type ChildProcess, fork } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { Socket } from 'node:net'
import { z } from 'zod'
import { CallLost, type StartHelper, type Supply } from './worker-call.ts'

export type ProcessConfig = {
  name: string
  /** A plain module; it sends `ready` first, then one answer to each message. */
  file: string
  /** All that it may read; it may write nothing and start nothing. */
  mayRead: string[]
  /** For everything it holds, inside and outside of the JavaScript heap. */
  maxBytes: number
}

/**
 * Its environment is empty, so no secret of the server is in it. Unlike a thread it can be ended for certain: native
 * code cannot be interrupted in a thread, and memory outside the heap cannot be limited there.
 */
export const startProcess =
  ({ name, file, mayRead, maxBytes }: ProcessConfig): StartHelper =>
  ({ ready, answer, end }) => {
    const child = fork(file, { env: {}, execArgv: restrict(mayRead), serialization: 'advanced', stdio: QUIET })
    const gone = new Promise<void>((resolve) => child.once('close', () => resolve()))
    let complaint = ''
    let isReady = false
    let watch: NodeJS.Timeout | undefined
    let supplies: Supply | undefined
    const weigh = (): void => {
      if (bytesOf(child.pid) > maxBytes) end(new CallLost('big', `${name} took more than ${maxBytes} bytes`))
    }
    child.stderr?.on('data', (text) => (complaint = `${complaint}${text}`.slice(-2000)))
    child.on('message', (message) => {
      const wanted = isReady ? Wanted.safeParse(message) : null
      if (wanted?.success) return give(child, wanted.data.wants, supplies)
      if (isReady) {
        supplies = undefined
        return answer(message)
      }
      isReady = true
      ready()
    })
    // Also a question to a process that has just died; its end is told below.
    child.on('error', (error) => (complaint += error.message))
    child.once('close', (code, signal) => {
      clearInterval(watch)
      end(new CallLost(isReady ? 'ended' : 'unstarted', `${name} ended (${code ?? signal}). ${complaint}`.trim()))
    })
    return {
      ask: (question, supply) => {
        supplies = supply
        if (child.connected) child.send(question)
      },
      setBusy: (isBusy) => {
        clearInterval(watch)
        if (isBusy) watch = setInterval(weigh, 50)
        hold(child, isBusy)
      },
      stop: async () => {
        clearInterval(watch)
        // Or else the server could leave before it knows that the process has.
        hold(child, true)
        child.kill('SIGKILL')
        await gone
      },
    }
  }

const MOST_AT_ONCE = 2_000_000

/** It reads foreign files: what it asks for is looked at before it is believed. */
const Wanted = z.object({
  wants: z
    .object({ id: z.int(), from: z.int().nonnegative(), to: z.int() })
    .refine(({ from, to }) => from < to && to - from <= MOST_AT_ONCE),
})

/** A question that is over has nothing to give any more; without its part the helper runs into its deadline. */
const give = (child: ChildProcess, { id, from, to }: z.infer<typeof Wanted>['wants'], supplies: Supply | undefined) => {
  if (!supplies || !child.connected) return
  try {
    child.send({ id, part: supplies(from, to) })
  } catch {
    child.kill('SIGKILL')
  }
}

const hold = (child: ChildProcess, isHeld: boolean): void => {
  const pipe = child.stderr instanceof Socket ? child.stderr : null
  for (const part of [child, child.channel, pipe]) isHeld ? part?.ref() : part?.unref()
}

const QUIET: ['ignore', 'ignore', 'pipe', 'ipc'] = ['ignore', 'ignore', 'pipe', 'ipc']

const restrict = (mayRead: string[]): string[] => [
  '--permission',
  '--allow-addons',
  '--disallow-code-generation-from-strings',
  '--disable-warning=SecurityWarning',
  '--max-old-space-size=512',
  ...mayRead.map((path) => `--allow-fs-read=${path}`),
]

/** What the process really holds in memory; 0 where the system has no /proc, then only the heap is limited. */
const bytesOf = (pid: number | undefined): number => {
  try {
    return Number(/VmRSS:\s*(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) * 1024
  } catch {
    return 0
  }
}
