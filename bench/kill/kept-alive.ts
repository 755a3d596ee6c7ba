// A process of the program under a watch that starts it again whenever it ends, as the service manager of a machine would.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, openSync } from 'node:fs'
import { join } from 'node:path'
import { projectRoot } from '../../src/main/root.ts'

export type KeptAlive = {
  /** SIGKILL, also in the middle of its start. @returns when it is gone */
  kill: () => Promise<void>
  /** Settles when the process that runs now, or the one after it, does its work. */
  isReady: () => Promise<void>
  /** How often it ended without having been killed, e.g. because there was no database at its start. */
  ownEnds: () => number
  stop: () => Promise<void>
}

export type Kept = {
  args: string[]
  env: Record<string, string>
  /** What it says on stdout when it has begun. */
  saysWhenReady: string
  logFile: string
}

const AGAIN_MS = 200
const MOST_OWN_ENDS = 200
const NOT_YET = Promise.resolve(false)

export const keepAlive = (kept: Kept): KeptAlive => {
  let isStopped = false
  let killed = 0
  let ended = 0
  let child: ChildProcess
  let ready: Promise<boolean>
  const start = (): void => {
    child = launch(kept)
    ready = whetherReady(child, kept.saysWhenReady)
  }
  const gone = async (): Promise<void> => {
    while (!isStopped) {
      await whenGone(child)
      ready = NOT_YET
      ended += 1
      if (isStopped) return
      await new Promise((done) => setTimeout(done, AGAIN_MS))
      if (!isStopped) start()
    }
  }
  start()
  const watching = gone()
  return {
    kill: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return
      killed += 1
      child.kill('SIGKILL')
      await whenGone(child)
      ready = NOT_YET
    },
    isReady: async () => {
      while (!(await ready)) {
        if (ended - killed > MOST_OWN_ENDS)
          throw new Error(`mipp ${kept.args.join(' ')} does not start: ${kept.logFile}`)
        await new Promise((done) => setTimeout(done, AGAIN_MS / 2))
      }
    },
    ownEnds: () => ended - killed,
    stop: async () => {
      isStopped = true
      const over = whenGone(child)
      child.kill('SIGTERM')
      const force = setTimeout(() => child.kill('SIGKILL'), 15_000)
      await over
      clearTimeout(force)
      await watching
    },
  }
}

const whenGone = async (child: ChildProcess): Promise<void> => {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
}

/** Without its starter: killing that one would stop the program in good order. */
const launch = ({ args, env, logFile }: Kept): ChildProcess => {
  const log = openSync(logFile, 'a')
  const child = spawn(process.execPath, [join(projectRoot(), 'scripts/program.mjs'), ...args], {
    cwd: projectRoot(),
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', log],
  })
  closeSync(log)
  return child
}

/** @returns false when it ended before */
const whetherReady = (child: ChildProcess, words: string): Promise<boolean> =>
  new Promise((resolve) => {
    let said = ''
    child.stdout?.on('data', (piece: Buffer) => {
      if (said.includes(words)) return
      said += piece.toString('utf8')
      if (said.includes(words)) resolve(true)
    })
    child.once('exit', () => resolve(false))
  })
