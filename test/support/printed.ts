// The words of a PDF that the program made, in the order in which they stand, for tests of what is printed.
import { createPdfText } from '../../src/adapters/pdf-text/pdf-text.ts'
import { projectRoot } from '../../src/main/root.ts'

export const printedWords = async (pdf: Uint8Array): Promise<string> => {
  const reader = createPdfText({ root: projectRoot() })
  try {
    const read = await reader.read(pdf)
    return read.state === 'read' ? read.text.replace(/\s+/g, ' ') : ''
  } finally {
    await reader.close()
  }
}
