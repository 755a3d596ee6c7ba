// Keeps one file of a form with several parts: the others must still be read when this one is refused.

import type { Readable } from 'node:stream'
import type { Outcome } from '../outcome.ts'
import type { FileStore, PutOptions, StoredFile } from './store.ts'

/**
 * Abort the signal when the connection closes: a parser does not tell its parts that no more will come.
 * The parser's own limit must be above `maxBytes`, or a file cut to the limit would pass for whole.
 */
export const putPart = async (
  files: Pick<FileStore, 'put'>,
  part: Readable,
  options: PutOptions,
): Promise<Outcome<StoredFile>> => {
  // Destroying the part would leave its parser waiting for ever; so the rest is read and thrown away.
  part.on('error', () => {})
  try {
    return await files.put(part.iterator({ destroyOnReturn: false }), options)
  } finally {
    part.resume()
  }
}
