// A procedure comes in by one door, whatever format it has; what is no procedure is told so with its line.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { procedureJson } from '../core/procedure/write.ts'
import { readProcedureFile } from './read-file.ts'

const catalogue = join(import.meta.dirname, '../../catalogue')
const files = readdirSync(catalogue, { recursive: true, encoding: 'utf8' }).filter((file) =>
  /procedures\/.*\.yaml$/.test(file),
)
const read = (name: string, text: string | Uint8Array) =>
  readProcedureFile({ name, bytes: typeof text === 'string' ? new TextEncoder().encode(text) : text })

const MINIMAL = `procedure: contoh
edition: '1'
title: Contoh
actors:
  pemohon: { label: Pemohon, is: applicant }
steps:
  - { step: ajukan, actor: pemohon, act: submit, activity: Mengajukan, makes: [surat] }
`

describe('a procedure that comes in as a file', () => {
  test.each(files)('%s comes in as YAML with every letter, and as JSON with every fact', async (file) => {
    const text = readFileSync(join(catalogue, file), 'utf8')
    const yaml = await read(file, text)
    if (!yaml.ok) throw new Error(JSON.stringify(yaml.faults))
    expect(yaml.source).toBe(text)
    const json = await read('x.json', procedureJson(yaml.file))
    if (!json.ok) throw new Error(JSON.stringify(json.faults))
    expect(json.file).toEqual(yaml.file)
    const again = await read('y.yml', json.source)
    expect(again.ok && again.file).toEqual(yaml.file)
  })

  test('is taken with the marks that other systems put into text', async () => {
    expect(await read('a.yaml', `\ufeff${MINIMAL.replaceAll('\n', '\r\n')}`)).toMatchObject({ ok: true })
    expect(await read('A.YAML', MINIMAL)).toMatchObject({ ok: true })
  })

  test.each<[title: string, name: string, content: string | Uint8Array, line: number, says: string]>([
    ['ten megabytes', 'a.yaml', new Uint8Array(10_000_000), 1, 'lebih besar dari 512 kB'],
    ['a name without a known ending', 'sop.docx', MINIMAL, 1, '.yaml, .json, atau .bpmn'],
    ['UTF-16', 'a.yaml', Uint8Array.of(0xff, 0xfe, 0x70, 0), 1, 'UTF-16'],
    ['a picture', 'a.yaml', Uint8Array.of(0x89, 0x50, 0, 0), 1, 'bukan teks'],
    ['letters of an older code page', 'a.yaml', Uint8Array.of(0x61, 0x3a, 0x0a, 0xe9, 0x0a), 2, 'UTF-8'],
    ['broken JSON', 'a.json', '{\n  "procedure": "a",\n  "edition": \n}', 4, 'bukan JSON yang benar'],
    ['JSON that breaks off', 'a.json', '{\n  "procedure": "a"', 2, 'bukan JSON yang benar'],
    ['YAML that is called JSON', 'a.json', MINIMAL, 1, 'bukan JSON yang benar'],
    ['an unknown key of JSON', 'a.json', '{\n  "judul": 1\n}', 2, 'Kunci "judul" tidak dikenal'],
  ])('is refused with its line: %s', async (_, name, content, line, says) => {
    const found = await read(name, content)
    if (found.ok) throw new Error('was taken')
    expect(found.faults).toContainEqual(
      expect.objectContaining({ line, sentence: expect.objectContaining({ id: expect.stringContaining(says) }) }),
    )
  })
})
