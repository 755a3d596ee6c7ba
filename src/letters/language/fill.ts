// Puts the values of a dossier into a template: what comes out is what is printed, part by part.
import { MOST_PARTS, MOST_PRINTED } from './budget.ts'
import { holdsIn } from './condition.ts'
import { cut, faultOn } from './faults.ts'
import { annexesOf, type FlatBlock, plainLines } from './gather.ts'
import {
  type Block,
  type FilledParty,
  type FilledSpan,
  type FilledWords,
  type FillTemplate,
  type Flow,
  isChoice,
  isEach,
  type LetterData,
  type LetterTemplate,
  type Row,
  type RowData,
  type SignedBy,
  type TemplateFault,
  type Text,
  type Words,
} from './template.ts'

/**
 * A paragraph, row, item or copy is left out when it has places for values and all of them are empty.
 * A value is put in once and never read again as text of the template.
 *
 * @param text of this one letter, in the place of the template's own
 */
export const fillTemplate = (template: LetterTemplate, data: LetterData, text: Text = template.body): FillTemplate => {
  const pen: Pen = { data, left: MOST_PARTS, room: MOST_PRINTED, faults: [] }
  const lines = (said: Text): string[] => plainLines(blocksOf(said, pen))
  const line = (said: Text): string => lines(said).join(' ')
  const party = (said: SignedBy | null): FilledParty | null =>
    said && { as: line(said.as), post: line(said.post), lines: lines(said.name) }
  const { front } = template
  const letter = {
    front,
    subject: line(template.subject) || front.title,
    about: line(template.about),
    copies: lines(template.copies),
    addressee: lines(template.addressee),
    signed: { as: line(template.signed.as), other: party(template.signed.other), knows: party(template.signed.knows) },
    ...annexesOf(blocksOf(text, pen), data.form ?? []),
  }
  return pen.faults.length === 0 ? { ok: true, letter } : { ok: false, faults: pen.faults }
}

/** What may still be written; at the first thing that is too much, writing stops. */
type Pen = { data: LetterData; left: number; room: number; faults: TemplateFault[] }

/** The row that is repeated at the moment, and its number, before those around it. */
type Scope = readonly { row: RowData; no: number }[]

const blocksOf = (text: Text, pen: Pen): FlatBlock[] => {
  const out: FlatBlock[] = []
  write(text, [], { pen, put: (block, scope) => out.push(...filledBlocks(block, scope, pen)) })
  return out
}

type Writer<Part> = { pen: Pen; put: (part: Part, scope: Scope) => void }

const write = <Part extends { kind: string; line: number }>(
  parts: readonly Flow<Part>[],
  scope: Scope,
  writer: Writer<Part>,
): void => {
  const { pen } = writer
  for (const part of parts) {
    if (pen.faults.length > 0) return
    if (isChoice(part)) {
      const chosen = part.branches.find(({ when }) => when === null || holdsIn(when, askedIn(pen.data, scope)))
      write(chosen?.parts ?? [], scope, writer)
    } else if (isEach(part)) {
      const rows = pen.data.tables[part.table] ?? []
      // A round costs even when it prints nothing: loops inside loops over long tables end here.
      spend(pen, rows.length, part.line)
      for (const [at, row] of rows.entries()) write(part.parts, [{ row, no: at + 1 }, ...scope], writer)
    } else {
      spend(pen, 1, part.line)
      if (pen.faults.length === 0) writer.put(part, scope)
    }
  }
}

const spend = (pen: Pen, parts: number, line: number): void => {
  pen.left -= parts
  if (pen.left < 0 && pen.faults.length === 0) pen.faults.push(tooMuch(line))
}

const askedIn = (data: LetterData, scope: Scope) => ({
  stored: (name: string): unknown => {
    const found = [...scope.map(({ row }) => row.values), data.values, data.words].find((one) =>
      Object.hasOwn(one, name),
    )
    return found?.[name]
  },
  isFilled: (name: string): boolean =>
    (wordOf(name, data, scope) ?? '').trim() !== '' ||
    (Object.hasOwn(data.tables, name) && data.tables[name]?.length !== 0),
})

const filledBlocks = (block: Block, scope: Scope, pen: Pen): FlatBlock[] => {
  const words = (said: Words): FilledWords => filledWords(said, scope, { pen, line: block.line })
  const isSaid = (said: Words): boolean => hasWords(said, pen.data, scope)
  switch (block.kind) {
    case 'paragraph':
      return isSaid(block.words) ? parted(words(block.words)).map((said) => ({ kind: 'paragraph', words: said })) : []
    case 'fact':
      return isSaid(block.value) || block.value.length === 0
        ? [{ kind: 'fact', label: words(block.label), value: words(block.value) }]
        : []
    case 'item':
      return isSaid(block.words) ? [{ ...block, words: words(block.words) }] : []
    case 'heading':
    case 'centered':
      return [{ ...block, words: words(block.words) }]
    case 'annex':
      return [{ kind: 'annex', title: plain(words(block.title)) }]
    case 'table': {
      const rows: FilledWords[][] = []
      write<Row>(block.rows, scope, {
        pen,
        put: (row, inRow) => rows.push(row.cells.map((cell) => filledWords(cell, inRow, { pen, line: row.line }))),
      })
      return rows.length === 0 ? [] : [{ kind: 'table', header: block.header.map(words), aligns: block.aligns, rows }]
    }
    case 'rule':
    case 'new-page':
    case 'form':
      return [{ kind: block.kind }]
  }
}

const filledWords = (said: Words, scope: Scope, { pen, line }: { pen: Pen; line: number }): FilledWords =>
  said.map((span): FilledSpan => {
    const text = 'text' in span ? span.text : wordOf(span.name, pen.data, scope)
    if (text === undefined) pen.faults.push(nothingFills(line, 'name' in span ? span.name : ''))
    pen.room -= text?.length ?? 0
    if (pen.room < 0 && pen.faults.length === 0) pen.faults.push(tooMuch(line))
    return { text: text ?? '', isStrong: span.isStrong }
  })

const wordOf = (name: string, data: LetterData, scope: Scope): string | undefined => {
  if (name === 'no' && scope[0]) return String(scope[0].no)
  return [...scope.map(({ row }) => row.words), data.words].find((one) => Object.hasOwn(one, name))?.[name]
}

const hasWords = (said: Words, data: LetterData, scope: Scope): boolean => {
  const places = said.filter((span) => 'name' in span)
  return places.length === 0
    ? said.length > 0
    : places.some(({ name }) => (wordOf(name, data, scope) ?? 'unknown').trim() !== '')
}

/** An empty line inside what somebody typed parts it into paragraphs. */
const parted = (words: FilledWords): FilledWords[] => {
  const paragraphs: FilledSpan[][] = [[]]
  for (const { text, isStrong } of words) {
    const [first = '', ...rest] = text.split(/\n[^\S\n]*\n/)
    paragraphs.at(-1)?.push({ text: first, isStrong })
    for (const part of rest) paragraphs.push([{ text: part, isStrong }])
  }
  return paragraphs.filter((one) => plain(one).trim() !== '')
}

const plain = (words: FilledWords): string => words.map(({ text }) => text).join('')

const nothingFills = (line: number, name: string): TemplateFault =>
  faultOn(
    line,
    `Isian {${cut(name)}} tidak dikenal untuk surat ini.`,
    `The field {${cut(name)}} is not known for this letter.`,
  )

const tooMuch = (line: number): TemplateFault =>
  faultOn(
    line,
    `Isi surat menjadi terlalu panjang pada bagian ini (lebih dari ${MOST_PARTS} bagian atau ${MOST_PRINTED / 1000} ribu huruf). Kurangi baris tabelnya, atau lampirkan sebagai berkas.`,
    `The letter grows too long at this part (more than ${MOST_PARTS} parts or ${MOST_PRINTED / 1000} thousand characters). Shorten its table, or attach it as a file.`,
  )
