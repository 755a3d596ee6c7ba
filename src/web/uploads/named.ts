// Files that were sent ahead of a form and are named in it: they stand beside those that the form brings itself.
import { findUploads } from '../../store/uploads.ts'
import type { Posted, Upload } from '../request/body.ts'
import type { Services } from '../services.ts'
import { IS_GONE } from './arrive.ts'

/** Name of the hidden control that names a file sent ahead for this field. */
export const uploadControl = (field: string): string => `${field}${NAMED}`

const NAMED = '.upload'
/** More than any form of ours takes. */
const MOST_NAMED = 40

/** @param sender only their own uploads are found */
export const withNamed = async (
  { store }: Pick<Services, 'store'>,
  { office, sender }: { office: string; sender: string },
  posted: Posted,
): Promise<Posted> => {
  const named = Object.entries(posted.values)
    .filter(([control]) => control.endsWith(NAMED))
    .flatMap(([control, uploads]) => uploads.map((upload) => ({ field: control.slice(0, -NAMED.length), upload })))
    .filter(({ upload }) => upload !== '')
    .slice(0, MOST_NAMED)
  if (named.length === 0) return posted
  const known = await findUploads(
    store,
    office,
    sender,
    named.map(({ upload }) => upload),
  )
  const files = named.map(({ field, upload }): Upload => {
    const found = known.find((one) => one.upload === upload)
    return found
      ? { field, name: found.name, sha256: found.sha256, bytes: found.bytes, refused: null }
      : { field, name: '', sha256: '', bytes: 0, refused: IS_GONE }
  })
  return { ...posted, files: [...posted.files, ...files] }
}
