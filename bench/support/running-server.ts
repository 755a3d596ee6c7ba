// The program itself as a process of its own, on a filled office: its start is timed, and its log says how long each
// answer took inside.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { openSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { projectRoot } from '../../src/main/root.ts'
import type { FilledOffice } from './filled-office.ts'
import { freePort } from './free-port.ts'
import { visitorOf } from './visitor.ts'

export type RunningServer = {
  pid: number
  port: number
  /** From the start of the process to its first answered page. */
  startMs: number
  /** Server time of an answer by its request id, in ms; taken out when it is asked for. */
  tookMs: (requestId: string) => Promise<number>
  residentMiB: () => Promise<number>
  stop: () => Promise<void>
}

/** @param works with the worker in the same process, as a small office runs it
 * @param unheard its log goes to a file, as with most services: reading it costs whoever loads the server */
export const startProgram = async (
  office: Pick<FilledOffice, 'url' | 'folder'>,
  {
    unheard = false,
    works = false,
    env = {},
  }: { unheard?: boolean; works?: boolean; env?: Record<string, string> } = {},
): Promise<RunningServer> => {
  const log = unheard ? openSync(join(office.folder, 'bench.log'), 'w') : 'pipe'
  const port = await freePort()
  const begun = performance.now()
  const words = ['serve', '--demo', ...(works ? [] : ['--no-work'])]
  const child = spawn(process.execPath, [join(projectRoot(), 'scripts/program.mjs'), ...words], {
    cwd: projectRoot(),
    stdio: ['ignore', 'ignore', log],
    env: {
      ...process.env,
      DATABASE_URL: office.url,
      MIPP_DATA: office.folder,
      MIPP_PORT: String(port),
      MIPP_LOG_LEVEL: 'info',
      ...env,
    },
  })
  const took = new Map<string, number>()
  const waiting = new Map<string, (ms: number) => void>()
  const lines = child.stderr && createInterface({ input: child.stderr })
  lines?.on('line', (line) => {
    if (!line.startsWith('{')) return void process.stderr.write(`${line}\n`)
    const { requestId, ms } = JSON.parse(line)
    if (typeof requestId !== 'string' || typeof ms !== 'number') return
    const heard = waiting.get(requestId)
    waiting.delete(requestId)
    if (heard) heard(ms)
    else took.set(requestId, ms)
  })
  await untilAnswering(port, child)
  return {
    pid: child.pid ?? 0,
    port,
    startMs: performance.now() - begun,
    tookMs: (id) => {
      const known = took.get(id)
      took.delete(id)
      return known === undefined ? new Promise((heard) => waiting.set(id, heard)) : Promise.resolve(known)
    },
    residentMiB: async () => {
      const status = await readFile(`/proc/${child.pid}/status`, 'utf8')
      return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024
    },
    stop: async () => {
      const ended = once(child, 'exit')
      child.kill('SIGTERM')
      await ended
    },
  }
}

const POLL_MS = 5

const untilAnswering = async (port: number, child: ChildProcess): Promise<void> => {
  const visitor = visitorOf(port, '')
  try {
    for (;;) {
      if (child.exitCode !== null) throw new Error('The server ended before it answered')
      const answer = await visitor.ask('/track').catch(() => null)
      if (answer?.status === 200) return
      await new Promise((done) => setTimeout(done, POLL_MS))
    }
  } finally {
    visitor.close()
  }
}
