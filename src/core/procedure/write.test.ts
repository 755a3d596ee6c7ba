// A procedure that is written and read again is the same procedure, letter for letter of its texts.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { inventedFile } from './invented.fixture.ts'
import { type ProcedureFile, readProcedure } from './read.ts'
import { procedureJson, procedureYaml } from './write.ts'

const catalogue = join(import.meta.dirname, '../../../catalogue')
const files = readdirSync(catalogue, { recursive: true, encoding: 'utf8' }).filter((file) =>
  /procedures\/.*\.yaml$/.test(file),
)

const fileOf = (source: string): ProcedureFile => {
  const read = readProcedure(source)
  if (!read.ok) throw new Error(`${JSON.stringify(read.faults)}\n${source}`)
  return read.file
}

const SEED = Number(process.env.FORMAT_SEED ?? Date.now() % 2 ** 31)
const ROUNDS = Number(process.env.FORMAT_ROUNDS ?? 60)

describe('writing a procedure', () => {
  test.each(files)('%s keeps everything from YAML to JSON to YAML', (file) => {
    const data = fileOf(readFileSync(join(catalogue, file), 'utf8'))
    const yaml = procedureYaml(data)
    expect(fileOf(yaml)).toEqual(data)
    expect(fileOf(procedureJson(data))).toEqual(data)
    expect(procedureYaml(fileOf(procedureJson(fileOf(yaml))))).toBe(yaml)
  })

  test(`whatever chance invents is kept too (FORMAT_SEED=${SEED})`, () => {
    fc.assert(
      fc.property(inventedFile, (data) => {
        const yaml = procedureYaml(data)
        expect(fileOf(yaml)).toEqual(data)
        expect(fileOf(procedureJson(data))).toEqual(data)
        expect(procedureYaml(fileOf(procedureJson(data)))).toBe(yaml)
      }),
      { seed: SEED, numRuns: ROUNDS, endOnFailure: true },
    )
  })

  test('looks as an officer writes it: keys in their order, short things in one line', () => {
    const yaml = procedureYaml({
      title: 'Contoh',
      steps: [
        {
          act: 'check',
          decides: {
            exits: [
              { to: 'end', label: 'Ya', answer: 'ya' },
              { answer: 'tidak', label: { en: 'No', id: 'Tidak' }, to: ['ajukan'] },
            ],
            question: 'Lengkap?',
          },
          actor: ['petugas'],
          activity: 'Memeriksa: isi',
          step: 'periksa',
        },
      ],
      actors: { petugas: { post: 'petugas', label: 'Petugas' } },
      edition: '1',
      number: null,
      procedure: 'contoh',
    })
    expect(yaml).toBe(`procedure: contoh
edition: '1'
number: ~
title: Contoh

actors:
  petugas: { label: Petugas, post: petugas }

steps:
  - step: periksa
    actor: [petugas]
    act: check
    activity: 'Memeriksa: isi'
    decides:
      question: Lengkap?
      exits:
        - { answer: ya, label: Ya, to: end }
        - { answer: tidak, label: { id: Tidak, en: No }, to: [ajukan] }
`)
  })

  test('a list that stands in two places is written out twice, without anchors', () => {
    const names = ['surat']
    const steps = [{ step: 'a', actor: 'b', act: 'do' as const, activity: 'C', needs: names, makes: names }]
    const yaml = procedureYaml({ procedure: 'a', edition: '1', title: 'A', actors: {}, steps })
    expect(yaml).not.toMatch(/[&*]/)
    expect(fileOf(yaml).steps[0]).toEqual(steps[0])
  })
})
