// One line of a template's text: what it is by the signs it begins with.
import type { Mark } from './template.ts'

export type Command =
  | { command: 'jika' | 'atau'; said: string }
  | { command: 'ulang'; said: string }
  | { command: 'lampiran' | 'tengah'; said: string }
  | { command: 'selain' | 'selesai' | 'halaman' | 'form' }
  | { command: null; said: string }

export type Line =
  | { kind: 'blank' }
  | ({ kind: 'command' } & Command)
  | { kind: 'heading'; level: number; said: string }
  | { kind: 'rule' }
  | { kind: 'item'; depth: number; mark: Mark; said: string }
  | { kind: 'cells'; said: string }
  | { kind: 'fact'; label: string; said: string }
  | { kind: 'text'; isIndented: boolean; said: string }

export type NumberedLine = Line & { line: number }

/** @param first number of the first line in its file */
export const linesOf = (text: string, first: number): NumberedLine[] =>
  text.split('\n').map((line, at) => ({ ...lineOf(line.trimEnd()), line: first + at }))

const lineOf = (line: string): Line => {
  const said = line.trim()
  if (said === '') return { kind: 'blank' }
  if (said.startsWith('[') && said.endsWith(']')) return { kind: 'command', ...commandOf(said.slice(1, -1).trim()) }
  if (said.startsWith('|')) return { kind: 'cells', said }
  if (/^-{3,}$/.test(said)) return { kind: 'rule' }
  const heading = /^(#+) (.*)$/.exec(said)
  if (heading) return { kind: 'heading', level: heading[1]?.length ?? 1, said: heading[2]?.trim() ?? '' }
  const item = /^(-|\d{1,3}\.|[a-z]\.) +(.*)$/.exec(said)
  const indent = line.length - line.trimStart().length
  if (item)
    return {
      kind: 'item',
      depth: Math.min(2, Math.floor(indent / 2)),
      mark: markOf(item[1] ?? '-'),
      said: item[2] ?? '',
    }
  return indent === 0
    ? (factOf(said) ?? { kind: 'text', isIndented: false, said })
    : { kind: 'text', isIndented: true, said }
}

const markOf = (sign: string): Mark => (sign === '-' ? 'dot' : /\d/.test(sign) ? 'number' : 'letter')

/** `Label : value`, with a blank before the colon, as letters are typed; no value leaves a line to write on. */
const factOf = (said: string): Line | null => {
  const at = said.indexOf(' : ')
  if (at > 0) return { kind: 'fact', label: said.slice(0, at).trim(), said: said.slice(at + 3).trim() }
  return said.endsWith(' :') ? { kind: 'fact', label: said.slice(0, -2).trim(), said: '' } : null
}

const commandOf = (said: string): Command => {
  const [first = '', second = '', ...rest] = said.split(/\s+/)
  const after = [second, ...rest].join(' ').trim()
  switch (first.toLowerCase()) {
    case 'jika':
      return { command: 'jika', said: after }
    case 'atau':
      return second.toLowerCase() === 'jika' ? { command: 'atau', said: rest.join(' ') } : { command: null, said }
    case 'ulang':
      return { command: 'ulang', said: after }
    case 'lampiran':
      return { command: 'lampiran', said: after }
    case 'tengah':
      return { command: 'tengah', said: after }
    case 'selain':
      return after.toLowerCase() === 'itu' ? { command: 'selain' } : { command: null, said }
    case 'selesai':
      return after === '' ? { command: 'selesai' } : { command: null, said }
    case 'halaman':
      return after.toLowerCase() === 'baru' ? { command: 'halaman' } : { command: null, said }
    case 'isi':
      return after.toLowerCase() === 'formulir' ? { command: 'form' } : { command: null, said }
  }
  return { command: null, said }
}
