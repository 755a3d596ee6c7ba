// What a killed MIPP may leave on the folder: a server that still stops, or a note of one that is long gone.

import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'

type Patient = { log: (line: string) => void; patienceSeconds: number }

const LOOK_MS = 50

/** Called by the holder of the folder's lock: whoever serves this cluster now belongs to nobody. */
export async function stopOrphan(cluster: string, { log, patienceSeconds }: Patient): Promise<void> {
  const note = join(cluster, 'postmaster.pid')
  const pid = Number((await readFile(note, 'utf8').catch(() => '')).split('\n')[0])
  if (!(pid > 0)) return
  if (await isServing(pid, cluster)) {
    log('Menunggu pangkalan data yang lama berhenti ... / Waiting for the earlier database to stop ...')
    process.kill(pid, 'SIGINT')
    for (let looks = 1; await isServing(pid, cluster); looks += 1) {
      // It may hang, as `guard.ts` says; nothing that was committed is lost by that.
      if (looks * LOOK_MS >= patienceSeconds * 1000) process.kill(pid, 'SIGQUIT')
      await new Promise((done) => setTimeout(done, LOOK_MS))
    }
  }
  // After a restart of a container the number may belong to another program, and PostgreSQL would then refuse to start.
  await rm(note, { force: true })
}

async function isServing(pid: number, cluster: string): Promise<boolean> {
  const words = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')
  return words.split('\0').includes(cluster)
}
