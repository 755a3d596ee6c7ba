// The database of this installation for commands that change something: with the rights of the application, no more.
import { openStore, type Store } from '../store/connect.ts'
import type { Io } from './command.ts'
import { readConfig } from './config.ts'
import { openDatabase } from './database.ts'
import { isEmptyDatabase, notMigrated } from './empty-database.ts'

/** Beside a MIPP that runs its database is used; else the built-in one is started for as long as it takes. */
export const withAppStore = async <T>(io: Io, work: (store: Store) => Promise<T>): Promise<T> => {
  const config = readConfig(io.env, io.env.MIPP_ROOT ?? io.cwd)
  const database = await openDatabase(config, { log: io.err, mayJoin: true })
  const store = openStore(database.url, 'mipp_app', 1)
  try {
    return await work(store)
  } catch (error) {
    throw isEmptyDatabase(error) ? notMigrated(config) : error
  } finally {
    await store.close()
    await database.stop()
  }
}
