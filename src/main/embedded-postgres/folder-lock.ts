// One owner per folder: a name in the kernel that vanishes with its process, so that a killed owner leaves no stale lock.

import { createHash } from 'node:crypto'
import { realpath } from 'node:fs/promises'
import { connect, createServer } from 'node:net'

export type FolderLock = { release: () => Promise<void> }

/** The lock, or nothing when another process holds it. The name counts within one machine (or container). */
export async function lockFolder(folder: string): Promise<FolderLock | undefined> {
  const path = await nameOf(folder)
  const server = createServer((caller) => caller.destroy())
  const isOurs = await new Promise<boolean>((resolve, reject) => {
    server.once('error', (fault: NodeJS.ErrnoException) =>
      fault.code === 'EADDRINUSE' ? resolve(false) : reject(fault),
    )
    server.listen({ path }, () => resolve(true))
  })
  if (!isOurs) return undefined
  server.unref()
  return { release: () => new Promise((resolve) => server.close(() => resolve())) }
}

/** Asks without taking it, so that whoever starts at this moment is not turned away by the question. */
export async function isLocked(folder: string): Promise<boolean> {
  const path = await nameOf(folder)
  return new Promise((resolve) => {
    const caller = connect({ path })
    caller.once('connect', () => resolve(true))
    caller.once('error', () => resolve(false))
    caller.once('close', () => caller.destroy())
  })
}

async function nameOf(folder: string): Promise<string> {
  const hash = createHash('sha256')
    .update(await realpath(folder))
    .digest('hex')
  return `\0mipp-folder-${hash.slice(0, 40)}`
}
