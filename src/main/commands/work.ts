// mipp work: the worker alone, on the database of a running office.
import { pendingMigrations } from '../../store/pending-migrations.ts'
import { halfRestored } from '../backup/restore-words.ts'
import { checkSchema } from '../check-schema.ts'
import type { Command } from '../command.ts'
import { readConfig } from '../config.ts'
import { createLog } from '../log.ts'
import { OperatorError } from '../operator-error.ts'
import { projectRoot } from '../root.ts'
import { whenAskedToStop } from '../stop-signal.ts'
import { openOffice } from '../wiring.ts'
import { startWork, workOptionsOf } from '../work.ts'

export const workCommand: Command = {
  name: 'work',
  usage: '',
  about: 'Menjalankan pekerja saja, pada DATABASE_URL. / Runs the worker alone, on DATABASE_URL.',
  run: async (_args, io) => {
    const config = readConfig(io.env, io.env.MIPP_ROOT ?? io.cwd)
    if (!config.databaseUrl) {
      throw new OperatorError('Pekerja terpisah memerlukan DATABASE_URL.', 'A worker of its own needs DATABASE_URL.')
    }
    const pending = await pendingMigrations(config.databaseUrl, projectRoot())
    if (pending.isHalfRestored) throw halfRestored()
    checkSchema({ missing: pending.names, unknown: pending.unknown })
    const log = createLog(config.logLevel)
    const office = await openOffice({ config, databaseUrl: config.databaseUrl, log })
    const working = await startWork(config.databaseUrl, office.tools, log, workOptionsOf(config))
    io.out('Pekerja MIPP berjalan. / The worker of MIPP is running.')
    await whenAskedToStop()
    await working.stop()
    await office.close()
    return 0
  },
}
