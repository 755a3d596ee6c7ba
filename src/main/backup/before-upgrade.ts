// The backup that is taken by itself before the schema of a database with data changes: migrations only go forward.
import { join } from 'node:path'
import type { Config } from '../config.ts'
import { makeBackup } from './make-backup.ts'

type Upgrade = { url: string; into?: string | undefined; say: (line: string) => void }

/** @param into by default `backups` in the data folder */
export const backUpBeforeUpgrade =
  (config: Pick<Config, 'dataFolder' | 'secretKey'>, { url, into, say }: Upgrade) =>
  async (): Promise<void> => {
    say('Mencadangkan dahulu sebelum skema diperbarui ... / Backing up before the schema changes ...')
    const { folder, warnings } = await makeBackup({
      dataFolder: config.dataFolder,
      secretKey: config.secretKey,
      ownerUrl: url,
      into: into ?? join(config.dataFolder, 'backups'),
      now: new Date().toISOString(),
      progress: say,
    })
    say(`Cadangan: / Backup: ${folder}`)
    for (const { id, en } of warnings) say(`  ${id} / ${en}`)
  }
