// Looks into a procedure's plain data while it may still be wrong: whatever is not what was expected is nothing.
import type { Path } from '../fault.ts'

export type Data = Readonly<Record<string, unknown>>

export const isData = (value: unknown): value is Data =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

export const valueAt = (data: unknown, path: Path): unknown =>
  path.reduce<unknown>((value, part) => inside(value, part), data)

const inside = (value: unknown, part: PropertyKey): unknown => {
  if (Array.isArray(value)) return value[Number(part)]
  return isData(value) && Object.hasOwn(value, part) ? value[String(part)] : undefined
}

export const listAt = (data: unknown, path: Path): readonly unknown[] => {
  const value = valueAt(data, path)
  return Array.isArray(value) ? value : []
}

/** Text as a person typed it; numbers of the file count as text. */
export const textOf = (value: unknown): string =>
  typeof value === 'string' ? value : typeof value === 'number' || typeof value === 'boolean' ? String(value) : ''

export const textAt = (data: unknown, path: Path): string => textOf(valueAt(data, path))

/** One name or a list of them, as the file allows. */
export const namesOf = (value: unknown): string[] =>
  Array.isArray(value) ? value.map(textOf).filter((name) => name !== '') : textOf(value) === '' ? [] : [textOf(value)]

/** The Indonesian of a text that stands in one language or in both. */
export const wordsOf = (value: unknown): string => (isData(value) ? textOf(value.id) : textOf(value))
