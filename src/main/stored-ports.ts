// The files of this installation: what is kept, what is on its way, what is held, and the scanner that everything passes.
import { join } from 'node:path'
import { type ArrivingFiles, createArrivingFiles } from '../adapters/files/arriving.ts'
import type { ForgetCopies } from '../adapters/files/copies.ts'
import { withHolds } from '../adapters/files/held.ts'
import { createFileStore, type FileStore } from '../adapters/files/store.ts'
import { createClamd } from '../adapters/scan/clamd.ts'
import { createNoScanner } from '../adapters/scan/none.ts'
import type { ScanPort } from '../adapters/scan/port.ts'
import type { Screening } from '../adapters/scan/screening.ts'
import type { TroubleTools } from '../jobs/file-trouble.ts'
import { tellOfTrouble } from '../jobs/file-trouble.ts'
import type { Store } from '../store/connect.ts'
import { holdOf, scanHealth } from '../store/file-scans.ts'
import type { Services } from '../web/services.ts'
import type { Config } from './config.ts'
import { forgetCopiesOf, quarantineOf } from './file-places.ts'
import type { Log } from './log.ts'
import { createScreening } from './screening.ts'
import type { StoredFiles } from './stored-files.ts'

export type StoredPorts = {
  /** For handing out: what is held is not opened. */
  files: FileStore
  /** Before the scanner has spoken. */
  intake: FileStore
  arriving: ArrivingFiles
  screening: Screening
  forgetCopies: ForgetCopies
  scanHealth: Services['scanHealth']
}

type Parts = Omit<TroubleTools, 'log'> & { appStore: Store; log: Log; scanner?: ScanPort | undefined }

export const openStoredPorts = (
  config: Config,
  { appStore, scanner = scannerOf(config), ...parts }: Parts,
): StoredPorts => {
  const { log, now, newId, publicUrl } = parts
  const folder = join(config.dataFolder, 'files')
  // Not waited for: whoever asked for the file is answered, also while the database is away.
  const intake = createFileStore(folder, (sha256, what) => {
    tellOfTrouble(parts, { sha256, what }).catch((err: unknown) => log.error({ err, sha256, what }, 'file trouble'))
  })
  const quarantine = quarantineOf(config, intake)
  return {
    intake,
    files: withHolds(intake, (sha256) => holdOf(appStore, sha256)),
    arriving: createArrivingFiles(join(config.dataFolder, 'arriving')),
    screening: createScreening({ store: appStore, files: intake, scanner, quarantine, now, newId, publicUrl, log }),
    forgetCopies: forgetCopiesOf(config, intake),
    scanHealth: async () => ({ scanner: scanner.isSet ? scanner.name : null, ...(await scanHealth(appStore)) }),
  }
}

/** For commands: the same scanner, store and quarantine, without pages. */
export const screeningOf = (config: Config, { store, now, newId, publicUrl, log, files }: StoredFiles): Screening => {
  const quarantine = quarantineOf(config, files)
  return createScreening({ store, files, scanner: scannerOf(config), quarantine, now, newId, publicUrl, log })
}

const scannerOf = ({ clamd }: Config): ScanPort => (clamd ? createClamd({ address: clamd }) : createNoScanner())
