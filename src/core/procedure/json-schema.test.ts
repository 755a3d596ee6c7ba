import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { procedureJsonSchema } from './json-schema.ts'

const catalogue = join(import.meta.dirname, '../../../catalogue')
const files = readdirSync(catalogue, { recursive: true, encoding: 'utf8' }).filter((file) =>
  /procedures\/.*\.yaml$/.test(file),
)

test('the schema for editors is the one of the reader; `npm run schema` writes it', () => {
  expect(readFileSync(join(catalogue, 'procedure.schema.json'), 'utf8')).toBe(procedureJsonSchema())
})

test.each(files)('%s tells editors where its schema is', (file) => {
  const [first] = readFileSync(join(catalogue, file), 'utf8').split('\n')
  expect(first).toBe('# yaml-language-server: $schema=../../procedure.schema.json')
})

test('the schema knows the keys that an officer writes, and no others', () => {
  const schema = JSON.parse(procedureJsonSchema())
  expect(schema.additionalProperties).toBe(false)
  expect(schema.required).toEqual(expect.arrayContaining(['procedure', 'edition', 'title', 'actors', 'steps']))
  expect(schema.required).not.toContain('remarks')
  const step = schema.properties.steps.items
  expect(step.properties.act.enum).toContain('dispose')
  expect(step.properties.actor.anyOf).toHaveLength(2)
})

test('the schema explains the keys in both languages, where an editor shows it', () => {
  const { properties } = JSON.parse(procedureJsonSchema())
  expect(properties.legalBasis.description).toBe('dasar hukum / legal basis')
  expect(properties.steps.items.properties.actor.description).toMatch(/^pelaksana \/ actor: /)
  const silent = Object.entries<{ description?: string }>(properties).filter(([, { description }]) => !description)
  expect(silent.map(([key]) => key)).toEqual([])
})
