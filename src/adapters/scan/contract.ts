// What every malware scanner must keep: it reads a stream once, says what it found, and says when it could not look.
import { setImmediate } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ScanPort } from './port.ts'
import { OUR_SAMPLE, TEST_VIRUS } from './samples.fixture.ts'

/** `mostBytes`: the largest body that it takes. `pause` takes it away, `resume` brings it back at the same place. */
export type ScannerUnderTest = {
  port: ScanPort
  mostBytes: number
  pause: () => Promise<void>
  resume: () => Promise<void>
  stop: () => Promise<void>
}

async function* inPieces(body: Uint8Array, pieceBytes = body.length || 1): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < body.length; at += pieceBytes) {
    await setImmediate()
    yield body.subarray(at, at + pieceBytes)
  }
}

export const describeScanContract = (scanner: string, make: () => Promise<ScannerUnderTest>) =>
  describe(`${scanner} keeps the contract of a malware scanner`, () => {
    let made: ScannerUnderTest
    beforeAll(async () => {
      made = await make()
    })
    afterAll(() => made.stop())

    const scan = (body: Uint8Array, pieceBytes?: number) => made.port.scan(inPieces(body, pieceBytes))

    test('a letter is clean, and so is a file without a byte', async () => {
      expect(await scan(Buffer.from('%PDF-1.4 surat'))).toEqual({ ok: true, value: { isClean: true } })
      expect(await scan(new Uint8Array())).toEqual({ ok: true, value: { isClean: true } })
    })

    test('the test virus of all scanners is found, and told by name', async () => {
      const found = { ok: true, value: { isClean: false, found: expect.stringMatching(/eicar/i) } }
      expect(await scan(TEST_VIRUS)).toEqual(found)
      expect(await scan(TEST_VIRUS, 7)).toEqual(found)
    })

    test('a pattern is found wherever it stands in a long file, across the border of two pieces too', async () => {
      const long = Buffer.concat([Buffer.alloc(300_000, 'a'), OUR_SAMPLE, Buffer.alloc(300_000, 'b')])
      for (const pieceBytes of [65_536, 300_010])
        expect(await scan(long, pieceBytes)).toEqual({
          ok: true,
          value: { isClean: false, found: expect.stringContaining('Mipp.Contoh') },
        })
    })

    test('eight at once are each told their own', async () => {
      const bodies = Array.from({ length: 8 }, (_, at) => (at % 2 === 0 ? TEST_VIRUS : Buffer.from(`surat ${at}`)))
      const verdicts = await Promise.all(bodies.map((body) => scan(body, 16)))
      expect(verdicts.map((one) => one.ok && one.value.isClean)).toEqual(bodies.map((_, at) => at % 2 === 1))
    })

    test('a file above its limit is not called clean: that is told for good, with what to do', async () => {
      const answer = await scan(Buffer.alloc(made.mostBytes + 500_000), 65_536)
      expect(answer).toMatchObject({ ok: false, retry: false, reason: { id: expect.stringContaining('lebih besar') } })
    })

    test('a body that breaks off is no verdict', async () => {
      const broken = async function* () {
        yield Buffer.from('separuh')
        throw new Error('the disk is away')
      }
      await expect(made.port.scan(broken())).rejects.toThrow('the disk is away')
    })

    test('whoever stops asking is not kept waiting', async () => {
      const stop = new AbortController()
      const endless = async function* () {
        for (;;) {
          await setImmediate()
          yield Buffer.alloc(16)
          stop.abort()
        }
      }
      expect(await made.port.scan(endless(), stop.signal)).toMatchObject({ ok: false, retry: true })
    })

    test('says of itself what it is', async () => {
      expect(await made.port.version()).toEqual({ ok: true, value: expect.stringContaining('ClamAV') })
    })

    test('while it is away it is told that it may be there later; back again it finds as before', async () => {
      await made.pause()
      expect(await scan(TEST_VIRUS)).toMatchObject({ ok: false, retry: true })
      expect(await made.port.version()).toMatchObject({ ok: false, retry: true })
      await made.resume()
      expect(await scan(TEST_VIRUS)).toMatchObject({ ok: true, value: { isClean: false } })
    })
  })
