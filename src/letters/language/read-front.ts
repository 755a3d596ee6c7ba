// The front matter of a template: cut off from its text, read as YAML, judged by its shape.
import type { Document } from 'yaml'
import type { z } from 'zod'
import { valueAt } from '../../core/procedure/edit/look.ts'
import type { LineOf } from '../../core/procedure/fault.ts'
import { fieldSchema } from '../../core/procedure/field-schema.ts'
import { lineFinder } from '../../core/procedure/line-of.ts'
import { readDocument } from '../../core/procedure/read.ts'
import { shapeWords } from '../../core/procedure/shape-words.ts'
import { MOST_TEMPLATE } from './budget.ts'
import { cut, faultOn, meantOf } from './faults.ts'
import { type Front, frontSchema } from './front-schema.ts'
import type { TemplateFault } from './template.ts'

export type FrontRead =
  | {
      ok: true
      front: Front
      document: Document.Parsed
      lineOf: LineOf
      body: string
      bodyLine: number
    }
  | { ok: false; faults: TemplateFault[] }

export const readFront = (source: string): FrontRead => {
  if (source.length > MOST_TEMPLATE) return { ok: false, faults: [tooLong()] }
  const parts = partsOf(source)
  if (parts === null) return { ok: false, faults: [noFront()] }
  const read = readDocument(parts.front)
  if (!read.ok) return { ok: false, faults: read.faults.map(({ line, sentence }) => ({ line: line + 1, sentence })) }
  const onLine = lineFinder(read.document, read.lines)
  const lineOf: LineOf = (path) => onLine(path) + 1
  const front = frontSchema.safeParse(read.data)
  if (!front.success)
    return { ok: false, faults: front.error.issues.flatMap((issue) => shapeFaults(issue, read.data, lineOf)) }
  return { ok: true, front: front.data, document: read.document, lineOf, body: parts.body, bodyLine: parts.bodyLine }
}

type Parts = { front: string; body: string; bodyLine: number }

const partsOf = (source: string): Parts | null => {
  const lines = source
    .replace(/^\ufeff/, '')
    .replace(/\r\n?/g, '\n')
    .split('\n')
  if (lines[0]?.trimEnd() !== '---') return null
  const end = lines.findIndex((line, at) => at > 0 && line.trimEnd() === '---')
  if (end < 0) return null
  const front = lines.slice(1, end)
  if (!front.some((line) => /^[\w-]+ *:/.test(line))) return null
  return { front: front.join('\n'), body: lines.slice(end + 1).join('\n'), bodyLine: end + 2 }
}

/** Of a union, what is wrong with the shape that comes nearest. */
const shapeFaults = (
  issue: z.core.$ZodIssue,
  data: unknown,
  lineOf: LineOf,
  above: readonly PropertyKey[] = [],
): TemplateFault[] => {
  const path = [...above, ...issue.path]
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => unknownKey(lineOf([...path, key]), key, keysAt(path)))
  if (issue.code === 'invalid_union') {
    const near = issue.errors.filter((branch) =>
      branch.every((one) => one.path.length > 0 || one.code === 'unrecognized_keys'),
    )
    const [only] = near
    if (only && near.length === 1) return only.flatMap((inner) => shapeFaults(inner, data, lineOf, path))
  }
  const key = path.map(String).join('.')
  const words = shapeWords(issue, path.at(-1), valueAt(data, path))
  return [
    faultOn(
      lineOf(path),
      `${key === '' ? 'Kepala naskah' : key} ${words?.id ?? 'tidak sesuai bentuknya; lihat contoh pada naskah lain'}.`,
      `${key === '' ? 'The head of the template' : key} ${words?.en ?? 'has not the shape it must have; look at another template'}.`,
    ),
  ]
}

const keysAt = (path: readonly PropertyKey[]): string[] => {
  if (path.length === 0) return Object.keys(frontSchema.shape)
  if (path[0] === 'signatory') return path.length === 1 ? ['as', 'other', 'knows'] : ['as', 'post', 'name']
  return [...new Set(fieldSchema.options.flatMap((one) => Object.keys(one.shape)))]
}

const unknownKey = (line: number, key: string, known: readonly string[]): TemplateFault => {
  const meant = meantOf(key, known, ['"', '"'])
  return faultOn(
    line,
    `Kunci "${cut(key)}" tidak dikenal di kepala naskah.${meant.id} Yang ada: ${known.join(', ')}.`,
    `Unknown key "${cut(key)}" in the head of the template.${meant.en} There are: ${known.join(', ')}.`,
  )
}

const tooLong = (): TemplateFault =>
  faultOn(
    1,
    `Naskah lebih panjang dari ${MOST_TEMPLATE / 1000} ribu huruf; satu naskah memuat satu jenis surat.`,
    `The template is longer than ${MOST_TEMPLATE / 1000} thousand characters; one template holds one kind of letter.`,
  )

const noFront = (): TemplateFault =>
  faultOn(
    1,
    'Naskah diawali kepala: baris ---, lalu letter: nama-surat dan title: Judul, lalu baris --- lagi. Isi surat ditulis di bawahnya.',
    'A template begins with its head: a line ---, then letter: name-of-letter and title: Title, then a line --- again. The text stands below.',
  )
