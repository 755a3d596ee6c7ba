// What MIPP relies on of the eSign client service: of the stand-in always, of a real one where the environment names it.
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { sampleLetter } from '../../../test/support/sample-letter.ts'
import { createTypst } from '../typst/typst.ts'
import { createBsre } from './bsre.ts'
import { type BsreStandIn, STAND_IN_ACCOUNT, STAND_IN_PASSPHRASE, startBsreStandIn } from './bsre-stand-in.ts'
import type { PersonalSigning, Signer } from './port.ts'

const printer = createTypst({ root: fileURLToPath(new URL('../../..', import.meta.url)) })
let letter: Uint8Array
let standIn: BsreStandIn
beforeAll(async () => {
  letter = await printer.renderPdf(sampleLetter())
  standIn = await startBsreStandIn({ now: () => '2026-11-20T03:00:00.000Z' })
})
beforeEach(() => standIn.setMood('signs'))
afterAll(async () => {
  await standIn.stop()
  await printer.close()
})

const {
  MIPP_TEST_BSRE_URL,
  MIPP_TEST_BSRE_USER,
  MIPP_TEST_BSRE_PASSWORD,
  MIPP_TEST_BSRE_NIK,
  MIPP_TEST_BSRE_PASSPHRASE,
} = process.env

type Side = { port: () => PersonalSigning; signer: Signer; passphrase: string }
const NIK = '3321010101900001'
const local = (config: { password?: string; timeoutMs?: number } = {}) =>
  createBsre({ url: standIn.url, ...STAND_IN_ACCOUNT, isStandIn: true, timeoutMs: 2000, ...config })
const SIDES: [string, Side][] = [
  ['the stand-in', { port: () => local(), signer: { nik: NIK }, passphrase: STAND_IN_PASSPHRASE }],
  ...(MIPP_TEST_BSRE_URL
    ? [
        [
          'the real service',
          {
            port: () =>
              createBsre({
                url: MIPP_TEST_BSRE_URL,
                user: MIPP_TEST_BSRE_USER ?? '',
                password: MIPP_TEST_BSRE_PASSWORD ?? '',
              }),
            signer: { nik: MIPP_TEST_BSRE_NIK ?? '' },
            passphrase: MIPP_TEST_BSRE_PASSPHRASE ?? '',
          },
        ] as [string, Side],
      ]
    : []),
]

describe.each(SIDES)('The contract, kept by %s:', (_, { port, signer, passphrase }) => {
  test('a letter comes back signed, with its page inside, and is valid when asked', async () => {
    expect(await port().status(signer)).toEqual({ ok: true, value: null })
    const signed = await port().sign(letter, signer, passphrase)
    if (signed.outcome !== 'signed') throw new Error(signed.reason.id)
    expect(Buffer.from(signed.pdf.subarray(0, letter.length)).equals(Buffer.from(letter))).toBe(true)
    expect(await port().verify(signed.pdf)).toMatchObject({
      ok: true,
      value: { conclusion: expect.stringMatching(/VALID/), signatures: 1 },
    })
    expect(await port().verify(letter)).toMatchObject({
      ok: true,
      value: { conclusion: 'NO_SIGNATURE', signatures: 0 },
    })
  })

  test('a wrong passphrase signs nothing and is told as such', async () => {
    const signed = await port().sign(letter, signer, `${passphrase} keliru`)
    expect(signed).toMatchObject({ outcome: 'failed', reason: { id: expect.stringContaining('Passphrase salah') } })
  })
})

describe('Whatever the service does,', () => {
  test.each([
    ['an unknown signer', '3321010101902011', 'belum terdaftar'],
    ['a signer without a certificate', '3321010101902021', 'belum mempunyai sertifikat'],
  ])('%s is told before and at signing', async (_, nik, says) => {
    const status = await local().status({ nik })
    expect(status.ok ? 'ok' : status.reason.id).toContain(says)
    expect(await local().sign(letter, { nik }, STAND_IN_PASSPHRASE)).toMatchObject({
      outcome: 'failed',
      reason: { id: expect.stringContaining(says) },
    })
  })

  test('a wrong account of the office is told to whoever runs it', async () => {
    const signed = await local({ password: 'lain' }).sign(letter, { nik: NIK }, STAND_IN_PASSPHRASE)
    expect(signed).toMatchObject({ outcome: 'failed', reason: { id: expect.stringContaining('menolak kunci akses') } })
  })

  test('a file it cannot read is a failure', async () => {
    const signed = await local().sign(Buffer.from('%PDF-1.7 broken'), { nik: NIK }, STAND_IN_PASSPHRASE)
    expect(signed).toMatchObject({ outcome: 'failed', reason: { id: expect.stringContaining('tidak dapat membaca') } })
  })

  test.each(['hangs', 'cuts', 'signs-and-cuts'] as const)(
    'one that %s leaves the outcome unknown, and is asked once only',
    async (mood) => {
      standIn.setMood(mood)
      const before = standIn.asked()
      const signed = await local({ timeoutMs: 400 }).sign(letter, { nik: NIK }, STAND_IN_PASSPHRASE)
      expect(signed.outcome).toBe('unknown')
      // It may have been signed: nobody is asked to sign once more.
      expect(JSON.stringify(signed)).not.toMatch(/coba lagi|try again/i)
      expect(standIn.asked()).toBe(before + 1)
      expect(JSON.stringify(signed)).not.toContain(STAND_IN_PASSPHRASE)
    },
  )

  test('one that is not there has signed nothing that we know of', async () => {
    const away = createBsre({ url: 'http://127.0.0.1:9', ...STAND_IN_ACCOUNT, timeoutMs: 400 })
    expect((await away.sign(letter, { nik: NIK }, STAND_IN_PASSPHRASE)).outcome).toBe('unknown')
  })
})
