// Takes out of what people typed the characters that neither a paper nor the database can carry.

/** Control characters but line breaks and tabs, and halves of surrogate pairs. */
const ILLEGIBLE = /(?![\n\r\t])[\p{Cc}\p{Cs}]/gu

/** The same data, every text in it legible. Only for data that JSON can carry. */
export const legible = <T>(data: T): T =>
  JSON.parse(JSON.stringify(data, (_, value) => (typeof value === 'string' ? value.replace(ILLEGIBLE, '') : value)))
