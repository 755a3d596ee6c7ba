// One dossier of a record after the other: first its words, in one commit, then its files; what was interrupted is done again.
import type { ForgetCopies } from '../adapters/files/copies.ts'
import type { FileStore } from '../adapters/files/store.ts'
import type { Instant } from '../core/clock/instant.ts'
import type { Store } from '../store/connect.ts'
import { destroyDossier, endDestruction, filesAreGone, filesToGo } from '../store/destroying.ts'
import type { DestructionItem } from '../store/destructions.ts'
import { daysBefore, filesInUse } from '../store/tidy.ts'
import { FILE_DAYS } from './tidy.ts'

type Of = { agency: string; destruction: string }
type CarryingOut = { store: Store; files: FileStore; forgetCopies: ForgetCopies; now: () => Instant }

/** Of each dossier first its words, in one commit, then its files; whichever of the two was interrupted is done again. */
export const carryOut = async (
  { store, files, forgetCopies, now }: CarryingOut,
  of: Of,
  { items }: { items: readonly DestructionItem[] },
) => {
  const done = { destroyed: 0, kept: 0 }
  for (const { dossier, state } of items) {
    if (state === 'freed' || state === 'destroyed' || state === 'kept') continue
    const became = state === 'emptied' ? state : await destroyDossier(store, of, { dossier, now: now() })
    if (became === 'kept') done.kept += 1
    if (became !== 'emptied') continue
    const wanted = await filesToGo(store, of, dossier)
    await files.remove(wanted, daysBefore(now(), FILE_DAYS), (some) => filesInUse(store, some))
    const used = await filesInUse(store, wanted)
    await forgetCopies(wanted.filter((one) => !used.has(one)))
    await filesAreGone(store, of, dossier)
    done.destroyed += 1
  }
  await endDestruction(store, of, now())
  return done
}
