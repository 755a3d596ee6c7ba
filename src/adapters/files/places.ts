// Where files lie in the folder of the store: each under its hash, what is still arriving apart.
import { join } from 'node:path'

export const incomingOf = (folder: string): string => join(folder, 'incoming')

/** How the name of a file ends that is held aside while somebody looks whether it may go. */
export const ASIDE = '.aside'

export const placeOf = (folder: string, sha256: string): string =>
  join(folder, sha256.slice(0, 2), sha256.slice(2, 4), sha256)

/** Whatever else somebody writes into an address, e.g. `../..`, is no file of ours. */
export const isHash = (text: string): boolean => /^[0-9a-f]{64}$/.test(text)

export const ifThere = async <T>(found: Promise<T> | null): Promise<T | null> => {
  try {
    return await found
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  }
}
