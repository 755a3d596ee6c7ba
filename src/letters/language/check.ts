// Whether a template fits what it speaks of: names that nothing fills, tables that are none, answers nobody can give.
import { cut, faultOn, meantOf } from './faults.ts'
import {
  type Block,
  type Condition,
  type Flow,
  isChoice,
  isEach,
  type Known,
  type LetterTemplate,
  type Row,
  type TemplateFault,
  type Text,
  type Words,
} from './template.ts'

/** @param known of the form that the letter answers and of the template's own fields */
export const templateFaults = (template: LetterTemplate, known: Known): TemplateFault[] => {
  const { subject, copies, addressee, about, signed, body } = template
  const parties = [signed.other, signed.knows].flatMap((one) => (one ? [one.as, one.post, one.name] : []))
  return [subject, copies, addressee, about, signed.as, ...parties, body]
    .flatMap((text) => textFaults(text, known))
    .toSorted((a, b) => a.line - b.line)
}

export const textFaults = (text: Text, known: Known): TemplateFault[] =>
  flowFaults(text, { known, columns: [] }, blockFaults)

/** `columns` of the table fields that are repeated around this place. */
type Place = { known: Known; columns: readonly string[] }

const flowFaults = <Part extends { kind: string; line: number }>(
  parts: readonly Flow<Part>[],
  place: Place,
  ofPart: (part: Part, place: Place) => TemplateFault[],
): TemplateFault[] =>
  parts.flatMap((part) => {
    if (isChoice(part))
      return part.branches.flatMap((branch) => [
        ...(branch.when ?? []).flatMap((test) => testFaults(branch.line, test, place)),
        ...flowFaults(branch.parts, place, ofPart),
      ])
    if (!isEach(part)) return ofPart(part, place)
    const columns = Object.hasOwn(place.known.tables, part.table) ? place.known.tables[part.table] : undefined
    if (columns === undefined) return [notATable(part.line, part.table, place.known)]
    return flowFaults(part.parts, { ...place, columns: ['no', ...columns, ...place.columns] }, ofPart)
  })

const blockFaults = (block: Block, place: Place): TemplateFault[] => {
  const of = (words: Words): TemplateFault[] => wordFaults(block.line, words, place)
  switch (block.kind) {
    case 'paragraph':
    case 'item':
    case 'heading':
    case 'centered':
      return of(block.words)
    case 'fact':
      return [...of(block.label), ...of(block.value)]
    case 'annex':
      return of(block.title)
    case 'table':
      return [
        ...block.header.flatMap(of),
        ...flowFaults<Row>(block.rows, place, (row, inRow) =>
          row.cells.flatMap((cell) => wordFaults(row.line, cell, inRow)),
        ),
      ]
    case 'rule':
    case 'new-page':
    case 'form':
      return []
  }
}

const wordFaults = (line: number, words: Words, place: Place): TemplateFault[] =>
  words.flatMap((span) => ('name' in span ? nameFaults(line, span.name, place) : []))

const nameFaults = (line: number, name: string, { known, columns }: Place): TemplateFault[] => {
  if (known.names.includes(name) || columns.includes(name)) return []
  if (known.confidential.includes(name.split('.')[0] ?? '')) return [isConfidential(line, name)]
  const meant = meantOf(name, [...columns, ...known.names], ['{', '}'])
  const inLoop = Object.values(known.tables).some((list) => list.includes(name)) || name === 'no'
  const [id, en] = inLoop
    ? [
        ' Kolom tabel hanya dikenal di antara [ulang ...] dan [selesai].',
        ' Columns are known between [ulang ...] and [selesai] only.',
      ]
    : [meant.id, meant.en]
  return [
    faultOn(
      line,
      `Isian {${cut(name)}} tidak dikenal untuk surat ini.${id}`,
      `The field {${cut(name)}} is not known for this letter.${en}`,
    ),
  ]
}

const testFaults = (line: number, test: Condition[number], { known, columns }: Place): TemplateFault[] => {
  const names = [...columns, ...known.names, ...known.confidential]
  if (!names.includes(test.name)) {
    const meant = meantOf(test.name, names, ['"', '"'])
    return [
      faultOn(
        line,
        `Syarat menanyakan isian "${cut(test.name)}" yang tidak ada.${meant.id}`,
        `The condition asks about "${cut(test.name)}", which does not exist.${meant.en}`,
      ),
    ]
  }
  const options = Object.hasOwn(known.options, test.name) ? (known.options[test.name] ?? []) : []
  if (!('values' in test) || options.length === 0 || columns.includes(test.name)) return []
  return test.values
    .filter((value) => !options.includes(value))
    .map((value) => noSuchAnswer(line, test.name, { value, options }))
}

const noSuchAnswer = (
  line: number,
  name: string,
  { value, options }: { value: string; options: readonly string[] },
) => {
  const meant = meantOf(value, options, ['"', '"'])
  return faultOn(
    line,
    `Isian "${name}" tidak pernah bernilai "${cut(value)}".${meant.id} Pilihannya: ${options.join(', ')}.`,
    `The field "${name}" never is "${cut(value)}".${meant.en} It may be: ${options.join(', ')}.`,
  )
}

const notATable = (line: number, name: string, known: Known): TemplateFault => {
  const tables = Object.keys(known.tables)
  const meant = meantOf(name, tables, ['[ulang ', ']'])
  const [id, en] =
    tables.length > 0
      ? [` Tabel yang ada: ${tables.join(', ')}.`, ` Tables there are: ${tables.join(', ')}.`]
      : ['', '']
  return faultOn(
    line,
    `[ulang ${cut(name)}] tidak menyebut isian berbentuk tabel.${meant.id}${id}`,
    `[ulang ${cut(name)}] names no field that is a table.${meant.en}${en}`,
  )
}

const isConfidential = (line: number, name: string): TemplateFault =>
  faultOn(
    line,
    `Isian {${cut(name)}} dirahasiakan (confidential), sehingga tidak boleh tercetak dalam surat.`,
    `The field {${cut(name)}} is confidential, so no letter may print it.`,
  )
