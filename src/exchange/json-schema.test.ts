// The published schema says the same as the reader, to any program that knows JSON Schema.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { inventedFile } from '../core/procedure/invented.fixture.ts'
import { procedureJsonSchema } from '../core/procedure/json-schema.ts'
import { readProcedure } from '../core/procedure/read.ts'

const catalogue = join(import.meta.dirname, '../../catalogue')
const files = readdirSync(catalogue, { recursive: true, encoding: 'utf8' }).filter((file) =>
  /procedures\/.*\.yaml$/.test(file),
)
const isValid = new Ajv2020({ strict: false }).compile(JSON.parse(procedureJsonSchema()))
const sourceOf = (file: string): string => readFileSync(join(catalogue, file), 'utf8')
const SEED = Number(process.env.FORMAT_SEED ?? Date.now() % 2 ** 31)

describe('the published schema', () => {
  test.each(files)('holds for %s', (file) => {
    expect(isValid(parse(sourceOf(file))) || isValid.errors).toBe(true)
  })

  test(`holds for whatever the reader takes (FORMAT_SEED=${SEED})`, () => {
    fc.assert(
      fc.property(inventedFile, (file) => {
        expect(isValid(file) || isValid.errors).toBe(true)
      }),
      { seed: SEED, numRuns: Number(process.env.FORMAT_ROUNDS ?? 60), endOnFailure: true },
    )
  })

  test.each<[title: string, from: RegExp, to: string]>([
    ['a key that nobody knows', /^title:/m, 'judul:'],
    ['an act that nobody knows', /act: check/, 'act: cek'],
    ['a step without its act', /^ {4}act: check\n/m, ''],
    ['a field of an unknown kind', /type: domain-name/, 'type: nama'],
    ['a name with capitals', /step: periksa-pengajuan/, 'step: Periksa'],
    ['a date in words', /^created: .*$/m, 'created: Mei 2025'],
    ['a question with one exit', /exits:[\s\S]*?(?=\n {8}- [\s\S]*?\n {8}- )/, 'exits: []\n      lain:'],
  ])('finds what the reader finds too: %s', (_, from, to) => {
    const source = sourceOf('tulungagung/procedures/pengajuan-subdomain-hosting.yaml')
    const broken = source.replace(from, to)
    expect(broken).not.toBe(source)
    expect(readProcedure(broken).ok).toBe(false)
    expect(isValid(parse(broken))).toBe(false)
  })
})
