// Looking at a site as a visitor would, and never at a server that is not ours.

import type { RequestListener } from 'node:http'
import { afterEach, describe, expect, test } from 'vitest'
import { findNobody, startHttp, startSilence, startTcp, type Weather } from '../../../test/support/servers/weather.ts'
import { createHttpProbe } from './http.ts'

const running: Weather[] = []
afterEach(async () => {
  for (const server of running.splice(0)) await server.stop()
})
const host = 'dinas.uji.contoh.go.id'

const look = async (
  server: Promise<Weather>,
  more: { host?: string; timeoutMs?: number; signal?: AbortSignal } = {},
) => {
  const weather = await server
  running.push(weather)
  const at = { address: weather.host, port: weather.port }
  const probe = createHttpProbe({ allowed: () => [at], ...(more.timeoutMs ? { timeoutMs: more.timeoutMs } : {}) })
  return probe({ host: more.host ?? host, ...at }, more.signal)
}

describe('looking at a site', () => {
  test('tells status and size, and asks for the site by its name', async () => {
    const listener: RequestListener = (request, response) => response.end(request.headers.host)
    expect(await look(startHttp(listener))).toEqual({
      ok: true,
      value: { status: 200, bytes: host.length, ms: expect.any(Number), isCut: false, text: host },
    })
  })

  test('does not follow a redirect to somewhere else', async () => {
    let visits = 0
    const elsewhere = await startHttp((_request, response) => {
      visits += 1
      response.end()
    })
    running.push(elsewhere)
    const listener: RequestListener = (_request, response) => response.writeHead(301, { location: elsewhere.url }).end()
    expect(await look(startHttp(listener))).toMatchObject({ ok: true, value: { status: 301 } })
    expect(visits).toBe(0)
  })

  test('reads no more than it needs of a page without end', async () => {
    const listener: RequestListener = (_request, response) => {
      const more = (): void => {
        while (!response.destroyed && response.write(Buffer.alloc(16_384)));
        response.once('drain', more)
      }
      more()
    }
    expect(await look(startHttp(listener))).toMatchObject({
      ok: true,
      value: { status: 200, bytes: 65_536, isCut: true },
    })
  })
})

describe('a web server in bad weather', () => {
  test('is gone', async () => {
    expect(await look(findNobody())).toMatchObject({
      ok: false,
      retry: true,
      reason: { id: expect.stringContaining('tidak dapat dihubungi') },
    })
  })

  test('never answers', async () => {
    expect(await look(startSilence(), { timeoutMs: 200 })).toMatchObject({
      ok: false,
      retry: true,
      reason: { id: expect.stringContaining('0,2 detik') },
    })
  })

  test('begins to answer and stops in the middle', async () => {
    const listener: RequestListener = (_request, response) => void response.write('<html>')
    expect(await look(startHttp(listener), { timeoutMs: 200 })).toMatchObject({
      ok: false,
      retry: true,
      reason: { en: expect.stringContaining('did not answer') },
    })
  })

  test('hangs up in the middle', async () => {
    const cut = startTcp((socket) => socket.end('HTTP/1.1 200 OK\r\ncontent-length: 99\r\n\r\nabc'))
    expect(await look(cut)).toMatchObject({
      ok: false,
      retry: true,
      reason: { id: expect.stringContaining('tidak dapat dihubungi') },
    })
  })

  test('is no web server', async () => {
    const mail = startTcp((socket) => socket.end('220 mail.contoh.go.id ESMTP\r\n'))
    expect(await look(mail)).toMatchObject({
      ok: false,
      retry: true,
      reason: { id: expect.stringContaining('tidak dapat dibaca') },
    })
  })

  test('need not be waited for when somebody gives up', async () => {
    expect(await look(startSilence(), { signal: AbortSignal.abort() })).toMatchObject({
      ok: false,
      retry: true,
      reason: { en: expect.stringContaining('was stopped') },
    })
  })
})

describe('what an applicant writes', () => {
  test('never leads to a server that is not in the settings of the office', async () => {
    let visits = 0
    const inside = await startTcp(() => {
      visits += 1
    })
    running.push(inside)
    const ours = { address: '127.0.0.1', port: 1 }
    const probe = createHttpProbe({ allowed: () => [ours] })
    const targets = [
      { address: '127.0.0.1', port: inside.port },
      { address: 'localhost', port: 1 },
      { address: '169.254.169.254', port: 80 },
    ]
    for (const target of targets) {
      expect(await probe({ host, ...target })).toMatchObject({
        ok: false,
        retry: false,
        reason: { id: expect.stringContaining('tidak terdaftar') },
      })
    }
    expect(visits).toBe(0)
  })

  test.each(['dinas.go.id\r\nX-Jahat: ya', 'http://dinas.go.id/', ''])(
    'cannot put %j into the question',
    async (jahat) => {
      expect(await look(startSilence(), { host: jahat })).toMatchObject({
        ok: false,
        retry: false,
        reason: { id: expect.stringContaining('bukan nama domain') },
      })
    },
  )
})
