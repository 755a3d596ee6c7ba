// Runs the database server under a small shell that stops it when MIPP is gone, however MIPP went.

import { type ChildProcess, spawn } from 'node:child_process'
import { open } from 'node:fs/promises'
import type { Unprivileged } from './unprivileged.ts'

export type Guarded = {
  /** Settles when the server has ended, by itself or because it was stopped. */
  ended: Promise<void>
  hasEnded: () => boolean
  stop: () => Promise<void>
}

/**
 * The shell holds the read end of a pipe. When its other end closes (a stop, or the death of MIPP even by `kill -9`),
 * the server gets SIGINT, PostgreSQL's fast shutdown.
 */
const GUARD = `
exec 3<&0
"$@" 3<&- </dev/null &
server=$!
{ cat >/dev/null; kill -INT "$server"; } <&3 2>/dev/null &
exec 3<&-
wait "$server"
`

/** @param words the program and its arguments; what it prints is appended to `logFile` */
export async function runGuarded(
  words: string[],
  by: Unprivileged & { env: Record<string, string>; logFile: string },
): Promise<Guarded> {
  const log = await open(by.logFile, 'a', 0o600)
  const child = spawn('sh', ['-c', GUARD, 'mipp-postgres', ...by.prefix, ...words], {
    // A group of its own: Ctrl-C in a terminal must not stop the database before the program that uses it.
    detached: true,
    stdio: ['pipe', log.fd, log.fd],
    env: by.env,
    ...by.user,
  })
  const ended = whenEnded(child)
  await log.close()
  let isOver = false
  ended.then(() => {
    isOver = true
    child.stdin?.destroy()
  })
  const stop = async () => {
    child.stdin?.end()
    await ended
  }
  return { ended, hasEnded: () => isOver, stop }
}

function whenEnded(child: ChildProcess): Promise<void> {
  child.stdin?.on('error', () => {})
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', () => resolve())
  })
}
