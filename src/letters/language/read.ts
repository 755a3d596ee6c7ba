// Reads a letter template: the file of one kind of letter becomes data, or faults that know their line.
import { isScalar } from 'yaml'
import { MOST_FAULTS, MOST_TEMPLATE } from './budget.ts'
import { faultOn } from './faults.ts'
import { parseText } from './parse.ts'
import { readFront } from './read-front.ts'
import type { Flow, LetterTemplate, ReadTemplate, SignedBy, TemplateFault, Text } from './template.ts'

/** @param source front matter between two lines `---`, and the text of the letter below */
export const readTemplate = (source: string): ReadTemplate => {
  const read = readFront(source)
  if (!read.ok) return read
  const { front, document, lineOf } = read
  const faults: TemplateFault[] = []
  const text = (path: readonly string[], said = '', isList = false): Text => {
    const node = document.getIn(path, true)
    const isBlock = isScalar(node) && node.type?.startsWith('BLOCK') === true
    const parsed = parseText(said, lineOf(path) + (isBlock ? 1 : 0), isList)
    faults.push(...parsed.faults)
    return parsed.text
  }
  const party = (key: 'other' | 'knows'): SignedBy | null => {
    const said = front.signatory[key]
    if (!said) return null
    const at = ['signatory', key]
    return {
      as: text([...at, 'as'], said.as),
      post: text([...at, 'post'], said.post),
      name: text([...at, 'name'], said.name, true),
    }
  }
  const body = parseText(read.body, read.bodyLine)
  const template: LetterTemplate = {
    front,
    subject: text(['subject'], front.subject),
    copies: text(['copies'], front.copies, true),
    addressee: text(['addressee'], front.addressee, true),
    about: text(['about'], front.about),
    signed: { as: text(['signatory', 'as'], front.signatory.as), other: party('other'), knows: party('knows') },
    body: body.text,
  }
  faults.push(...body.faults, ...silentSubject(template.subject, lineOf(['subject'])))
  return faults.length === 0 ? { ok: true, template } : { ok: false, faults: inOrder(faults) }
}

export type ReadText = { ok: true; text: Text } | { ok: false; faults: TemplateFault[] }

/** The text of one letter alone, as its draft carries it; its lines are counted from 1. */
export const readText = (source: string): ReadText => {
  if (source.length > MOST_TEMPLATE) return { ok: false, faults: [tooLong()] }
  const { text, faults } = parseText(source.replace(/\r\n?/g, '\n'))
  return faults.length === 0 ? { ok: true, text } : { ok: false, faults: inOrder(faults) }
}

/** The same text with no sign of the language in it: its paragraphs, as they were typed. */
export const plainText = (source: string): Text =>
  source
    .replace(/\r\n?/g, '\n')
    .split(/\n[^\S\n]*\n/)
    .filter((part) => part.trim() !== '')
    .map((text, at) => ({ kind: 'paragraph', line: at + 1, words: [{ text: text.trim(), isStrong: false }] }))

const inOrder = (faults: readonly TemplateFault[]): TemplateFault[] =>
  faults.toSorted((a, b) => a.line - b.line).slice(0, MOST_FAULTS)

/** A letter without "Hal" cannot be entered in the agenda. */
const silentSubject = (subject: Text, line: number): TemplateFault[] =>
  subject.length > 0 && subject.every(maySayNothing)
    ? [
        faultOn(
          line,
          'Hal surat dapat menjadi kosong: setiap kalimatnya bersyarat. Tambahkan [selain itu] dengan kalimat yang selalu berlaku.',
          'The subject can end up empty: each of its sentences has a condition. Add [selain itu] with one that always holds.',
        ),
      ]
    : []

const maySayNothing = (part: Flow<{ kind: string }>): boolean =>
  'branches' in part ? part.branches.at(-1)?.when !== null : 'table' in part

const tooLong = (): TemplateFault =>
  faultOn(
    1,
    `Isi surat lebih panjang dari ${MOST_TEMPLATE / 1000} ribu huruf; lampirkan sebagai berkas.`,
    `The text of the letter is longer than ${MOST_TEMPLATE / 1000} thousand characters; attach it as a file.`,
  )
