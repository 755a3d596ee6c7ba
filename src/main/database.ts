// The database of this installation: the server that the environment names, or else the built-in one.

import { join } from 'node:path'
import type { Config } from './config.ts'
import { findRunningPostgres, startEmbeddedPostgres } from './embedded-postgres.ts'

export type Database = {
  /** Of the owner, who migrates; the processes step down from it. */
  url: string
  /** Settles when a server that we started has ended; of any other we hear by its connections. */
  ended?: Promise<void>
  stop: () => Promise<void>
}

type Options = {
  log: (line: string) => void
  /** For short commands: beside a MIPP that runs, its database is used and left running. */
  mayJoin?: boolean
}

/** @throws OperatorError when another MIPP has the built-in database, unless it may be joined */
export async function openDatabase(
  config: Pick<Config, 'databaseUrl' | 'dataFolder'>,
  options: Options,
): Promise<Database> {
  if (config.databaseUrl !== undefined) return { url: config.databaseUrl, stop: async () => {} }
  const folder = join(config.dataFolder, 'postgres')
  const running = options.mayJoin ? await findRunningPostgres(folder) : undefined
  if (running !== undefined) return { url: running, stop: async () => {} }
  return startEmbeddedPostgres({ folder, log: options.log })
}
