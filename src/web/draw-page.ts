// Draws a page of a kept PDF: of a large one the drawer asks for the parts that this page needs, and nobody holds the rest.
import { SMALL_FILE_BYTES } from '../adapters/files/checked.ts'
import type { Outcome } from '../adapters/outcome.ts'
import { partsOf } from '../adapters/pdf-bytes.ts'
import type { Services } from './services.ts'

export type KeptPdf = { sha256: string; bytes: number }

type Drawn = Outcome<{ png: Uint8Array; pages: number }>

/** Null where the file is gone, or this installation draws nothing. @throws DamagedFile */
export const drawPage = async (
  { files, pictures }: Pick<Services, 'files' | 'pictures'>,
  { sha256, bytes }: KeptPdf,
  { page, widthPx }: { page: number; widthPx: number },
): Promise<Drawn | null> => {
  if (!pictures) return null
  if (bytes > SMALL_FILE_BYTES)
    return files.within(sha256, (sight) => pictures.renderPage(partsOf(sha256, sight), page, widthPx))
  const all = await files.read(sha256)
  return all && pictures.renderPage(all, page, widthPx)
}
