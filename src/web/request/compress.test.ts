import { request } from 'node:http'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startOffice, type TestOffice } from '../../../test/support/office.ts'

let office: TestOffice

beforeAll(async () => {
  office = await startOffice({ works: false })
})
afterAll(() => office.stop())

type Answer = { status: number; headers: Record<string, unknown>; body: Buffer }

const ask = (path: string, accepted: string, method = 'GET'): Promise<Answer> =>
  new Promise((answered, failed) => {
    const headers = { host: 'demak.localhost', 'accept-encoding': accepted }
    const asked = request({ host: '127.0.0.1', port: office.port, path, method, headers }, (answer) => {
      const pieces: Buffer[] = []
      answer.on('data', (piece: Buffer) => pieces.push(piece))
      answer.on('end', () =>
        answered({ status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(pieces) }),
      )
    })
    asked.once('error', failed)
    asked.end()
  })

describe('An answer', () => {
  test('is sent compressed to a browser that takes it so, and means the same', async () => {
    const plain = await ask('/track', '')
    expect(plain.headers).not.toHaveProperty('content-encoding')
    for (const [accepted, encoding, unpack] of [
      ['gzip, deflate, br, zstd', 'br', brotliDecompressSync],
      ['gzip', 'gzip', gunzipSync],
      ['br;q=0, gzip;q=0.5', 'gzip', gunzipSync],
    ] as const) {
      const packed = await ask('/track', accepted)
      expect(packed.headers).toMatchObject({
        'content-encoding': encoding,
        'content-length': `${packed.body.length}`,
        vary: 'accept-encoding',
        'content-security-policy': plain.headers['content-security-policy'],
      })
      expect(packed.body.length).toBeLessThan(plain.body.length / 2)
      expect(unpack(packed.body).toString()).toBe(plain.body.toString())
    }
  })

  test('of an asset is the same each time, and the whole first visit is small', async () => {
    const page = await ask('/', 'br')
    const names = [
      ...brotliDecompressSync(page.body)
        .toString()
        .matchAll(/"(\/assets\/[\w.-]+\.(?:css|js))"/g),
    ]
    const assets = []
    for (const [, path = ''] of names) {
      const [plain, first, second] = [await ask(path, ''), await ask(path, 'br'), await ask(path, 'br')]
      expect(brotliDecompressSync(first.body).equals(plain.body)).toBe(true)
      expect(second).toEqual({
        ...first,
        headers: { ...first.headers, date: second.headers.date, 'x-request-id': second.headers['x-request-id'] },
      })
      assets.push(first.body.length)
    }
    expect(assets.length).toBeGreaterThanOrEqual(2)
    expect([page.body.length, ...assets].reduce((sum, size) => sum + size, 0)).toBeLessThan(30_000)
  })

  test('without a body has no encoding, and pages that are not found come compressed as well', async () => {
    expect((await ask('/track', 'br', 'HEAD')).body.length).toBe(0)
    expect((await ask('/favicon.ico', 'br')).headers).not.toHaveProperty('content-encoding')
    const lost = await ask('/tidak-ada', 'br')
    expect([lost.status, lost.headers['content-encoding']]).toEqual([404, 'br'])
  })
})

test('the key of the forms stands on no two pages alike, so that lengths tell nothing of it', async () => {
  const visit = await office.as('pelaksana')
  const keys = [await visit.get('/work'), await visit.get('/work')].map(
    ({ text }) => /name="csrf" value="([^"]+)"/.exec(text)?.[1] ?? '',
  )
  expect(new Set(keys).size).toBe(2)
  const heldBack = async (key: string): Promise<boolean> => {
    visit.csrf = key
    // With a wrong key the page would be shown again, with what was typed.
    return (await visit.post('/account', { name: '' })).location === '/account?restore=1'
  }
  for (const key of keys) expect(await heldBack(key)).toBe(false)
  expect(await heldBack(`x${keys[0]}`)).toBe(true)
})
