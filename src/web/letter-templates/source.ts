// The text of a letter as it arrives: typed into a form, sent by a program, or out of a file.

import type { FileStore } from '../../adapters/files/store.ts'
import { MOST_TEMPLATE } from '../../letters/language/budget.ts'
import type { Upload } from '../request/body.ts'

/** With one kind of line end, so that two who write on different machines see no difference. */
export const tidySource = (typed: string): string => typed.replaceAll(/\r\n?/g, '\n')

/** A text may have any fault but those that keep it from being kept: too long, or characters that no database holds. */
export const mayKeepSource = (source: string): boolean =>
  source.trim() !== '' && source.length <= MOST_TEMPLATE && !STRANGE.test(source) && source.isWellFormed()

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const STRANGE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/

/** @returns null where it is none, too large, or no UTF-8 */
export const sourceOfFile = async (files: Pick<FileStore, 'read'>, upload: Upload): Promise<string | null> => {
  const bytes = upload.bytes <= MOST_TEMPLATE * 4 ? await files.read(upload.sha256) : null
  if (!bytes) return null
  try {
    const source = tidySource(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
    return mayKeepSource(source) ? source : null
  } catch {
    return null
  }
}
