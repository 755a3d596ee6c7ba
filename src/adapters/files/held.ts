// Files that must not be opened: the scanner has not looked into them yet, or found something in them. No door passes this.
import type { FileStore } from './store.ts'

export type Hold = 'waiting' | 'infected'

export class HeldFile extends Error {
  readonly sha256: string
  readonly hold: Hold
  constructor(sha256: string, hold: Hold) {
    super(`The file ${sha256} is held: ${hold}`)
    this.sha256 = sha256
    this.hold = hold
  }
}

export const isHeld = (error: unknown): error is HeldFile => error instanceof HeldFile

/** The same files, but `open`, `read` and `within` throw HeldFile for those that are held. */
export const withHolds = (files: FileStore, holdOf: (sha256: string) => Promise<Hold | null>): FileStore => {
  const guarded =
    <T>(act: (sha256: string) => Promise<T>) =>
    async (sha256: string): Promise<T> => {
      const hold = await holdOf(sha256)
      if (hold !== null) throw new HeldFile(sha256, hold)
      return act(sha256)
    }
  const within: FileStore['within'] = (sha256, look) => guarded((file) => files.within(file, look))(sha256)
  return { ...files, open: guarded(files.open), read: guarded(files.read), within }
}
