// One owner per folder: a name in the kernel that vanishes with its process, so that a killed owner leaves no stale lock.

import { createHash } from 'node:crypto'
import { realpath } from 'node:fs/promises'
import { createServer } from 'node:net'

export type FolderLock = { release: () => Promise<void> }

/** The lock, or nothing when another process holds it. The name counts within one machine (or container). */
export async function lockFolder(folder: string): Promise<FolderLock | undefined> {
  const name = createHash('sha256')
    .update(await realpath(folder))
    .digest('hex')
    .slice(0, 40)
  const server = createServer((caller) => caller.destroy())
  const isOurs = await new Promise<boolean>((resolve, reject) => {
    server.once('error', (fault: NodeJS.ErrnoException) =>
      fault.code === 'EADDRINUSE' ? resolve(false) : reject(fault),
    )
    server.listen({ path: `\0mipp-folder-${name}` }, () => resolve(true))
  })
  if (!isOurs) return undefined
  server.unref()
  return { release: () => new Promise((resolve) => server.close(() => resolve())) }
}
