// The pauses that `--paused FROM/TO` names: an open one ends in nothing, as in `2026-11-20T09:00/`.
import type { Pause } from '../core/clock/deadline.ts'
import { readInstant } from '../core/clock/instant.ts'
import { type Sentence, sentence } from '../core/sentence.ts'

type Read = { ok: true; pauses: Pause[] } | { ok: false; reason: Sentence }

/** In the order of time, whatever the order of the words. */
export const readPauses = (given: readonly string[], zone: string): Read => {
  const pauses: Pause[] = []
  for (const words of given) {
    const pause = readPause(words, zone)
    if (pause === null) return { ok: false, reason: notPause(words) }
    pauses.push(pause)
  }
  pauses.sort((one, other) => (one.from < other.from ? -1 : 1))
  const isMixed = pauses.some((one, at) => at > 0 && (pauses[at - 1]?.to ?? '9') > one.from)
  return isMixed ? { ok: false, reason: MIXED } : { ok: true, pauses }
}

const readPause = (words: string, zone: string): Pause | null => {
  const [start = '', end, ...more] = words.split('/')
  const from = readInstant(start, zone)
  if (from === null || end === undefined || more.length > 0) return null
  if (end === '') return { from, to: null, waitedFor: '' }
  const to = readInstant(end, zone)
  return to === null || to <= from ? null : { from, to, waitedFor: '' }
}

const notPause = (words: string): Sentence =>
  sentence(
    `--paused "${words}" bukan DARI/SAMPAI dengan waktu ISO, misalnya 2026-11-20T15:00/2026-11-23T10:00.`,
    `--paused "${words}" is not FROM/TO with ISO moments, such as 2026-11-20T15:00/2026-11-23T10:00.`,
  )

const MIXED = sentence(
  'Jeda tidak boleh tumpang tindih, dan hanya yang terakhir boleh tanpa akhir.',
  'Pauses must not overlap, and only the last may be without an end.',
)
