// Where a page of a list ended, carried in the address: a few values, opaque to the reader.
import { z } from 'zod'

/** A moment as the database can hold it: ISO text knows a year 0, PostgreSQL does not. */
export const cursorMoment = z.iso.datetime().refine((text) => !text.startsWith('0000'))

export const encodeCursor = (values: readonly unknown[]): string =>
  Buffer.from(JSON.stringify(values)).toString('base64url')

/** Null for none, and for one that somebody has changed by hand: the list then begins at its first page. */
export const decodeCursor = <T>(text: string | undefined, shape: z.ZodType<T>): T | null => {
  if (!text || text.length > 1000) return null
  try {
    const json = Buffer.from(text, 'base64url').toString('utf8')
    const parsed = shape.safeParse(JSON.parse(json))
    return parsed.success && !json.includes('\\u0000') ? parsed.data : null
  } catch {
    return null
  }
}
