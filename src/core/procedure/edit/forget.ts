// Before a thing is taken away: what spoke of it goes on without it where that is plain, and is told where it is not.
import type { Document } from 'yaml'
import { type Sentence, sentence } from '../../sentence.ts'
import type { Path } from '../fault.ts'
import { isData, listAt, namesOf, textAt, valueAt } from './look.ts'
import { type NameKind, placesOf } from './places.ts'
import { writeValue } from './write-value.ts'

export const forget = (document: Document, { kind, name }: { kind: NameKind; name: string }): Sentence[] => {
  const data: unknown = document.toJS()
  if (!isData(data)) return []
  const heir = kind === 'step' ? heirOf(data, name) : null
  // From behind, so that places in lists stay true.
  const places = placesOf(data, kind, name).toReversed()
  const mended = places.filter((path) => mend(document, path, heir))
  const left = places.length - mended.length
  return [...(mended.length > 0 ? [followed(mended.length)] : []), ...(left > 0 ? [dangling(name, left)] : [])]
}

/** Where the work went on from the step that goes away; null where it had several ways on. */
const heirOf = (data: unknown, name: string): string | null => {
  const steps = listAt(data, ['steps'])
  const at = steps.findIndex((step) => textAt(step, ['step']) === name)
  if (valueAt(steps[at], ['decides']) !== undefined) return null
  const [next, ...more] = namesOf(valueAt(steps[at], ['then']))
  if (more.length > 0) return null
  const heir = next ?? (textAt(steps[at + 1], ['step']) || 'end')
  return heir === name ? null : heir
}

/** @returns whether the place is well again */
const mend = (document: Document, path: Path, heir: string | null): boolean => {
  const isWay = path.includes('then') || path.includes('exits')
  if (isWay && heir !== null) {
    writeValue(document, path, heir)
    return true
  }
  const isRemark = path[0] === 'remarks'
  const holder = valueAt(document.toJS(), path.slice(0, -1))
  const isOneOfSeveral = typeof path.at(-1) === 'number' && Array.isArray(holder) && holder.length > 1
  if (!isRemark && !isOneOfSeveral) return false
  document.deleteIn(path)
  return true
}

const followed = (count: number): Sentence =>
  sentence(
    `${count} acuan ke bagian yang dihapus ikut disesuaikan.`,
    `${count} references to what was taken away were adjusted.`,
  )

const dangling = (name: string, count: number): Sentence =>
  sentence(
    `${count} acuan ke "${name}" masih ada; lihat daftar pemeriksaan.`,
    `${count} references to "${name}" are still there; see the list of faults.`,
  )
