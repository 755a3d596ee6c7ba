// What happens to a letter between its number and its signed bytes, and what may be asked for on that way.
import type { Instant } from '../../clock/instant.ts'
import type { ScanMatch, Signature, SigningMethod } from '../../paper/signing.ts'
import type { Sentence } from '../../sentence.ts'
import type { PaperRef } from '../events.ts'

/** A letter is named by its kind and the task at which it is signed; null where its dossier has ended. */
type OfLetter = { task: string | null; letter: string }

export type SigningFact =
  /** The page is frozen under its number and waits for its signature. */
  | (OfLetter & { type: 'letter-prepared'; paper: PaperRef; attachments?: number })
  /** Written before a signing service is called: whatever happens to the call, nobody calls a second time unawares. */
  | (OfLetter & { type: 'letter-signing-begun'; attempt: string })
  | (OfLetter & { type: 'letter-signing-failed' | 'letter-signing-unknown'; reason: Sentence })
  /** Somebody has looked and says that no signed copy came of it: another try is allowed. */
  | (OfLetter & { type: 'letter-signing-settled'; reason: string })
  /** The number is given up and never used again; the letter is in work once more, without one. */
  | (OfLetter & { type: 'letter-voided'; number: string; reason: string })

export type SigningCommand =
  /** By jobs: the frozen page. `number` is the one it was made for. */
  | (OfLetter & { type: 'prepare-letter'; number: string; paper: PaperRef; attachments?: number })
  /** By the system: how a try went. */
  | (OfLetter & { type: 'record-signing'; attempt: string | null; outcome: 'failed' | 'unknown'; reason: Sentence })
  | (OfLetter & { type: 'begin-signing'; attempt: string })
  | (OfLetter & { type: 'file-scan'; paper: PaperRef; match: ScanMatch })
  | (OfLetter & { type: 'settle-signing'; reason: string })
  | (OfLetter & { type: 'void-letter'; reason: string })

export type LetterSigning = {
  method: SigningMethod
  prepared: PaperRef | null
  /** A call to a signing service that has not come back. */
  attempt: { attempt: string; at: Instant } | null
  trouble: { kind: 'failed' | 'unknown'; reason: Sentence; at: Instant } | null
  signature: Signature | null
}

export type VoidedNumber = { number: string; reason: string; at: Instant }
