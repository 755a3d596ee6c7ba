// The database of this installation for commands that only read: with the rights of its owner, who runs the command line.
import { type OwnerStore, openOwnerStore } from '../store/owner.ts'
import type { Io } from './command.ts'
import { readConfig } from './config.ts'
import { openDatabase } from './database.ts'
import { isEmptyDatabase, notMigrated } from './empty-database.ts'

/** Beside a MIPP that runs its database is used; else the built-in one is started for as long as it takes. */
export const withOwnerStore = async <T>(io: Io, read: (store: OwnerStore) => Promise<T>): Promise<T> => {
  const config = readConfig(io.env, io.env.MIPP_ROOT ?? io.cwd)
  const database = await openDatabase(config, { log: io.err, mayJoin: true })
  const store = openOwnerStore(database.url)
  try {
    return await read(store)
  } catch (error) {
    throw isEmptyDatabase(error) ? notMigrated(config) : error
  } finally {
    await store.close()
    await database.stop()
  }
}
