// A table as a spreadsheet saves it: semicolons or commas, quoted cells, a mark of its byte order or none.

export type CsvRow = { line: number; cells: string[] }

/** Empty lines are passed over; `line` is where a row begins in the file. */
export const readCsv = (text: string): CsvRow[] => {
  const plain = text.replace(/^\uFEFF/, '')
  const separator = separatorOf(plain)
  const rows: CsvRow[] = []
  const reading = { at: 0, line: 1 }
  while (reading.at < plain.length) {
    const { line } = reading
    const cells = readRow(plain, separator, reading)
    if (cells.some((cell) => cell !== '') && !/^sep=.$/i.test(cells.join(separator))) rows.push({ line, cells })
  }
  return rows
}

/** Whichever the first line has more of, outside of quotes; an Indonesian spreadsheet writes semicolons. */
const separatorOf = (text: string): ';' | ',' => {
  const [first = ''] = text.split(/\r?\n/, 1)
  const bare = first.replaceAll(/"[^"]*"/g, '')
  return bare.split(',').length > bare.split(';').length ? ',' : ';'
}

type Reading = { at: number; line: number }

const readRow = (text: string, separator: string, reading: Reading): string[] => {
  const cells: string[] = []
  for (;;) {
    cells.push(tidy(readCell(text, separator, reading)))
    const sign = text[reading.at]
    reading.at += 1
    if (sign === separator) continue
    if (sign === '\r' && text[reading.at] === '\n') reading.at += 1
    reading.line += 1
    return cells
  }
}

const readCell = (text: string, separator: string, reading: Reading): string => {
  if (text[reading.at] === '"') return readQuoted(text, separator, reading)
  const from = reading.at
  while (reading.at < text.length && !isEnd(text[reading.at], separator)) reading.at += 1
  return text.slice(from, reading.at)
}

const isEnd = (sign: string | undefined, separator: string): boolean =>
  sign === separator || sign === '\n' || sign === '\r'

/** A doubled quote is one; what stands behind the closing one belongs to the cell as it is. */
const readQuoted = (text: string, separator: string, reading: Reading): string => {
  let cell = ''
  for (reading.at += 1; reading.at < text.length; reading.at += 1) {
    const sign = text[reading.at] ?? ''
    if (sign === '"' && text[reading.at + 1] !== '"') {
      reading.at += 1
      const from = reading.at
      while (reading.at < text.length && !isEnd(text[reading.at], separator)) reading.at += 1
      return cell + text.slice(from, reading.at)
    }
    if (sign === '"') reading.at += 1
    if (sign === '\n') reading.line += 1
    cell += sign
  }
  return cell
}

/** Blanks at the ends are nothing that anybody typed on purpose; our own apostrophe before a formula is taken off. */
const tidy = (cell: string): string => {
  const bare = cell.trim()
  return /^'[\s\u00a0]*[=+\-@]/.test(bare) ? bare.slice(1).trim() : bare
}
