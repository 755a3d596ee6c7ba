// What a sent form changes: one edit for each answer that differs from what stands in the draft, and none for the others.
import type { Edit } from '../../../core/procedure/edit/edit.ts'
import { isData, listAt, namesOf, textAt, valueAt, wordsOf } from '../../../core/procedure/edit/look.ts'
import { slugFrom } from '../../../core/procedure/edit/slug.ts'
import type { Path } from '../../../core/procedure/fault.ts'
import { keysAt } from '../../../core/procedure/file-shape.ts'
import { first, type Posted } from '../../request/body.ts'
import { isEmpty, isSameAnswer, meantBy, namedIn, type Plain, sentAs, shownAs, valueIn } from './answers.ts'
import { type EditField, nameOf, type Rows } from './edit-field.ts'

/** Where the thing stands in the file, and how its answers are called in the form. */
export type Place = { path: Path; prefix: string }

export const editsOf = (fields: readonly EditField[], data: unknown, { path, prefix }: Place, form: Posted): Edit[] => {
  const thing = valueAt(data, path)
  return fields.flatMap((field): Edit[] => {
    const name = nameOf(prefix, field)
    if (field.kind === 'rows') return rowEdits(field, data, { path: [...path, ...field.path], prefix: name }, form)
    const value = valueIn(field, thing)
    const answer = sentAs(field, name, form)
    if (isSameAnswer(field, shownAs(field, value), answer)) return []
    const meant = meantBy(field, inOldOrder(field, answer, value))
    const writes = field.kept ? field.kept.write(meant, thing) : [[field.path, meant] as const]
    return writes.map(([place, one]) => ({ do: 'set', path: [...path, ...place], value: one }))
  })
}

/** What was ticked before stays in its order; what is new comes after it. */
const inOldOrder = (field: Plain, answer: readonly string[], value: unknown): readonly string[] => {
  if (field.kind !== 'picks') return answer
  const before = namesOf(value).filter((one) => answer.includes(one))
  return [...before, ...answer.filter((one) => !before.includes(one))]
}

/** Rows that are there by their number, then one that may be new; what was emptied is taken away, from behind. */
const rowEdits = (rows: Rows & EditField, data: unknown, { path, prefix }: Place, form: Posted): Edit[] => {
  const count = listAt(data, path).length
  const places = Array.from({ length: count }, (_, at) => at)
  const gone = places.filter((at) => isGone(rows.of(valueAt(data, [...path, at])), namedIn(prefix, [at]), form))
  const kept = places
    .filter((at) => !gone.includes(at))
    .flatMap((at) => {
      const row = valueAt(data, [...path, at])
      const edits = editsOf(rows.of(row), data, { path: [...path, at], prefix: namedIn(prefix, [at]) }, form)
      return [...edits, ...strayKeys(rows, data, { path: [...path, at], edits })]
    })
  const added = newRow(rows, data, { path, prefix: namedIn(prefix, [count]) }, form)
  return [
    ...kept,
    ...(added === undefined ? [] : [{ do: 'add', list: path, value: added } as const]),
    ...gone.toReversed().map((at): Edit => ({ do: 'remove', list: path, at })),
  ]
}

const isGone = (fields: readonly EditField[], prefix: string, form: Posted): boolean =>
  first(form, `${prefix}.gone`) === 'yes' || isBlank(fields, prefix, form)

const isBlank = (fields: readonly EditField[], prefix: string, form: Posted): boolean =>
  fields.every((field) => {
    if (field.kind === 'tick') return true
    const name = nameOf(prefix, field)
    if (field.kind === 'rows') return isBlank(field.of(undefined), namedIn(name, [0]), form)
    return isEmpty(sentAs(field, name, form))
  })

/** A kind of row that was changed leaves keys behind that the new kind does not know. */
export const strayKeys = (
  { kindKey }: Pick<Rows, 'kindKey'>,
  data: unknown,
  { path, edits }: { path: Path; edits: readonly Edit[] },
): Edit[] => {
  const thing = valueAt(data, path)
  const set = edits.find(
    (edit) =>
      edit.do === 'set' &&
      kindKey !== undefined &&
      edit.path.at(-1) === kindKey &&
      edit.path.length === path.length + 1,
  )
  if (set?.do !== 'set' || kindKey === undefined || !isData(thing)) return []
  const known = keysAt(placedAt(path, { ...thing, [kindKey]: set.value }), path)
  return Object.keys(thing)
    .filter((key) => known.length > 0 && !known.includes(key))
    .map((key) => ({ do: 'set', path: [...path, key], value: undefined }))
}

/** Data with this thing alone, at its place. */
const placedAt = (path: Path, thing: unknown): unknown =>
  path.toReversed().reduce<unknown>((inner, part) => {
    if (typeof part !== 'number') return { [part]: inner }
    return Array.from({ length: part + 1 }, (_, at) => (at === part ? inner : {}))
  }, thing)

/** @returns nothing where the empty row was left empty */
const newRow = (rows: Rows, data: unknown, { path, prefix }: Place, form: Posted): unknown => {
  const fields = rows.of(undefined)
  if (isBlank(fields, prefix, form)) return undefined
  const value = newValue(fields, prefix, form)
  const { named } = rows
  if (!named || !isData(value)) return value
  const taken = listAt(data, path).map((row) => textAt(row, [named.key]))
  return { [named.key]: slugFrom(wordsOf(valueAt(value, named.from)), taken, 'pilihan'), ...value }
}

/** The plain value that a form describes for a thing that is not there yet. */
export const newValue = (fields: readonly EditField[], prefix: string, form: Posted): unknown => {
  let value: unknown
  for (const field of fields) {
    const name = nameOf(prefix, field)
    if (field.kind === 'rows') {
      const row = newRow(field, {}, { path: [], prefix: namedIn(name, [0]) }, form)
      if (row !== undefined) value = withValue(value, field.path, [row])
      continue
    }
    const meant = meantBy(field, sentAs(field, name, form))
    const writes = field.kept ? field.kept.write(meant, value) : [[field.path, meant] as const]
    for (const [place, one] of writes) if (one !== undefined) value = withValue(value, place, one)
  }
  return value
}

const withValue = (thing: unknown, [part, ...rest]: Path, value: unknown): unknown => {
  if (part === undefined) return value
  const map = isData(thing) ? thing : {}
  return { ...map, [part]: withValue(map[String(part)], rest, value) }
}
