// mipp migrate: brings the schema of the database up to this version, after a backup when there are data.
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { backUpBeforeUpgrade } from '../backup/before-upgrade.ts'
import type { Command, ExitCode, Io } from '../command.ts'
import { readConfig } from '../config.ts'
import { openDatabase } from '../database.ts'
import { prepareDatabase } from '../prepare-database.ts'

const usage = '[--demo] [--backup FOLDER | --no-backup] [--json]'

export const migrateCommand: Command = {
  name: 'migrate',
  usage,
  about:
    'Memperbarui skema pangkalan data; bila sudah ada isinya, dicadangkan dahulu (bawaan: MIPP_DATA/backups). / Brings the database schema up to date; data that are there are backed up first (by default MIPP_DATA/backups). --demo marks a new database as a demo, for good.',
  run: async (args, io) => {
    const { values } = parseArgs({ args, options })
    if (values.backup !== undefined && values['no-backup']) {
      io.err(`mipp migrate ${usage}`)
      return 2
    }
    return run(io, { ...values, without: values['no-backup'] })
  },
}

const options = {
  demo: { type: 'boolean', default: false },
  backup: { type: 'string' },
  'no-backup': { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
} as const

type Asked = { demo: boolean; json: boolean; without: boolean; backup?: string }

const run = async (io: Io, { demo, json, without, backup }: Asked): Promise<ExitCode> => {
  const config = readConfig(io.env, io.env.MIPP_ROOT ?? io.cwd)
  const say = json ? io.err : io.out
  const database = await openDatabase(config, { log: say, mayJoin: true })
  try {
    const into = backup === undefined ? undefined : resolve(io.cwd, backup)
    const backUp = without ? undefined : backUpBeforeUpgrade(config, { url: database.url, into, say })
    const { isDemo } = await prepareDatabase(database.url, demo, say, backUp)
    if (json) io.out(JSON.stringify({ isDemo }, null, 2))
    else if (isDemo) io.out('Skema mutakhir (peragaan). / The schema is up to date (demo).')
    else io.out('Skema mutakhir. / The schema is up to date.')
    return 0
  } finally {
    await database.stop()
  }
}
