// Procedures that chance invents from the schema itself, so that a new key is covered without being named. Few are sound.
import fc from 'fast-check'
import { z } from 'zod'
import { type ProcedureFile, readData } from './read.ts'
import { procedureSchema } from './schema.ts'

/** What YAML takes for something else, and what officers paste. */
const NASTY = [
  ...['', '~', 'null', 'true', 'no', '1', '1e3', '0x1F', '2025-05', '12:30', '1_000', '.5', '+1', '=', '<<'],
  ...['- a', 'a: b', 'a:', '# a', 'a #b', '[a', '{a}', 'a, b', '? a', '|', '>', '!a', '&a', '*a', '%a', '@a', '`a'],
  ...["it's", '"a"', '\\n', ' a ', 'a\nb\n', 'a\n\n\nb', '\n a', ' \n', 'a\tb', '\t', '---', '...', '<a & b>', ']]>'],
  ...['é ü 本 🙂', '\u00a0', '\u2028', '\ufeffa', 'x'.repeat(300), `${'kata '.repeat(60)}`],
]

const UNPRINTABLE =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: files may not hold them
  /[\u0000-\u0008\u000b-\u001f\u007f]/

const words = fc.oneof(
  fc.constantFrom(...NASTY),
  fc.string({ unit: 'grapheme', maxLength: 40 }).filter((text) => !UNPRINTABLE.test(text)),
)
const slug = fc.stringMatching(/^[a-z0-9]{1,6}(-[a-z0-9]{1,4}){0,2}$/)

type Schema = {
  type?: string
  const?: unknown
  enum?: unknown[]
  pattern?: string
  minLength?: number
  minItems?: number
  minimum?: number
  exclusiveMinimum?: number
  anyOf?: Schema[]
  oneOf?: Schema[]
  items?: Schema
  properties?: Record<string, Schema>
  required?: string[]
  additionalProperties?: Schema | false
}

const anyOf = (schema: Schema): fc.Arbitrary<unknown> => {
  const options = schema.anyOf ?? schema.oneOf
  if (options) return fc.oneof(...options.map(anyOf))
  if ('const' in schema) return fc.constant(schema.const)
  if (schema.enum) return fc.constantFrom(...schema.enum)
  if (schema.items) return fc.array(anyOf(schema.items), { minLength: schema.minItems ?? 0, maxLength: 4 })
  if (schema.properties) return someOf(schema.properties, schema.required ?? [])
  if (schema.additionalProperties) return fc.dictionary(slug, anyOf(schema.additionalProperties), { maxKeys: 4 })
  return scalar(schema)
}

const someOf = (properties: Record<string, Schema>, required: string[]): fc.Arbitrary<unknown> =>
  fc.record(Object.fromEntries(Object.entries(properties).map(([key, one]) => [key, anyOf(one)])), {
    requiredKeys: required,
  })

const scalar = ({ type, pattern, minLength, minimum, exclusiveMinimum }: Schema): fc.Arbitrary<unknown> => {
  if (type === 'null') return fc.constant(null)
  if (type === 'boolean') return fc.boolean()
  if (type === 'integer') return fc.integer({ min: minimum ?? (exclusiveMinimum ?? 0) + 1, max: 99 })
  if (type === 'number') return fc.double({ noNaN: true, noDefaultInfinity: true })
  if (pattern?.includes('(?!constructor')) return slug
  if (pattern) return fc.stringMatching(new RegExp(pattern))
  return words.filter((text) => text.length >= (minLength ?? 0))
}

const isFile = (data: unknown): data is ProcedureFile => readData(data, () => 1).ok

export const inventedFile: fc.Arbitrary<ProcedureFile> = anyOf(
  z.toJSONSchema(procedureSchema, { io: 'input' }) as Schema,
).filter(isFile)

/** The same with names that exist, so that it can be drawn: each step once, each lane known, each way leading somewhere. */
export const inventedDrawing: fc.Arbitrary<ProcedureFile> = inventedFile.map((file) => {
  const actors = Object.keys(file.actors).length > 0 ? file.actors : { petugas: { label: 'Petugas' } }
  const lanes = Object.keys(actors)
  const names = file.steps.map(({ step }, at) => `${step}-${at}`)
  const pick = <T>(list: readonly T[], word: string): T => list[word.length % list.length] as T
  const place = (to: string | string[]) => [...new Set([to].flat().map((one) => pick([...names, 'end'], one)))]
  const steps = file.steps.map((step, at) => ({
    ...step,
    step: names[at] ?? '',
    actor: Array.isArray(step.actor)
      ? [...new Set(step.actor.map((one) => pick(lanes, one)))]
      : pick(lanes, step.actor),
    // biome-ignore lint/suspicious/noThenProperty: a key of the file that officers write
    ...(step.then === undefined ? {} : { then: place(step.then) }),
    ...(step.decides === undefined
      ? {}
      : {
          decides: {
            ...step.decides,
            exits: step.decides.exits.map((exit, nth) => ({ ...exit, answer: `j${nth}`, to: place(exit.to) })),
          },
        }),
  }))
  return { ...file, actors, steps }
})
