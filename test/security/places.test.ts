// Codes cannot be guessed from one place, and nobody chooses the place they come from.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startOffice, type TestOffice } from '../support/office.ts'

let office: TestOffice
let now = '2026-11-20T02:00:00.000Z'
const later = (minutes: number) => {
  now = new Date(Date.parse(now) + minutes * 60_000).toISOString()
}

beforeAll(async () => {
  const env = { MIPP_TRUSTED_PROXY: '127.0.0.1,10.0.0.0/8' }
  office = await startOffice({ isDemo: false, works: false, now: () => now, env })
})
afterAll(() => office.stop())

describe('the address that somebody says they come from', () => {
  const places = async (forwarded: (n: number) => string) => {
    const guess = (n: number) => office.visitor().get(`/track/AAAAAAAA${10 + n}`, { 'x-forwarded-for': forwarded(n) })
    for (let n = 0; n < 20; n += 1) await guess(n)
    return (await guess(60)).status
  }

  test('is what the last proxy wrote that is not ours; what stands before it was written by the visitor', async () => {
    expect(await places((n) => `192.0.2.${n}, 203.0.113.9`)).toBe(429)
    later(16)
    expect(await places((n) => `192.0.2.${n}, 203.0.113.10, 10.1.2.3`)).toBe(429)
    later(16)
    expect(await places((n) => `203.0.113.11, 192.0.2.${n}`)).toBe(404)
    later(16)
    expect(await places((n) => `bukan alamat ${n}`)).toBe(429)
  })

  test('is not believed from a neighbour who is none of the proxies named', async () => {
    const env = { MIPP_TRUSTED_PROXY: '192.0.2.1' }
    const open = await startOffice({ isDemo: false, works: false, now: () => now, env })
    try {
      const forge = (n: number) =>
        open.visitor().get(`/track/AAAAAAAA${10 + n}`, { 'x-forwarded-for': `203.0.113.${n}` })
      for (let n = 0; n < 20; n += 1) expect((await forge(n)).status).toBe(404)
      expect((await forge(60)).status).toBe(429)
    } finally {
      await open.stop()
    }
  })
})

describe('a code', () => {
  test.each(['track', 'check'])(
    'of the page /%s is guessed twenty times from one place, then not even a right one is answered',
    async (page) => {
      const from = (n: number) => ({ 'x-forwarded-for': `203.0.113.${page === 'track' ? 77 : 78}, 10.0.0.${n}` })
      for (let n = 0; n < 20; n += 1)
        expect((await office.visitor().get(`/${page}/AAAAAAAA${10 + n}`, from(n))).status).toBe(404)
      expect((await office.visitor().get(`/${page}/AAAAAAAAAA`, from(30))).status).toBe(429)
      later(11)
      expect((await office.visitor().get(`/${page}/AAAAAAAAAA`, from(31))).status).toBe(404)
    },
  )
})
