// A table as people open it in a spreadsheet: semicolons as in Indonesia, quoted, and nothing that the sheet would calculate.

/** With it a spreadsheet reads the file as UTF-8. */
export const BYTE_ORDER_MARK = '\uFEFF'

/** One row with its end of line. */
export const csvRow = (cells: readonly string[]): string => `${cells.map(csvCell).join(';')}\r\n`

/** What begins like a formula is made text by an apostrophe, also behind blanks, which spreadsheets pass over. */
const csvCell = (text: string): string => {
  const harmless = /^[\s\u00a0]*[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[";\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
}
