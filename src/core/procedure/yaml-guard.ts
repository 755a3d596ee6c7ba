// Looks at the words of a YAML file before it is read: what no officer writes and what would keep the reader busy for minutes.
import { Lexer } from 'yaml'
import { type Fault, faultAt } from './fault.ts'

/** The largest printed procedure takes 20 kB. */
export const MAX_FILE_BYTES = 512 * 1024
/** Ten times what the longest procedure takes. */
const MAX_WORDS = 60_000
const MAX_DEPTH = 30
const MAX_ALIASES = 100

/** @param most in bytes */
export const tooBig = (most = MAX_FILE_BYTES): Fault =>
  faultAt(
    1,
    `Berkas lebih besar dari ${most / 1024} kB. Satu berkas memuat satu prosedur; pindahkan isi lain ke tempatnya.`,
    `The file is larger than ${most / 1024} kB. One file holds one procedure; move anything else elsewhere.`,
  )

/** The first thing that bars the file from being read, if any. The length is judged before a word is looked at. */
export const barsReading = (source: string): Fault | null => {
  if (source.length > MAX_FILE_BYTES || new TextEncoder().encode(source).length > MAX_FILE_BYTES) return tooBig()
  const strange = source.search(STRANGE)
  if (strange >= 0) return strangeCharacter(source, strange)
  return barsWord(source)
}

/** Control characters and halves of characters: no database keeps them, no printer prints them. */
const STRANGE =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/

const strangeCharacter = (source: string, at: number): Fault => {
  const code = source.charCodeAt(at).toString(16).padStart(4, '0').toUpperCase()
  return faultAt(
    source.slice(0, at).split('\n').length,
    `Berkas memuat karakter yang tidak dapat dibaca (U+${code}). Simpan ulang sebagai teks UTF-8.`,
    `The file holds a character that cannot be read (U+${code}). Save it again as UTF-8 text.`,
  )
}

type Count = { words: number; aliases: number; open: number; inLine: number }

const barsWord = (source: string): Fault | null => {
  const count: Count = { words: 0, aliases: 0, open: 0, inLine: 0 }
  let line = 1
  let isText = false
  for (const word of new Lexer().lex(source)) {
    if (MARKS.has(word)) {
      isText = word === TEXT_FOLLOWS
      continue
    }
    const fault = isText ? null : judged(word, line, count)
    if (fault) return fault
    isText = false
    line += word.split('\n').length - 1
  }
  return null
}

/** The lexer's own marks, of no length in the file. */
const TEXT_FOLLOWS = '\u001f'
const MARKS = new Set(['\u0002', '\u0018', TEXT_FOLLOWS])

const judged = (word: string, line: number, count: Count): Fault | null => {
  count.words += 1
  if (word === '[' || word === '{') count.open += 1
  if (word === ']' || word === '}') count.open -= 1
  if (word.includes('\n')) count.inLine = 0
  if (word === '-' || word === '?') count.inLine += 1
  if (word[0] === '&' || word[0] === '*') count.aliases += 1
  if (count.words > MAX_WORDS) return tooManyWords(line)
  if (count.open > MAX_DEPTH || count.inLine > MAX_DEPTH) return tooDeep(line)
  if (count.open < 0) return closedTwice(line, word)
  if (count.aliases > MAX_ALIASES) return tooManyAliases(line)
  if (word[0] === '!') return tag(line, word)
  return word[0] === '%' ? directive(line) : null
}

const tooManyWords = (line: number): Fault =>
  faultAt(
    line,
    'Berkas memuat terlalu banyak kunci dan tanda untuk satu prosedur.',
    'The file holds too many keys and signs for one procedure.',
  )

export const tooDeep = (line: number): Fault =>
  faultAt(
    line,
    `Isi berkas bersarang lebih dari ${MAX_DEPTH} tingkat; periksa kurung dan tanda hubung yang tidak ditutup.`,
    `The file nests more than ${MAX_DEPTH} levels deep; look for brackets and hyphens that are never closed.`,
  )

const closedTwice = (line: number, word: string): Fault =>
  faultAt(
    line,
    `Kurung "${word}" menutup sesuatu yang tidak dibuka; hapus, atau buka lebih dahulu.`,
    `The bracket "${word}" closes what was never opened; take it away, or open it first.`,
  )

export const tooManyAliases = (line: number): Fault =>
  faultAt(
    line,
    'Berkas memakai terlalu banyak rujukan (alias); tuliskan isinya langsung.',
    'The file uses too many aliases; write the contents out.',
  )

const tag = (line: number, word: string): Fault =>
  faultAt(
    line,
    `Penanda jenis "${word.slice(0, 40)}" tidak dipakai di sini; hapus, atau apit teksnya dengan tanda petik.`,
    `The tag "${word.slice(0, 40)}" is not used here; take it away, or put the text in quotes.`,
  )

const directive = (line: number): Fault =>
  faultAt(
    line,
    'Baris yang dimulai dengan "%" tidak dipakai di sini; hapus baris itu.',
    'A line that begins with "%" is not used here; take the line away.',
  )
