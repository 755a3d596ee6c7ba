// Style sheet, scripts and fonts: their names carry a hash, so a browser may keep them for ever.
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { Readable } from 'node:stream'
import type { Services } from '../services.ts'
import { FAVICON, FAVICON_PATH } from '../ui/mark.tsx'
import type { App } from '../visitor.ts'

const TYPES: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.map': 'application/json',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
}

export const assetRoutes = (app: App, services: Services): void => {
  app.get('/assets/:name', async (c) => {
    const name = c.req.param('name')
    const type = TYPES[extname(name)]
    if (!type || !/^[\w.-]+$/.test(name)) return c.text('Not found', 404)
    const path = join(services.assets.folder, name)
    const file = await stat(path).catch(() => null)
    if (!file?.isFile()) return c.text('Not found', 404)
    const stream = Readable.toWeb(createReadStream(path)) as ReadableStream
    return c.body(stream, 200, {
      'content-type': type,
      'content-length': String(file.size),
      'cache-control': 'public, max-age=31536000, immutable',
    })
  })
  app.get(FAVICON_PATH, (c) =>
    c.body(FAVICON, 200, { 'content-type': 'image/svg+xml', 'cache-control': 'public, max-age=86400' }),
  )
  app.get('/favicon.ico', (c) => c.body(null, 204))
}
