// What the reader of YAML complains of, in words that an officer understands.
import type { ErrorCode, LineCounter, YAMLError } from 'yaml'
import { type Fault, faultAt } from './fault.ts'

/** The first complaint alone: what follows it in the same text mostly follows from it. */
export const yamlFaults = (errors: readonly YAMLError[], lines: LineCounter): Fault[] => {
  const [first] = errors
  if (!first) return []
  const lineAt = (offset: number): number => lines.linePos(offset).line
  const line = lineAt(first.pos[0])
  const isBroken = errors.some(
    ({ code, pos }) => code === 'MULTILINE_IMPLICIT_KEY' && pos[0] === first.pos[0] && lineAt(pos[1]) > line,
  )
  // "a: b" and below it, indented too far, "c: d": the reader takes "b c" for one key.
  if (first.code === 'BLOCK_AS_IMPLICIT_KEY' && isBroken) return [notValid(line + 1, INDENT)]
  const isUnderList = /without - indicator|block sequence may not be used/.test(first.message)
  return [notValid(line, isUnderList ? INDENT : (WORDS[first.code] ?? OTHER))]
}

const notValid = (line: number, [id, en]: readonly [string, string]): Fault =>
  faultAt(line, `Berkas bukan YAML yang benar: ${id}`, `Not valid YAML: ${en}`)

const OTHER: readonly [string, string] = [
  'ada tanda yang tidak pada tempatnya; apit teks dengan tanda petik.',
  'a sign stands where it must not; put the text in quotes.',
]

const INDENT: readonly [string, string] = [
  'jorokan baris tidak sama dengan baris setingkat; samakan jumlah spasinya.',
  'the line is not indented like its neighbours; give it as many spaces.',
]

const COLON: readonly [string, string] = [
  'teks yang memuat titik dua harus diapit tanda petik, dan isi yang panjang ditulis di bawah kuncinya.',
  'text with a colon must be in quotes, and longer contents stand below their key.',
]

const WORDS: Partial<Record<ErrorCode, readonly [string, string]>> = {
  BAD_INDENT: INDENT,
  BAD_ALIAS: ['rujukan (alias) ini tidak ada; tuliskan isinya langsung.', 'this alias does not exist; write it out.'],
  BAD_DQ_ESCAPE: [
    'garis miring terbalik tidak dikenal; pakai tanda petik tunggal.',
    'unknown backslash; use single quotes.',
  ],
  BAD_SCALAR_START: ['teks ini harus diapit tanda petik.', 'this text must be in quotes.'],
  BLOCK_AS_IMPLICIT_KEY: COLON,
  MULTILINE_IMPLICIT_KEY: [
    'di sini diharapkan "kunci: isi"; titik dua atau tanda petik mungkin hilang.',
    'expected here is "key: contents"; a colon or a quote may be missing.',
  ],
  BLOCK_IN_FLOW: ['kurung belum ditutup sebelum baris ini.', 'a bracket is not closed before this line.'],
  KEY_OVER_1024_CHARS: ['kunci terlalu panjang.', 'a key is too long.'],
  MISSING_CHAR: [
    'tanda petik, koma, atau spasi setelah titik dua kurang.',
    'a quote, a comma, or a space after a colon is missing.',
  ],
  MULTIPLE_DOCS: [
    'berkas memuat lebih dari satu prosedur ("---"); simpan masing-masing dalam berkas sendiri.',
    'the file holds more than one procedure ("---"); keep each in a file of its own.',
  ],
  TAB_AS_INDENT: ['jorokan memakai tab; pakai spasi.', 'it is indented by tabs; use spaces.'],
  UNEXPECTED_TOKEN: [
    'ada tanda yang tidak pada tempatnya; periksa kurung, koma, dan tanda petik.',
    'a sign stands where it must not; look at brackets, commas and quotes.',
  ],
}
