// Sends a picture of a page, in one of three sizes: to tell it from others, to read on the page, or large.
import { createHash } from 'node:crypto'
import type { Context } from 'hono'
import type { WebEnv } from '../../visitor.ts'
import { PAGE_WIDTH } from './paper-pages.tsx'

const LARGE_WIDTH = 1600

const SMALL_WIDTH = 200

/** To tell it from others, in a list. */
export const isSmall = (c: Context<WebEnv>): boolean => c.req.query('size') === 'small'

/** Three sizes only: a reader cannot ask the server for endless work. */
export const widthOf = (c: Context<WebEnv>): number => {
  if (isSmall(c)) return SMALL_WIDTH
  return c.req.query('size') === 'large' ? LARGE_WIDTH : PAGE_WIDTH
}

/**
 * The reader's browser keeps it and asks before it shows it again: leafing back sends no bytes, and whoever sits there
 * next and may not see it is shown nothing.
 */
export const sendPicture = (c: Context<WebEnv>, bytes: Uint8Array, mime: string): Response => {
  const etag = `"${createHash('sha256').update(bytes).digest('base64url')}"`
  const headers = {
    'content-security-policy': "default-src 'none'; sandbox",
    'cache-control': 'private, no-cache',
    etag,
  }
  if (c.req.header('if-none-match') === etag) return c.body(null, 304, headers)
  return c.body(Uint8Array.from(bytes), 200, { ...headers, 'content-type': mime, 'content-disposition': 'inline' })
}

/** A PDF that this office made itself may be shown by the browser's reader, which needs its own style. */
export const sendOwnPdf = (c: Context<WebEnv>, bytes: Uint8Array, name: string): Response =>
  c.body(Uint8Array.from(bytes), 200, {
    'content-type': 'application/pdf',
    'content-disposition': `inline; filename="${name.replaceAll(/[^\w. -]/g, '_')}"`,
    'content-security-policy':
      "default-src 'none'; style-src 'unsafe-inline'; object-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
    'cache-control': 'private, no-store',
  })
