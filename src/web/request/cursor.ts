// Where a page of a list ended, carried in the address: a few values, opaque to the reader.
import type { z } from 'zod'

export const encodeCursor = (values: readonly unknown[]): string =>
  Buffer.from(JSON.stringify(values)).toString('base64url')

/** Null for none, and for one that somebody has changed by hand: the list then begins at its first page. */
export const decodeCursor = <T>(text: string | undefined, shape: z.ZodType<T>): T | null => {
  if (!text || text.length > 1000) return null
  try {
    const parsed = shape.safeParse(JSON.parse(Buffer.from(text, 'base64url').toString('utf8')))
    return parsed.success ? parsed.data : null
  } catch {
    return null
  }
}
