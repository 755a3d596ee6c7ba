// What is done with every file that comes from outside: the scanner looks into it, and what it finds something in is kept apart.
import type { Trouble } from '../outcome.ts'
import type { ScanPort } from './port.ts'

export type FileToScreen = {
  file: string
  name: string
  bytes: number
  /** Who sent it; null where nobody is known, or it has been a paper for long. */
  person: string | null
}

/** `trouble`: nobody has looked into it. `unscanned`: no scanner is set. */
export type Screened =
  | { state: 'clean' }
  | { state: 'unscanned' }
  | { state: 'infected'; found: string }
  | { state: 'trouble'; trouble: Trouble }

export type Screening = {
  scanner: ScanPort
  /** What was found is in quarantine when this returns. A file that an administrator released is clean. */
  look: (office: string, file: FileToScreen) => Promise<Screened>
  /** An administrator's word: back into the store, or gone for good. @returns false when somebody was quicker, or the bytes are gone */
  decide: (office: string, decision: QuarantineChoice) => Promise<boolean>
}

export type QuarantineChoice = {
  quarantine: string
  file: string
  state: 'released' | 'destroyed'
  person: string
  reason: string
}
