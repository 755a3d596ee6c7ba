// Brings a database up to this version and finds out what it is: a demo for good, or an office.
import { TablesInUse } from '../store/hold-tables.ts'
import { ensureInstallation } from '../store/installation.ts'
import { migrate } from '../store/migrate.ts'
import { pendingMigrations } from '../store/pending-migrations.ts'
import { halfRestored } from './backup/restore-words.ts'
import { checkSchema } from './check-schema.ts'
import { inUseSentence } from './in-use.ts'
import { OperatorError } from './operator-error.ts'
import { projectRoot } from './root.ts'

/**
 * @param beforeUpgrade takes a backup; called when there are data and a schema that is about to change
 * @throws OperatorError when a demo is wanted in a database that was created for real use, a restore did not end, or a newer program was here
 */
export const prepareDatabase = async (
  url: string,
  wantsDemo: boolean,
  log: (line: string) => void,
  beforeUpgrade: () => Promise<void> = async () => undefined,
): Promise<{ isDemo: boolean }> => {
  const pending = await pendingMigrations(url, projectRoot())
  if (pending.isHalfRestored) throw halfRestored()
  checkSchema({ missing: [], unknown: pending.unknown })
  if (pending.hasData && pending.names.length > 0) await beforeUpgrade()
  const applied = await migrate({ ownerUrl: url, root: projectRoot() }).catch(tellHolders)
  if (applied.length > 0)
    log(
      `Skema pangkalan data: ${applied.length} berkas diterapkan. / Database schema: ${applied.length} files applied.`,
    )
  const installation = await ensureInstallation(url, { isDemo: wantsDemo })
  if (wantsDemo && !installation.isDemo) {
    throw new OperatorError(
      'Pangkalan data ini dibuat untuk pemakaian sungguhan; mode peragaan tidak dijalankan di dalamnya. Jalankan "npm run mipp -- serve", atau pakai pangkalan data lain.',
      'This database was created for real use; the demo does not run in it. Run "npm run mipp -- serve", or use another database.',
    )
  }
  return installation
}

const tellHolders = (error: unknown): never => {
  if (!(error instanceof TablesInUse)) throw error
  const { id, en } = inUseSentence(error)
  throw new OperatorError(id, en)
}
