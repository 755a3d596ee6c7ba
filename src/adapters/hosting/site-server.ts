// A small web server on this machine that answers by the Host header, for the spaces that it is told of.

import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { Endpoint } from './port.ts'
import { isSecretOf } from './secret.ts'

export type Site = { name: string; account: string; secretHash: string }

export type FindSite = (host: string) => Promise<Site | null>

export type SiteServer = { port: number; stop: () => Promise<void> }

type Page = { status: number; title: string; text: string; headers?: Record<string, string> }

export const startSiteServer = async ({ address, port }: Endpoint, find: FindSite): Promise<SiteServer> => {
  const server = createServer({ requestTimeout: 10_000 }, (request, response) => {
    pageFor(request, find).then(
      (page) => send(response, page),
      () =>
        send(response, {
          status: 500,
          title: 'Gangguan',
          text: 'Server hosting peragaan tidak dapat membaca datanya.',
        }),
    )
  })
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  server.once('error', reject)
  server.listen(port, address, resolve)
  await promise
  const bound = server.address()
  return {
    port: typeof bound === 'object' && bound ? bound.port : port,
    stop: () => {
      const closed = new Promise<void>((done) => server.close(() => done()))
      server.closeAllConnections()
      return closed
    },
  }
}

const pageFor = async (request: IncomingMessage, find: FindSite): Promise<Page> => {
  const host = (request.headers.host ?? '').replace(/:\d+$/, '').toLowerCase()
  const site = await find(host)
  if (!site)
    return { status: 404, title: 'Situs tidak ditemukan', text: 'Tidak ada situs dengan nama ini di server ini.' }
  const path = request.url?.split('?')[0]
  if (path === '/')
    return {
      status: 200,
      title: `Situs ${site.name} siap`,
      text: 'Ruang hosting ini sudah dibuat dan menunggu isinya.',
    }
  if (path === '/masuk') return signInPage(site, request.headers.authorization)
  return { status: 404, title: 'Halaman tidak ditemukan', text: `Halaman ini belum ada di ${site.name}.` }
}

/** Lets the holder try the account that the letter announced. */
const signInPage = (site: Site, authorization = ''): Page => {
  const [account, secret] = credentials(authorization)
  if (account === site.account && isSecretOf(secret, site.secretHash)) {
    return { status: 200, title: 'Anda sudah masuk', text: `Akun ${site.account} di ${site.name} dapat dipakai.` }
  }
  const headers = { 'www-authenticate': 'Basic realm="hosting", charset="UTF-8"' }
  return { status: 401, title: 'Silakan masuk', text: 'Nama akun atau kata sandi belum benar.', headers }
}

const credentials = (authorization: string): [string, string] => {
  const [kind, code = ''] = authorization.split(' ')
  if (kind?.toLowerCase() !== 'basic') return ['', '']
  const pair = Buffer.from(code, 'base64').toString('utf8')
  const colon = pair.indexOf(':')
  return colon < 0 ? ['', ''] : [pair.slice(0, colon), pair.slice(colon + 1)]
}

const send = (response: ServerResponse, { status, title, text, headers }: Page): void => {
  response.writeHead(status, {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'",
    ...headers,
  })
  response.end(`<!doctype html>
<html lang="id">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>:root { color-scheme: light dark } body { font: 1.125rem/1.6 system-ui, sans-serif; max-inline-size: 40rem; margin: 15vh auto; padding: 1rem }</style>
<h1>${title}</h1>
<p>${text}</p>
</html>
`)
}
