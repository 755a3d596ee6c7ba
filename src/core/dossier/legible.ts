// Takes out of what people typed the characters that neither a paper nor the database can carry.

/** Control characters but line breaks and tabs, halves of surrogate pairs, and marks that turn the reading direction around. */
const ILLEGIBLE = /(?![\n\t])[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]/gu

/** The same data, every text in it legible. Only for data that JSON can carry. */
export const legible = <T>(data: T): T =>
  JSON.parse(JSON.stringify(data, (_, value) => (typeof value === 'string' ? clean(value) : value)))

/** Browsers send a line break as two signs, but count it as one. */
const clean = (text: string): string => text.replaceAll(/\r\n?/g, '\n').replace(ILLEGIBLE, '')
