// What MIPP wants from a malware scanner: to read a body once, and to say what it found in it.
import type { Outcome } from '../outcome.ts'

/** `found`: the name of the signature, as the scanner calls it. */
export type ScanVerdict = { isClean: true } | { isClean: false; found: string }

export type ScanPort = {
  /** How people call it, with where it stands. */
  name: string
  /** Whether anything is scanned at all. */
  isSet: boolean
  /** Reads the body as a stream, to its end or until it knows. `retry`: the scanner may be there later. */
  scan: (body: AsyncIterable<Uint8Array>, signal?: AbortSignal) => Promise<Outcome<ScanVerdict>>
  /** @returns what the scanner says of itself and of its signatures */
  version: () => Promise<Outcome<string>>
}
