// mipp backup: database, files and key of this installation in one new folder, beside a running office too.
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { makeBackup } from '../backup/make-backup.ts'
import type { Command } from '../command.ts'
import { readConfig } from '../config.ts'
import { openDatabase } from '../database.ts'
import { isEmptyDatabase, notMigrated } from '../empty-database.ts'

export const backupCommand: Command = {
  name: 'backup',
  usage: '[--to FOLDER] [--json]',
  about:
    'Mencadangkan pangkalan data, berkas, dan kunci ke folder baru di FOLDER (bawaan: MIPP_DATA/backups), juga selagi MIPP berjalan. / Backs up database, files and key into a new folder in FOLDER (by default MIPP_DATA/backups), beside a running MIPP too.',
  run: async (args, io) => {
    const { values } = parseArgs({
      args,
      options: { to: { type: 'string' }, json: { type: 'boolean', default: false } },
    })
    const config = readConfig(io.env, io.env.MIPP_ROOT ?? io.cwd)
    const into = values.to === undefined ? join(config.dataFolder, 'backups') : resolve(io.cwd, values.to)
    const database = await openDatabase(config, { log: io.err, mayJoin: true })
    try {
      const now = new Date().toISOString()
      const made = await makeBackup({ ...config, ownerUrl: database.url, into, now, progress: io.err })
      const { folder, manifest, warnings } = made
      const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0)
      if (values.json) io.out(JSON.stringify({ folder, rows, files: manifest.files.count, warnings }, null, 2))
      else {
        io.out(`Cadangan selesai. / The backup is complete: ${folder}`)
        io.out(`  ${rows} baris / rows, ${manifest.files.count} berkas / files`)
        for (const { id, en } of warnings) io.out(`  ${id} / ${en}`)
      }
      return 0
    } catch (error) {
      throw isEmptyDatabase(error) ? notMigrated(config) : error
    } finally {
      await database.stop()
    }
  },
}
