// PostgreSQL refuses to run as root: this finds a way to run it without making an account on the machine.

import { spawn } from 'node:child_process'
import { lchown, lstat, readdir } from 'node:fs/promises'
import { join } from 'node:path'

/** How to start a program so that it is not root: words before the command, or another user. */
export type Unprivileged = { prefix: string[]; user?: { uid: number; gid: number } }

const NOBODY = 65534

/**
 * A user namespace keeps the files root's own and needs no rights on the way to the folder. Where it is forbidden
 * (containers often do), the programs run as nobody, to whom the folder then belongs.
 */
export async function becomeUnprivileged(): Promise<Unprivileged> {
  if (process.getuid?.() !== 0) return { prefix: [] }
  const prefix = ['unshare', '--user', `--map-user=${NOBODY}`, `--map-group=${NOBODY}`]
  if (await succeeds([...prefix, 'true'])) return { prefix }
  return { prefix: [], user: { uid: NOBODY, gid: NOBODY } }
}

/** Gives a folder and all in it to the user that the programs will run as; only root can, and needs to. */
export async function handOver(folder: string, to: Unprivileged): Promise<void> {
  if (process.getuid?.() !== 0) return
  const { uid, gid } = to.user ?? { uid: 0, gid: 0 }
  const entries = await readdir(folder, { recursive: true })
  for (const path of [folder, ...entries.map((entry) => join(folder, entry))]) {
    const owner = await lstat(path)
    if (owner.uid !== uid) await lchown(path, uid, gid)
  }
}

function succeeds(words: string[]): Promise<boolean> {
  const [program = '', ...args] = words
  return new Promise((resolve) => {
    const child = spawn(program, args, { stdio: 'ignore' })
    child.once('error', () => resolve(false))
    child.once('exit', (code) => resolve(code === 0))
  })
}
