// PostgreSQL with the settings of every day at an address that stays, to be killed and started again.
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../../src/main/embedded-postgres.ts'
import type { Random } from '../fill/random.ts'

export type DurablePostgres = {
  /** Of the owner. */
  url: string
  /** SIGKILL to all of its processes at once, and a new start on what lies on the disk. @returns when it answers again */
  kill: () => Promise<void>
  /** SIGKILL to one of the processes that serve a connection. */
  killOne: (chance: Random) => Promise<void>
  stop: () => Promise<void>
}

const LOOK_MS = 5

export const startDurablePostgres = async (folder: string, port: number): Promise<DurablePostgres> => {
  const start = (): Promise<EmbeddedPostgres> => startEmbeddedPostgres({ folder, port })
  let server = await start()
  const pid = async (): Promise<number> =>
    Number((await readFile(join(folder, 'cluster', 'postmaster.pid'), 'utf8').catch(() => '0')).split('\n')[0])
  return {
    url: server.url,
    kill: async () => {
      const parent = await pid()
      // It must not make a new process while the others are being looked for, and these must not go on without it.
      process.kill(parent, 'SIGSTOP')
      const others = await childrenOf(parent)
      for (const one of [parent, ...others.map((child) => child.pid)]) kill(one)
      await server.ended
      await server.stop()
      server = await start()
    },
    killOne: async (chance) => {
      const parent = await pid()
      // It may be dead as a whole in this very moment.
      const [first, ...others] = parent > 0 ? await connectionsOf(parent) : []
      if (first === undefined) return
      const victim = chance.pick([first, ...others])
      kill(victim)
      // Until its parent has taken notice; from then on nobody is let in before all is mended.
      while ((await childrenOf(parent)).some((child) => child.pid === victim)) await setTimeout(LOOK_MS)
    },
    stop: () => server.stop(),
  }
}

/** It may have ended by itself in this very moment. */
const kill = (pid: number): void => {
  try {
    process.kill(pid, 'SIGKILL')
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error
  }
}

/** A process that serves somebody is called `postgres: USER DATABASE ADDRESS ...`; the helpers have no address. */
const connectionsOf = async (parent: number): Promise<number[]> =>
  (await childrenOf(parent))
    .filter(({ words }) => /^postgres: \S+ \S+ [\d.]+\(/.test(words))
    .map(({ pid }) => pid)
    .toSorted((a, b) => a - b)

const childrenOf = async (parent: number): Promise<{ pid: number; words: string }[]> => {
  const found: { pid: number; words: string }[] = []
  for (const name of await readdir('/proc')) {
    if (!/^\d+$/.test(name)) continue
    const [status, words] = await Promise.all(
      ['status', 'cmdline'].map((file) => readFile(`/proc/${name}/${file}`, 'utf8').catch(() => '')),
    )
    if (status?.includes(`\nPPid:\t${parent}\n`)) found.push({ pid: Number(name), words: words ?? '' })
  }
  return found
}
