// What is expected at a place of a body or query, in a plain sentence of each language: read from the shape that judges.
import { z } from 'zod'
import { type Sentence, sentence } from '../../core/sentence.ts'

export type Schema = z.core.JSONSchema.JSONSchema

const known = new WeakMap<z.ZodType, Schema>()

/** The shape as its description tells it. */
export const schemaFor = (shape: z.ZodType): Schema => {
  const schema = known.get(shape) ?? z.toJSONSchema(shape, { io: 'input', unrepresentable: 'any' })
  known.set(shape, schema)
  return schema
}

/** Follows a path, and at each choice of shapes the one that fits what was sent. Null where the shape says nothing. */
export const schemaAt = (root: Schema, value: unknown, path: readonly PropertyKey[]): Schema | null => {
  let here: Schema | null = chosen(root, root, value)
  let at = value
  for (const key of path) {
    at = partOf(at, key)
    const inner: Schema | null = here && stepInto(here, key)
    here = inner && chosen(root, inner, at)
  }
  return here
}

export const partOf = (value: unknown, key: PropertyKey): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, key)
    ? Object.getOwnPropertyDescriptor(value, key)?.value
    : undefined

/** The names that an object takes here. */
export const namesIn = (schema: Schema | null): string[] => Object.keys(schema?.properties ?? {})

const stepInto = (schema: Schema, key: PropertyKey): Schema | null => {
  const name = String(key)
  const { properties = {}, items, additionalProperties } = schema
  const next = Object.hasOwn(properties, name) ? properties[name] : (itemOf(items) ?? additionalProperties)
  return typeof next === 'object' ? next : null
}

const itemOf = (items: Schema['items']): Schema | undefined =>
  typeof items === 'object' && !Array.isArray(items) ? items : undefined

/** Behind references; of several shapes for an object the one whose fixed words were sent. */
const chosen = (root: Schema, schema: Schema, value: unknown): Schema => {
  const name = /^#\/\$defs\/(.+)$/.exec(schema.$ref ?? '')?.[1]
  const there = name === undefined ? undefined : root.$defs?.[name]
  if (there) return chosen(root, there, value)
  const choices = schema.oneOf ?? schema.anyOf
  if (!choices || typeof value !== 'object' || value === null) return schema
  const open = choices.map((one) => chosen(root, one, value)).filter(({ properties }) => properties)
  return (
    open.find((one) => tellingNames(open).every((key) => wordsAt(one, key)?.includes(partOf(value, key)))) ?? schema
  )
}

/** Names that have fixed words in every one of these shapes. */
const tellingNames = (shapes: readonly Schema[]): string[] =>
  namesIn(shapes[0] ?? null).filter((name) => shapes.every((one) => wordsAt(one, name) !== null))

const wordsAt = ({ properties = {} }: Schema, name: string): readonly unknown[] | null => {
  const schema = properties[name]
  return typeof schema === 'object' ? wordsOf(schema) : null
}

/** What a key that tells shapes apart may say. */
export const tellingWords = (root: Schema, schema: Schema, key: string): unknown[] =>
  (schema.oneOf ?? schema.anyOf ?? []).flatMap((one) => wordsAt(chosen(root, one, undefined), key) ?? [])

const wordsOf = ({ enum: words, const: word }: Schema): readonly unknown[] | null =>
  words ?? (word === undefined ? null : [word])

/** `teks`, `bilangan bulat dari 1 sampai 4`, `salah satu dari: ...` */
export const spoken = (root: Schema, schema: Schema): Sentence => {
  const plain = chosen(root, schema, undefined)
  const choices = plain.oneOf ?? plain.anyOf
  if (choices) return joined(choices.map((one) => spoken(root, one)))
  const words = wordsOf(plain)
  if (words) return oneOf(words)
  const types = [plain.type ?? []].flat()
  return joined(types.map((type) => spokenType(root, plain, type)))
}

export const oneOf = (words: readonly unknown[]): Sentence => {
  const list = words.map((word) => `\`${String(word)}\``).join(', ')
  return words.length === 1 ? sentence(list, list) : sentence(`salah satu dari: ${list}`, `one of: ${list}`)
}

const joined = (parts: readonly Sentence[]): Sentence => {
  const all = [...new Map(parts.map((part) => [part.en, part])).values()]
  if (all.length === 0) return sentence('nilai lain', 'another value')
  return sentence(all.map(({ id }) => id).join(' atau '), all.map(({ en }) => en).join(' or '))
}

const spokenType = (root: Schema, schema: Schema, type: z.core.JSONSchema.SchemaType): Sentence => {
  switch (type) {
    case 'string':
      return spokenText(schema)
    case 'integer':
      return withRange(sentence('bilangan bulat', 'a whole number'), schema)
    case 'number':
      return withRange(sentence('bilangan', 'a number'), schema)
    case 'boolean':
      return sentence('`true` atau `false`', '`true` or `false`')
    case 'null':
      return sentence('`null`', '`null`')
    case 'array':
      return spokenList(root, schema)
    case 'object':
      return spokenObject(schema)
  }
}

const spokenText = ({ format, minLength = 0, maxLength }: Schema): Sentence => {
  if (format === 'uuid') return sentence('pengenal berupa UUID', 'an identity, which is a UUID')
  if (format === 'date') return sentence('tanggal seperti 2026-11-20', 'a day such as 2026-11-20')
  if (format === 'date-time')
    return sentence('waktu seperti 2026-11-20T02:00:00Z', 'a moment such as 2026-11-20T02:00:00Z')
  if (maxLength === undefined) return minLength > 0 ? NOT_EMPTY : sentence('teks', 'text')
  return minLength > 0
    ? sentence(`teks ${minLength} sampai ${maxLength} huruf`, `text of ${minLength} to ${maxLength} characters`)
    : sentence(`teks, paling panjang ${maxLength} huruf`, `text of ${maxLength} characters at most`)
}

const NOT_EMPTY = sentence('teks yang tidak kosong', 'text that is not empty')

const withRange = (what: Sentence, { minimum: from, maximum: to }: Schema): Sentence => {
  const [least, most] = [from, to].map((end) =>
    end === undefined || Math.abs(end) >= Number.MAX_SAFE_INTEGER ? null : end,
  )
  if (least != null && most != null)
    return sentence(`${what.id} dari ${least} sampai ${most}`, `${what.en} from ${least} to ${most}`)
  if (least != null) return sentence(`${what.id}, paling sedikit ${least}`, `${what.en} of ${least} or more`)
  return most != null ? sentence(`${what.id}, paling banyak ${most}`, `${what.en} of ${most} or less`) : what
}

const spokenList = (root: Schema, { items, minItems = 0, maxItems }: Schema): Sentence => {
  const item = itemOf(items)
  const of = item ? spoken(root, item) : null
  const count =
    minItems > 0 && maxItems === undefined ? [` (paling sedikit ${minItems})`, ` (at least ${minItems})`] : ['', '']
  const range = maxItems === undefined ? count : [` (${minItems} sampai ${maxItems})`, ` (${minItems} to ${maxItems})`]
  return sentence(
    `daftar${range[0]}${of ? ` yang tiap isinya ${of.id}` : ''}`,
    `a list${range[1]}${of ? `, each of it ${of.en}` : ''}`,
  )
}

const spokenObject = (schema: Schema): Sentence => {
  const names = namesIn(schema).map((name) => `\`${name}\``)
  return names.length === 0
    ? sentence('objek JSON', 'a JSON object')
    : sentence(`objek JSON dengan ${names.join(', ')}`, `a JSON object with ${names.join(', ')}`)
}
