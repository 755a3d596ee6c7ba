// A whole installation in a folder of its own, played with and thrown away; it stays for whoever wants to see a contradiction.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Play, type Played, playKills } from './play.ts'
import { openStage } from './stage.ts'

export type KillWish = Play & { servers: number; workers: number; takeBackSeconds: number }

/** @throws Contradiction */
export const runKills = async (wish: KillWish): Promise<Played> => {
  const folder = await mkdtemp(join(tmpdir(), 'mipp-kill-'))
  const stage = await openStage({ ...wish, folder })
  try {
    const played = await playKills(stage, wish)
    await stage.stop()
    await rm(folder, { recursive: true })
    return played
  } catch (fault) {
    wish.say(`What is left stands in ${folder}`)
    throw fault
  } finally {
    await stage.stop()
  }
}
