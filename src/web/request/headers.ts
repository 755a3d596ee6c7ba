// Headers that every answer carries: nothing foreign runs, nothing frames us, private pages are not cached.
import type { MiddlewareHandler } from 'hono'
import type { WebEnv } from '../visitor.ts'

const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "font-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
].join('; ')

export const securityHeaders =
  (isSecure: boolean): MiddlewareHandler<WebEnv> =>
  async (c, next) => {
    await next()
    const { headers } = c.res
    if (!headers.has('content-security-policy')) headers.set('content-security-policy', CONTENT_SECURITY_POLICY)
    headers.set('x-content-type-options', 'nosniff')
    headers.set('x-frame-options', 'DENY')
    headers.set('referrer-policy', 'same-origin')
    headers.set('cross-origin-opener-policy', 'same-origin')
    headers.set('cross-origin-resource-policy', 'same-origin')
    headers.set('permissions-policy', 'camera=(), microphone=(), geolocation=(), payment=()')
    headers.set('x-request-id', c.get('requestId'))
    if (isSecure) headers.set('strict-transport-security', 'max-age=31536000')
    if (!headers.has('cache-control')) headers.set('cache-control', 'no-store')
  }

/** For a paper that somebody uploaded: downloaded, never run, whatever its bytes are. */
export const downloadHeaders = (name: string, mime: string): Record<string, string> => ({
  'content-type': mime,
  'content-disposition': `attachment; filename="${asciiName(name)}"; filename*=UTF-8''${extendedName(name)}`,
  'content-security-policy': "default-src 'none'; sandbox",
  'cache-control': 'private, no-store',
})

/** RFC 5987: these four are no letters of a value there. */
const extendedName = (name: string): string =>
  encodeURIComponent(name).replaceAll(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)

const asciiName = (name: string): string => name.replaceAll(/[^\w. -]/g, '_')
