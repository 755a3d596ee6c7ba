// Sends a picture of a page, in one of two sizes: to read on the page, or large.
import type { Context } from 'hono'
import type { WebEnv } from '../../visitor.ts'
import { PAGE_WIDTH } from './paper-pages.tsx'

const LARGE_WIDTH = 1600

/** Two sizes only: a reader cannot ask the server for endless work. */
export const widthOf = (c: Context<WebEnv>): number => (c.req.query('size') === 'large' ? LARGE_WIDTH : PAGE_WIDTH)

/** Kept by the reader's own browser for a while: leafing back does not draw again. */
export const sendPicture = (c: Context<WebEnv>, bytes: Uint8Array, mime: string): Response =>
  c.body(Uint8Array.from(bytes), 200, {
    'content-type': mime,
    'content-disposition': 'inline',
    'content-security-policy': "default-src 'none'; sandbox",
    'cache-control': 'private, max-age=600',
  })

/** A PDF that this office made itself may be shown by the browser's reader, which needs its own style. */
export const sendOwnPdf = (c: Context<WebEnv>, bytes: Uint8Array, name: string): Response =>
  c.body(Uint8Array.from(bytes), 200, {
    'content-type': 'application/pdf',
    'content-disposition': `inline; filename="${name.replaceAll(/[^\w. -]/g, '_')}"`,
    'content-security-policy':
      "default-src 'none'; style-src 'unsafe-inline'; object-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
    'cache-control': 'private, no-store',
  })
