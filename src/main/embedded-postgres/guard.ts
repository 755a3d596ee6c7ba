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
 * the server gets SIGINT, PostgreSQL's fast shutdown. Version 18 hangs for ever when that comes while it mends itself
 * after one of its processes was killed: so in the end SIGQUIT, its immediate one, which loses nothing committed.
 */
const GUARD = `
patience=$1
shift
exec 3<&0
"$@" 3<&- </dev/null &
server=$!
{
  cat >/dev/null
  kill -INT "$server"
  while [ "$patience" -gt 0 ] && kill -0 "$server"; do sleep 1; patience=$((patience - 1)); done
  kill -QUIT "$server"
} <&3 2>/dev/null &
guard=$!
exec 3<&-
wait "$server"
kill "$guard" 2>/dev/null
`

/** @param words the program and its arguments; what it prints is appended to `logFile` */
export async function runGuarded(
  words: string[],
  by: Unprivileged & { env: Record<string, string>; logFile: string; patienceSeconds: number },
): Promise<Guarded> {
  const log = await open(by.logFile, 'a', 0o600)
  const child = spawn('sh', ['-c', GUARD, 'mipp-postgres', String(by.patienceSeconds), ...by.prefix, ...words], {
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
