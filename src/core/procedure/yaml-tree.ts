// Judges the keys of a YAML file that its shape never sees: written twice, no plain word, or a name that programs stumble over.
import { type Document, isScalar, type LineCounter, type Pair, visit } from 'yaml'
import { type Fault, faultAt } from './fault.ts'
import { startOf } from './line-of.ts'

export const keyFaults = (document: Document.Parsed, lines: LineCounter): Fault[] => {
  const faults: Fault[] = []
  visit(document, {
    Map: (_, map) => {
      const keys = new Set<string>()
      for (const pair of map.items) faults.push(...judged(pair, keys, lines))
    },
    Scalar: (_, node) => {
      if (typeof node.value !== 'string' || !UNPRINTABLE.test(node.value)) return
      faults.push(unprintable(lines.linePos(startOf(node) ?? 0).line))
    },
  })
  return faults
}

const judged = ({ key }: Pair, keys: Set<string>, lines: LineCounter): Fault[] => {
  const line = lines.linePos(startOf(key) ?? 0).line
  if (!isScalar(key) || typeof key.value === 'object') return [noWord(line)]
  const name = String(key.value)
  if (RESERVED.has(name)) return [reserved(line, name)]
  if (keys.has(name)) return [writtenTwice(line, name)]
  keys.add(name)
  return []
}

/** Names that every object of the program has already. */
const RESERVED = new Set(['__proto__', 'constructor', 'prototype'])

/** Written as `"\0"` they pass the look at the text. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const UNPRINTABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/

const unprintable = (line: number): Fault =>
  faultAt(line, 'Teks memuat karakter kendali; hapus.', 'A text holds a control character; take it away.')

const noWord = (line: number): Fault =>
  faultAt(line, 'Kunci harus satu kata sebelum titik dua.', 'A key must be one word before a colon.')

const reserved = (line: number, name: string): Fault =>
  faultAt(
    line,
    `Kunci "${name}" tidak boleh dipakai; beri nama lain.`,
    `The key "${name}" must not be used; rename it.`,
  )

const writtenTwice = (line: number, name: string): Fault =>
  faultAt(
    line,
    `Kunci "${name}" ditulis dua kali; hapus salah satu.`,
    `The key "${name}" is written twice; take one away.`,
  )
