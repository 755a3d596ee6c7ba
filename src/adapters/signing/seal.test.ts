// The seal before judges that do not know us: pdfsig of poppler, qpdf and OpenSSL.
import { createHash } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { sampleLetter } from '../../../test/support/sample-letter.ts'
import { judge } from '../../../test/support/servers/pdf-tools.ts'
import type { Outcome } from '../outcome.ts'
import { createTypst } from '../typst/typst.ts'
import { oid } from './der.ts'
import { openKeyFile, type SealKey } from './key-file.ts'
import { makeKeyFile } from './make-key-file.ts'
import { openWorkshop, PASSPHRASE, type StampServer, startStamps } from './openssl.fixture.ts'
import type { Sealed } from './port.ts'
import { createSeal } from './seal.ts'
import { createTimeStamps } from './time-stamp.ts'

const workshop = openWorkshop()
const printer = createTypst({ root: fileURLToPath(new URL('../../..', import.meta.url)) })
let letter: Uint8Array
beforeAll(async () => {
  letter = await printer.renderPdf(sampleLetter())
})
afterAll(async () => {
  workshop.remove()
  await printer.close()
})

const at = new Date(Date.now() + 60_000).toISOString()

const mustOpen = (file: Uint8Array): SealKey => must(openKeyFile(file, PASSPHRASE))
const must = <T>(outcome: Outcome<T>): T => {
  if (!outcome.ok) throw new Error(outcome.reason.id)
  return outcome.value
}
const reasonOf = (outcome: Outcome<unknown>): string => (outcome.ok ? 'ok' : outcome.reason.id)

type Asked = { stamps?: StampServer; withoutTimeStamp?: boolean; timeoutMs?: number; at?: string }

const sealWith = (key: SealKey, { stamps, withoutTimeStamp = false, timeoutMs = 2000, at: when = at }: Asked = {}) =>
  createSeal({
    key: async () => ({ ok: true, value: key }),
    timeStamps: stamps && createTimeStamps({ url: stamps.url, timeoutMs }),
  }).seal(letter, { at: when, withoutTimeStamp })

const stampsThat = async (mood: Parameters<typeof startStamps>[1]): Promise<StampServer> => {
  const stamps = await startStamps(workshop, mood)
  onTestFinished(() => stamps.stop())
  return stamps
}

/** What OpenSSL says of the signature by the rules of CAdES, up to the authority that it is told to trust. */
const judgeByOpenssl = (pdf: Uint8Array): string => {
  const { signed, cms } = takeApart(pdf)
  writeFileSync(join(workshop.folder, 'signed.bin'), signed)
  writeFileSync(join(workshop.folder, 'signature.der'), cms)
  try {
    workshop.openssl(
      ...['cms', '-verify', '-cades', '-binary', '-inform', 'DER', '-in', 'signature.der', '-content', 'signed.bin'],
      ...['-CAfile', 'ca.pem', '-purpose', 'any', '-out', 'none.bin'],
    )
    return 'verified'
  } catch (error) {
    return String(error)
  }
}

const takeApart = (pdf: Uint8Array): { signed: Buffer; cms: Buffer } => {
  const bytes = Buffer.from(pdf)
  const [, a = '', b = '', c = '', d = ''] =
    /\/ByteRange \[(\d+) (\d+) (\d+) (\d+)\]/.exec(bytes.toString('latin1')) ?? []
  const [first, second] = [bytes.subarray(Number(a), Number(b)), bytes.subarray(Number(c), Number(c) + Number(d))]
  const cms = Buffer.from(bytes.subarray(Number(b) + 1, Number(c) - 1).toString('latin1'), 'hex')
  return { signed: Buffer.concat([first, second]), cms: cms.subarray(0, 4 + cms.readUInt16BE(2)) }
}

const KEY_FILES: [string, Parameters<typeof workshop.keyFile>[0]][] = [
  ['an RSA key', {}],
  ['a key on an elliptic curve', { curve: true }],
  ['a key file as older certificate offices give it out', { legacy: true }],
]

describe('A letter sealed', () => {
  test.each(KEY_FILES)(
    'with %s is valid and whole for pdfsig, sound for qpdf, and CAdES for OpenSSL',
    async (_, options) => {
      const { pdf, level, certificate } = must(await sealWith(mustOpen(workshop.keyFile(options))))
      expect(level).toBe('B-B')
      expect(certificate).toMatchObject({ issuer: 'Otoritas Uji' })
      const seen = judge('pdfsig', pdf, '-nocert')
      if (seen) {
        expect(seen.says).toContain('Signature Validation: Signature is Valid.')
        expect(seen.says).toContain('Signature Type: ETSI.CAdES.detached')
        expect(seen.says).toContain('Total document signed')
      }
      const sound = judge('qpdf', pdf, '--check')
      if (sound) expect(sound).toMatchObject({ code: 0, says: expect.stringContaining('No syntax') })
      expect(judgeByOpenssl(pdf)).toBe('verified')
    },
  )

  test('keeps every byte of the page that was frozen, its tags and its PDF/A mark, and has no second clock in it', async () => {
    const { pdf } = must(await sealWith(mustOpen(workshop.keyFile())))
    expect(Buffer.from(pdf.subarray(0, letter.length)).equals(Buffer.from(letter))).toBe(true)
    expect(takeApart(pdf).cms.includes(oid('1.2.840.113549.1.9.5'))).toBe(false)
    const facts = judge('pdfinfo', pdf)
    if (facts) expect(facts.says).toMatch(/Tagged:\s+yes/)
  })

  test('at the same moment with the same key has the same bytes', async () => {
    const key = mustOpen(workshop.keyFile())
    const [one, other] = [must(await sealWith(key)), must(await sealWith(key))]
    expect(Buffer.from(one.pdf).equals(Buffer.from(other.pdf))).toBe(true)
  })

  test('and then changed in a single byte is no longer valid', async () => {
    const { pdf } = must(await sealWith(mustOpen(workshop.keyFile())))
    const changed = Buffer.from(pdf)
    const place = changed.indexOf('/Title')
    changed.writeUInt8((changed[place + 8] ?? 0) ^ 1, place + 8)
    const seen = judge('pdfsig', changed, '-nocert')
    if (seen) expect(seen.says).not.toContain('Signature is Valid')
    expect(judgeByOpenssl(changed)).not.toBe('verified')
  })
})

describe('With a time-stamp service', () => {
  test('the seal reaches B-T: its token stamps this very signature, by the word of OpenSSL', async () => {
    const { pdf, level } = must(await sealWith(mustOpen(workshop.keyFile()), { stamps: await stampsThat('answers') }))
    expect(level).toBe('B-T')
    const seen = judge('pdfsig', pdf, '-nocert')
    if (seen) expect(seen.says).toContain('Signature is Valid')
    const { cms } = takeApart(pdf)
    const attribute = cms.indexOf(oid('1.2.840.113549.1.9.16.2.14'))
    // In front of the attribute two heads of four bytes each, in front of them the 256 bytes of an RSA signature.
    const value = cms.subarray(attribute - 8 - 256, attribute - 8)
    const token = cms.subarray(attribute + oid('1.2.840.113549.1.9.16.2.14').length + 4)
    writeFileSync(join(workshop.folder, 'token.der'), token.subarray(0, 4 + token.readUInt16BE(2)))
    const digest = createHash('sha256').update(value).digest('hex')
    const words = ['ts', '-verify', '-digest', digest, '-in', 'token.der', '-token_in', '-CAfile', 'ca.pem']
    expect(workshop.openssl(...words).toString()).toContain('Verification: OK')
    expect(judgeByOpenssl(pdf)).toBe('verified')
  })

  test.each([
    ['refuses', 'mengalami gangguan'],
    ['hangs', 'tidak menjawab dalam'],
    ['other', 'cap waktu untuk data lain'],
  ] as const)(
    'that %s the letter waits, or goes without where the agency allows it, and says so',
    async (mood, says) => {
      const stamps = await stampsThat(mood)
      const key = mustOpen(workshop.keyFile())
      const waits = await sealWith(key, { stamps, timeoutMs: 300 })
      expect(waits).toMatchObject({ ok: false, retry: true })
      expect(reasonOf(waits)).toContain(says)
      expect(reasonOf(waits)).toContain('menunggu di bawah nomornya')
      const goes: Sealed = must(await sealWith(key, { stamps, timeoutMs: 300, withoutTimeStamp: true }))
      expect(goes.level).toBe('B-B')
      expect(goes.without?.id).toContain(says)
      expect(judgeByOpenssl(goes.pdf)).toBe('verified')
    },
  )
})

describe('Nothing is sealed, and a sentence says why,', () => {
  const selfMade = async (from: string, to: string) =>
    mustOpen(await makeKeyFile({ name: 'Dinas Uji', from, to, isDemo: false, passphrase: PASSPHRASE }))

  test('with a certificate that has ended or not begun', async () => {
    const key = await selfMade('2026-01-01T00:00:00.000Z', '2026-06-01T00:00:00.000Z')
    expect(reasonOf(await sealWith(key, { at: '2026-06-01T00:00:00.000Z' }))).toContain('berakhir pada 2026-06-01')
    expect(reasonOf(await sealWith(key, { at: '2025-12-31T23:59:59.000Z' }))).toContain('berlaku mulai 2026-01-01')
    expect((await sealWith(key, { at: '2026-03-01T00:00:00.000Z' })).ok).toBe(true)
  })

  test('with a wrong passphrase, a file of another kind, or a key that is not that of the certificate', () => {
    expect(reasonOf(openKeyFile(workshop.keyFile(), 'bukan ini'))).toContain('Kata sandi')
    expect(reasonOf(openKeyFile(Buffer.from('bukan p12'), PASSPHRASE))).toContain('bukan PKCS#12')
    expect(reasonOf(openKeyFile(workshop.unpairedKeyFile(), PASSPHRASE))).toContain('bukan pasangan')
  })

  test('into a file that our press has not made', async () => {
    const seal = createSeal({ key: async () => openKeyFile(workshop.keyFile(), PASSPHRASE) })
    const other = await seal.seal(Buffer.from('%PDF-1.7\nnothing'), { at, withoutTimeStamp: false })
    expect(reasonOf(other)).toContain('tidak dapat dipasang')
  })
})
