// Looks through the stored papers of an office, one after the other, and finds those that are gone or damaged.
import type { FileStore } from '../adapters/files/store.ts'
import type { Instant } from '../core/clock/instant.ts'
import { settleTrouble } from '../store/file-troubles.ts'
import { type FileToLook, type FileWalk, keepWalk, lastWalk, nextFiles } from '../store/file-walk.ts'
import { daysBefore } from '../store/tidy.ts'
import { type TroubleTools, tellOfTrouble } from './file-trouble.ts'
import type { JobRun } from './tools.ts'

export type WalkTools = TroubleTools & { files: Pick<FileStore, 'look'> }

export type WalkOptions = {
  /** Rests after so many bytes; the next time it goes on where it stood. */
  mostBytes?: number
  /** From the beginning, although a walk has broken off. */
  isAnew?: boolean
  /** How many files, after which it is written down how far it has come. */
  atOnce?: number
  progress?: (walk: FileWalk) => void
}

/** Goes on with a walk that broke off. @returns how it stands; `endedAt` is null where it rests */
export const lookThrough = async (tools: WalkTools, agency: string, options: WalkOptions = {}): Promise<FileWalk> => {
  const { mostBytes = Number.POSITIVE_INFINITY, isAnew = false, atOnce = 200, progress } = options
  const before = isAnew ? null : await lastWalk(tools.store, agency)
  let walk = before && before.endedAt === null ? before : newWalk(tools.now())
  const from = walk.bytes
  for (;;) {
    const part = await nextFiles(tools.store, agency, { after: walk.after, atMost: atOnce })
    walk = await lookAtPart(tools, agency, { walk, part })
    if (part.length === 0) walk = { ...walk, endedAt: tools.now() }
    await keepWalk(tools.store, agency, walk)
    progress?.(walk)
    if (walk.endedAt !== null || walk.bytes - from >= mostBytes) return walk
  }
}

const newWalk = (now: Instant): FileWalk => ({
  beganAt: now,
  endedAt: null,
  after: '',
  files: 0,
  bytes: 0,
  missing: 0,
  damaged: 0,
})

const lookAtPart = async (
  tools: WalkTools,
  agency: string,
  { walk, part }: { walk: FileWalk; part: readonly FileToLook[] },
): Promise<FileWalk> => {
  const sums = { ...walk }
  const whole: string[] = []
  for (const { sha256, bytes } of part) {
    const what = await tools.files.look(sha256)
    if (what === 'whole') whole.push(sha256)
    else {
      sums[what] += 1
      await tellOfTrouble(tools, { sha256, what })
    }
    sums.files += 1
    sums.bytes += bytes
    sums.after = sha256
  }
  await settleTrouble(tools.store, agency, whole)
  return sums
}

/** So often everything is looked at; and so much of it in one night. */
const EVERY_DAYS = 7
const BYTES_A_NIGHT = 20_000_000_000

/** Every night some of it, until all has been seen; then it rests for a week. */
export const lookThroughFiles: JobRun = async (tools) => {
  for (const { agency } of tools.catalogue.agencies) {
    const before = await lastWalk(tools.store, agency.agency)
    if (before?.endedAt && before.endedAt > daysBefore(tools.now(), EVERY_DAYS)) continue
    const walk = await lookThrough(tools, agency.agency, { mostBytes: BYTES_A_NIGHT })
    tools.log.info({ agency: agency.agency, ...walk }, 'papers looked through')
  }
}
