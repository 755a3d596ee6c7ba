// mipp migrate: brings the schema of the database up to this version.
import { parseArgs } from 'node:util'
import type { Command } from '../command.ts'
import { readConfig } from '../config.ts'
import { openDatabase } from '../database.ts'
import { prepareDatabase } from '../prepare-database.ts'

export const migrateCommand: Command = {
  name: 'migrate',
  usage: '[--demo]',
  about:
    'Memperbarui skema pangkalan data. / Brings the database schema up to date. --demo marks a new database as a demo, for good.',
  run: async (args, io) => {
    const { values } = parseArgs({ args, options: { demo: { type: 'boolean', default: false } } })
    const config = readConfig(io.env, io.env.MIPP_ROOT ?? io.cwd)
    const database = await openDatabase(config, { log: io.out, mayJoin: true })
    try {
      const { isDemo } = await prepareDatabase(database.url, values.demo, io.out)
      io.out(
        isDemo
          ? 'Skema mutakhir (peragaan). / The schema is up to date (demo).'
          : 'Skema mutakhir. / The schema is up to date.',
      )
    } finally {
      await database.stop()
    }
    return 0
  },
}
