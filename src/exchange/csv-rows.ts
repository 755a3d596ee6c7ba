// The rows of a table as spreadsheets save it: semicolons, commas or tabs, quoted cells, lines of any system.

export type CsvRow = { line: number; cells: string[] }

/** Empty lines are left out; `line` is where a row begins in the file. */
export const csvRows = (text: string): CsvRow[] => {
  const plain = text.replace(/^\uFEFF/, '')
  const separator = separatorOf(plain)
  const rows: CsvRow[] = []
  let row: CsvRow = { line: 1, cells: [] }
  let line = 1
  for (const [, quoted, bare = '', end = ''] of plain.matchAll(CELLS[separator])) {
    row.cells.push(quoted === undefined ? bare.trim() : quoted.replaceAll('""', '"').trim())
    line += (quoted ?? '').split('\n').length - 1
    if (end === separator) continue
    if (row.cells.some((cell) => cell !== '')) rows.push(row)
    line += 1
    row = { line, cells: [] }
  }
  return rows
}

type Separator = ';' | ',' | '\t'

/** A cell and what ends it: in quotes, where they may be doubled; or as it stands. */
const CELLS: Record<Separator, RegExp> = {
  ';': /(?:"((?:[^"]|"")*)"|([^;\r\n]*))(;|\r\n|\n|\r|$)/g,
  ',': /(?:"((?:[^"]|"")*)"|([^,\r\n]*))(,|\r\n|\n|\r|$)/g,
  '\t': /(?:"((?:[^"]|"")*)"|([^\t\r\n]*))(\t|\r\n|\n|\r|$)/g,
}

/** The one that stands most often in the first line. */
const separatorOf = (text: string): Separator => {
  const [head = ''] = text.split(/\r?\n/, 1)
  const count = (one: Separator): number => head.split(one).length
  return ([';', ',', '\t'] as const).toSorted((one, other) => count(other) - count(one))[0] ?? ';'
}
