// Sends a drawn sheet as a file: one picture of all pages, one page, or PDF.
import { createHash } from 'node:crypto'
import type { Context } from 'hono'
import type { Picture } from '../../../core/procedure/sheet/picture.ts'
import { svgFile, svgPage } from '../../../core/procedure/sheet/svg.ts'
import type { WebEnv } from '../../visitor.ts'

/** One page where the address names one, else all; null for a page that is not there. */
export const svgAsked = (page: string | undefined, picture: Picture, arms: string | null): string | null => {
  if (page === undefined) return svgFile(picture, arms)
  const found = picture.pages[Number(page) - 1]
  return found ? svgPage(picture, found, arms) : null
}

/** The browser keeps it and asks before it shows it again. Nothing in it may run; arms are a picture inside. */
export const sendSvg = (c: Context<WebEnv>, svg: string): Response => {
  const etag = `"${createHash('sha256').update(svg).digest('base64url')}"`
  const headers = {
    'content-security-policy': "default-src 'none'; img-src data:; sandbox",
    'cache-control': 'private, no-cache',
    etag,
  }
  if (c.req.header('if-none-match') === etag) return c.body(null, 304, headers)
  return c.body(svg, 200, { ...headers, 'content-type': 'image/svg+xml' })
}
