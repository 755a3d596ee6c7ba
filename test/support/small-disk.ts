// A disk of a few megabytes, so that one can be full, or turn read-only. Where mounting is not permitted there is none.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { open, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export type SmallDisk = {
  path: string
  /** To the last byte. */
  fill: () => Promise<void>
  makeRoom: () => Promise<void>
  readOnly: (isSo: boolean) => void
  stop: () => void
}

export const mountSmallDisk = (megabytes: number): SmallDisk => {
  const path = mkdtempSync(join(tmpdir(), 'mipp-disk-'))
  if (!run('mount', '-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', path)) throw new Error('mounting failed')
  const filling = join(path, 'pengisi')
  return {
    path,
    fill: async () => {
      const handle = await open(filling, 'a')
      for (const size of [65_536, 4096]) while (await wroteAll(handle.appendFile(Buffer.alloc(size))));
      await handle.close()
    },
    makeRoom: () => rm(filling),
    readOnly: (isSo) => {
      if (!run('mount', '-o', `remount,${isSo ? 'ro' : 'rw'}`, path)) throw new Error('remounting failed')
    },
    stop: () => {
      run('umount', '-l', path)
      rmSync(path, { recursive: true, force: true })
    },
  }
}

/** As root, where the machine permits it; tried out. */
export const mayMount = (): boolean => {
  const path = mkdtempSync(join(tmpdir(), 'mipp-disk-'))
  const isMounted = run('mount', '-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', path)
  if (isMounted) run('umount', path)
  rmSync(path, { recursive: true, force: true })
  return isMounted
}

const run = (command: string, ...args: string[]): boolean => spawnSync(command, args).status === 0

const wroteAll = (written: Promise<void>): Promise<boolean> =>
  written.then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOSPC') return false
      throw error
    },
  )
