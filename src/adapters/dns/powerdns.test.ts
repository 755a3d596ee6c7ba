// PowerDNS in bad weather: every trouble ends in plain words, and the key never stands in them.

import { mkdtemp, rm } from 'node:fs/promises'
import type { RequestListener } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { findNobody, startHttp, startSilence, startTcp, type Weather } from '../../../test/support/servers/weather.ts'
import { proveDns } from '../verify.ts'
import type { AutomaticDns, DnsRecord } from './port.ts'
import { createPowerDns } from './powerdns.ts'
import { createStandInDns } from './stand-in.ts'

const zone = 'uji.contoh.go.id'
const apiKey = 'rahasia-sekali'
const record: DnsRecord = { name: `dinas.${zone}`, type: 'A', value: '192.0.2.10', ttlSeconds: 300 }

const running: { stop: () => Promise<void> }[] = []
afterEach(async () => {
  for (const server of running.splice(0)) await server.stop()
})

const portTo = async (server: Promise<Weather>, timeoutMs = 10_000): Promise<AutomaticDns> => {
  const weather = await server
  running.push(weather)
  return createPowerDns({ apiUrl: `${weather.url}/`, apiKey, zone, dns: { host: weather.host, port: 9 }, timeoutMs })
}
const says =
  (status: number, body: string, headers: Record<string, string> = {}): RequestListener =>
  (_request, response) => {
    response.writeHead(status, headers)
    response.end(body)
  }
const everyUse = async (port: AutomaticDns) => [
  await port.lookUp(record.name),
  await port.put(record),
  await port.replace(record),
  await port.remove(record.name),
]
const expectEveryUse = async (port: AutomaticDns, retry: boolean, words: string): Promise<void> => {
  for (const outcome of await everyUse(port)) {
    expect(outcome).toMatchObject({ ok: false, retry, reason: { id: expect.stringContaining(words) } })
    expect(JSON.stringify(outcome)).not.toContain(apiKey)
  }
}

describe('PowerDNS in bad weather', () => {
  test('is down', async () => expectEveryUse(await portTo(findNobody()), true, 'tidak dapat dihubungi'))
  test('never answers', async () => expectEveryUse(await portTo(startSilence(), 200), true, 'dalam 0,2 detik'))
  test('refuses the key', async () =>
    expectEveryUse(await portTo(startHttp(says(401, 'Unauthorized'))), false, 'menolak kunci akses'))
  test('answers with a web page', async () =>
    expectEveryUse(await portTo(startHttp(says(200, '<html>Selamat datang</html>'))), true, 'tidak dapat dibaca'))
  test('answers with JSON of another kind', async () =>
    expectEveryUse(await portTo(startHttp(says(200, '{"rrsets": "banyak"}'))), true, 'tidak dapat dibaca'))
  test('is another web server, that has no such page', async () =>
    expectEveryUse(await portTo(startHttp(says(404, '<html>Not Found</html>'))), true, 'tidak dapat dibaca'))
  test('is not a web server at all', async () =>
    expectEveryUse(
      await portTo(startTcp((socket) => socket.end('220 mail.contoh.go.id ESMTP\r\n'))),
      true,
      'tidak dapat dibaca',
    ))
  test('has trouble of its own', async () =>
    expectEveryUse(await portTo(startHttp(says(500, 'Internal Server Error'))), true, 'HTTP 500'))
  test('closes the door in the middle of a word', async () =>
    expectEveryUse(
      await portTo(
        startHttp((_request, response) => {
          response.writeHead(200, { 'content-length': 1000 })
          response.write('{"rrsets": [', () => response.destroy())
        }),
      ),
      true,
      'tidak dapat dihubungi',
    ))

  test('never stops talking: it is not listened to for ever', async () => {
    const endless: RequestListener = (_request, response) => {
      const piece = Buffer.alloc(1_000_000, '[')
      const more = (): void => {
        while (!response.destroyed && response.write(piece));
        if (!response.destroyed) response.once('drain', more)
      }
      more()
    }
    const port = await portTo(startHttp(endless), 60_000)
    expect(await port.lookUp(record.name)).toMatchObject({
      ok: false,
      retry: false,
      reason: { id: expect.stringContaining('tidak dapat dibaca') },
    })
  })

  test('sends on to another address: the key is not carried there', async () => {
    const seen: unknown[] = []
    const other = await startHttp((request, response) => {
      seen.push(request.headers)
      response.end('{}')
    })
    running.push(other)
    await expectEveryUse(
      await portTo(startHttp(says(302, '', { location: other.url }))),
      false,
      'mengalihkan permintaan',
    )
    expect(seen).toEqual([])
  })

  test('need not be waited for when somebody gives up', async () => {
    const port = await portTo(startSilence())
    const stop = new AbortController()
    const waiting = port.put(record, stop.signal)
    stop.abort()
    expect(await waiting).toMatchObject({
      ok: false,
      retry: true,
      reason: { id: expect.stringContaining('dihentikan') },
    })
  })

  test('takes a record and forgets it: the proof from outside fails in plain words', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'mipp-dns-'))
    const empty = createStandInDns({ zone, file: join(folder, 'zone.json') })
    const dns = await empty.start()
    running.push(empty, { stop: () => rm(folder, { recursive: true }) })
    const web = await startHttp((request, response) => {
      response.writeHead(request.method === 'GET' ? 200 : 204)
      response.end(request.method === 'GET' ? '{"rrsets": []}' : undefined)
    })
    running.push(web)
    const port = createPowerDns({ apiUrl: web.url, apiKey, zone, dns })
    expect(await port.put(record)).toMatchObject({ ok: true })
    const evidence = await proveDns(port, { name: record.name, expected: { type: 'A', value: record.value } })
    expect(evidence.passed).toBe(false)
    expect(evidence.reason?.id).toBe(
      `${record.name} belum dikenal oleh server DNS, padahal seharusnya dijawab A 192.0.2.10.`,
    )
  })
})

describe('a change that PowerDNS itself refuses', () => {
  const refusing =
    (error: string): RequestListener =>
    (request, response) => {
      response.writeHead(request.method === 'GET' ? 200 : 422, { 'content-type': 'application/json' })
      response.end(JSON.stringify(request.method === 'GET' ? { rrsets: [] } : { error }))
    }

  test('because somebody else was faster is told as a conflict of names', async () => {
    const error = `RRset ${record.name}. IN A: Conflicts with pre-existing RRset`
    const outcome = await (await portTo(startHttp(refusing(error)))).put(record)
    expect(outcome).toMatchObject({
      ok: false,
      retry: false,
      reason: { id: expect.stringContaining('sudah memiliki catatan lain') },
    })
  })

  test('for another reason is told in its words', async () => {
    const outcome = await (await portTo(startHttp(refusing('Zona sedang dikunci')))).put(record)
    expect(outcome).toMatchObject({
      ok: false,
      retry: false,
      reason: { id: expect.stringContaining('Zona sedang dikunci') },
    })
  })
})
