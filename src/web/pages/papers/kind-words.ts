// What kind of file a paper is, in a word that everybody knows.
import type { Text } from '../../text/text.ts'

export const kindWords = ({ viewer }: Text, mime: string): string => {
  const { pdf, picture, other } = viewer.kinds
  if (mime === 'application/pdf') return pdf
  return mime.startsWith('image/') ? picture : other
}
