// The one small file that all papers of a fill share, kept in the file store, and a sealed stand-in for passwords.
import { join } from 'node:path'
import { createFileStore } from '../../src/adapters/files/store.ts'
import { createSealer, installationKey } from '../../src/main/seal.ts'
import type { PaperFile } from './walk.ts'

/** @param folder of the installation's data */
export const sharedPaper = async (folder: string): Promise<{ file: PaperFile; sealed: Uint8Array }> => {
  const kept = await createFileStore(join(folder, 'files')).put([new TextEncoder().encode(PDF)], { maxBytes: 10_000 })
  if (!kept.ok) throw new Error(kept.reason.en)
  const sealer = createSealer(await installationKey(undefined, folder))
  return { file: kept.value, sealed: sealer.seal('sandi-contoh') }
}

/** One empty page; without a table of places, which every reader makes anew. */
const PDF = `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj
trailer<</Root 1 0 R>>
%%EOF
`
