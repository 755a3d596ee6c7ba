// The stored papers of this installation for commands: the folder of files, and the database with the rights of the worker.
import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import type { ForgetCopies } from '../adapters/files/copies.ts'
import { createFileStore, type FileStore } from '../adapters/files/store.ts'
import type { WalkTools } from '../jobs/look-through-files.ts'
import { openStore } from '../store/connect.ts'
import { loadCatalogue } from './catalogue.ts'
import { catalogueFolder } from './catalogue-folder.ts'
import type { Io } from './command.ts'
import { readConfig } from './config.ts'
import { openDatabase } from './database.ts'
import { isEmptyDatabase, notMigrated } from './empty-database.ts'
import { forgetCopiesOf } from './file-places.ts'
import { createLog } from './log.ts'
import { publicUrlOf } from './public-url.ts'

export type StoredFiles = WalkTools & { files: FileStore; forgetCopies: ForgetCopies }

/** Beside a MIPP that runs its database is used; else the built-in one is started for as long as it takes. */
export const withStoredFiles = async <T>(io: Io, work: (stored: StoredFiles) => Promise<T>): Promise<T> => {
  const config = readConfig(io.env, io.env.MIPP_ROOT ?? io.cwd)
  const catalogue = await loadCatalogue(config.catalogueFolder ?? catalogueFolder(io))
  const database = await openDatabase(config, { log: io.err, mayJoin: true })
  const store = openStore(database.url, 'mipp_worker', 2)
  const files = createFileStore(join(config.dataFolder, 'files'))
  try {
    return await work({
      catalogue,
      store,
      files,
      forgetCopies: forgetCopiesOf(config, files),
      now: () => new Date().toISOString(),
      newId: randomUUID,
      publicUrl: publicUrlOf(config, catalogue, () => config.port),
      log: createLog('silent'),
    })
  } catch (error) {
    throw isEmptyDatabase(error) ? notMigrated(config) : error
  } finally {
    await store.close()
    await database.stop()
  }
}
