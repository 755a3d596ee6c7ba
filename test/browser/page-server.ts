// Serves pages made in a test with the real style sheet and scripts, under the strict rules of the product.
import { readFile } from 'node:fs/promises'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { basename, extname, join } from 'node:path'
import { type Assets, buildAssets } from '../../src/main/build.ts'
import { FAVICON, FAVICON_PATH } from '../../src/web/ui/mark.tsx'

/** Answers one request; false leaves it to the next, at last to a 404. */
export type Answer = (request: IncomingMessage, response: ServerResponse, assets: Assets) => boolean | Promise<boolean>

export type PageServer = { url: string; close: () => Promise<void> }

const CSP =
  "default-src 'none'; style-src 'self'; script-src 'self'; font-src 'self'; img-src 'self'; connect-src 'self'; " +
  "frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'self'"

const TYPES: Record<string, string> = { '.css': 'text/css', '.js': 'text/javascript', '.woff2': 'font/woff2' }

export async function servePages(answer: Answer): Promise<PageServer> {
  const assets = await buildAssets()
  const server = createServer((request, response) => {
    void (async () => {
      if (await answer(request, response, assets)) return
      if (request.url === FAVICON_PATH)
        return void response.writeHead(200, { 'content-type': 'image/svg+xml' }).end(FAVICON)
      if (await sendAsset(request, response, assets)) return
      response.writeHead(404).end()
    })()
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return {
    url: `http://demak.localhost:${(server.address() as AddressInfo).port}`,
    close: async () => {
      server.closeAllConnections()
      await new Promise((done) => server.close(done))
    },
  }
}

export const sendPage = (response: ServerResponse, html: string, status = 200): true => {
  response.writeHead(status, { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': CSP }).end(html)
  return true
}

const sendAsset = async (request: IncomingMessage, response: ServerResponse, assets: Assets): Promise<boolean> => {
  if (!request.url?.startsWith('/assets/')) return false
  const bytes = await readFile(join(assets.folder, basename(request.url))).catch(() => null)
  if (bytes === null) return false
  response.writeHead(200, { 'content-type': TYPES[extname(request.url)] ?? 'application/octet-stream' }).end(bytes)
  return true
}
