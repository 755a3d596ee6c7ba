// The parts in which a procedure is edited, each saved by itself: which part a place of the data belongs to.
import type { Path } from '../fault.ts'
import { type Data, listAt, textAt, valueAt } from './look.ts'

export const PARTS = [
  'identity',
  'actors',
  'steps',
  'form',
  'policy',
  'starts',
  'registers',
  'service',
  'remarks',
  'file',
] as const

export type Part = (typeof PARTS)[number]

/** `item` is the step, the actor or the field that is open, by its name. */
export type Section = { part: Part; item?: string }

const OF_KEYS: Partial<Record<string, Part>> = {
  actors: 'actors',
  steps: 'steps',
  terminal: 'steps',
  terminalNo: 'steps',
  form: 'form',
  subject: 'form',
  summary: 'form',
  policy: 'policy',
  starts: 'starts',
  registers: 'registers',
  records: 'registers',
  service: 'service',
  remarks: 'remarks',
}

export const sectionOf = (data: Data, path: Path): Section => {
  const [key, at, inner, place] = path
  const part = (typeof key === 'string' ? OF_KEYS[key] : undefined) ?? 'identity'
  if (key === 'steps' && at !== undefined) return withItem(part, textAt(data, ['steps', at, 'step']))
  if (key === 'actors' && typeof at === 'string') return withItem(part, at)
  if (key === 'form' && at !== undefined)
    return withItem(part, inner === 'fields' && place !== undefined ? `${String(at)}.${String(place)}` : String(at))
  return { part }
}

const withItem = (part: Part, item: string): Section => (item === '' ? { part } : { part, item })

/** Where the thing stands that is open; null when it is gone. */
export const pathOf = (data: Data, { part, item }: Section): Path | null => {
  if (item === undefined) return []
  if (part === 'steps') {
    const at = listAt(data, ['steps']).findIndex((step) => textAt(step, ['step']) === item)
    return at < 0 ? null : ['steps', at]
  }
  const path = part === 'actors' ? ['actors', item] : formPath(item)
  return valueAt(data, path) === undefined ? null : path
}

/** Groups and fields of the form by their places: `0`, `0.2`. */
const formPath = (item: string): Path => {
  const [group, field] = item.split('.').map(Number)
  return field === undefined ? ['form', group ?? 0] : ['form', group ?? 0, 'fields', field]
}

/** What the section shows of the data, as one text: the same while nobody has touched it. */
export const shownBy = (data: Data, section: Section): string => {
  const path = pathOf(data, section)
  if (path === null) return ''
  if (path.length > 0) return JSON.stringify(valueAt(data, path) ?? null)
  const keys = Object.keys(data).filter((key) => (OF_KEYS[key] ?? 'identity') === section.part)
  return JSON.stringify(keys.toSorted().map((key) => [key, data[key]]))
}
