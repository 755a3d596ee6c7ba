// The client of ClamAV against a server that speaks as it does, in good and bad moods.
import { describe, expect, test } from 'vitest'
import { clamdAddress, createClamd } from './clamd.ts'
import { describeScanContract } from './contract.ts'
import { createNoScanner } from './none.ts'
import { OUR_SAMPLE, TEST_VIRUS } from './samples.fixture.ts'
import { type ScannerMood, startStandInClamd } from './stand-in.fixture.ts'

const patterns = [
  { name: 'Eicar-Tiruan', bytes: TEST_VIRUS },
  { name: 'Mipp.Contoh', bytes: OUR_SAMPLE },
]
const mostBytes = 1_000_000

describeScanContract('A stand-in of ClamAV', async () => {
  const server = await startStandInClamd({ patterns, mostBytes })
  const port = createClamd({ address: { host: '127.0.0.1', port: server.port } })
  return { port, mostBytes, pause: server.pause, resume: server.resume, stop: server.stop }
})

async function* letter(): AsyncGenerator<Uint8Array> {
  yield Buffer.from('surat')
}

describe('a scanner that', () => {
  test.each<[ScannerMood, RegExp]>([
    ['silent', /tidak menjawab dalam/],
    ['nonsense', /tidak dapat dibaca/],
    ['failing', /mengalami gangguan/],
  ])('is %s calls nothing clean, and may be asked again', async (mood, said) => {
    const server = await startStandInClamd({ patterns, mostBytes })
    server.mood(mood)
    const port = createClamd({ address: { host: '127.0.0.1', port: server.port }, quietMs: 200 })
    const answer = await port.scan(letter())
    expect(answer).toMatchObject({ ok: false, retry: true, reason: { id: expect.stringMatching(said) } })
    await server.stop()
  })

  test('is not set says so, and calls nothing clean', async () => {
    expect(createNoScanner().isSet).toBe(false)
    expect(await createNoScanner().scan(letter())).toMatchObject({
      ok: false,
      retry: false,
      reason: { id: expect.stringContaining('belum dipasang') },
    })
  })
})

test.each([
  ['/run/clamav/clamd.ctl', { path: '/run/clamav/clamd.ctl' }],
  ['127.0.0.1:3310', { host: '127.0.0.1', port: 3310 }],
  ['tcp://pemindai.kantor:3310', { host: 'pemindai.kantor', port: 3310 }],
  ['[::1]:3310', { host: '::1', port: 3310 }],
  ['pemindai', null],
  ['pemindai:0', null],
  ['pemindai:99999', null],
  ['http://pemindai:80', null],
  ['', null],
])('the address %j of a scanner is read', (text, address) => {
  expect(clamdAddress(text)).toEqual(address)
})
