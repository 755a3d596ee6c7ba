// The agency's certificate and key as they come from a PKCS#12 file, checked before anything is signed with them.
import { createPrivateKey, type KeyObject, X509Certificate } from 'node:crypto'
import forge from 'node-forge'
import { type Sentence, sentence } from '../../core/sentence.ts'
import { good, lasting, type Outcome } from '../outcome.ts'
import type { SealCertificate } from './port.ts'

export type SealKey = {
  key: KeyObject
  /** DER, as it stands in the signature. */
  certificate: Buffer
  /** Those above it, as far as the file has them. */
  chain: Buffer[]
  shown: SealCertificate
}

/** Signed by itself and made here: good for trying out, never for a letter that somebody relies on. */
export const DEMO_UNIT = 'PERAGAAN - bukan untuk surat resmi'

/** @param file the bytes of a .p12 or .pfx */
export const openKeyFile = (file: Uint8Array, passphrase: string): Outcome<SealKey> => {
  const bags = readBags(file, passphrase)
  if (typeof bags === 'string') return lasting(bags === 'locked' ? wrongPassphrase : notAKeyFile)
  const [key] = bags.keys
  if (!key) return lasting(hasNoKey)
  const own = bags.certificates.find((one) => new X509Certificate(one).checkPrivateKey(key))
  if (!own) return lasting(bags.certificates.length === 0 ? hasNoCertificate : keyIsOfAnother)
  if (key.asymmetricKeyType !== 'rsa' && key.asymmetricKeyType !== 'ec') return lasting(otherKind)
  const chain = bags.certificates.filter((one) => one !== own)
  return good({ key, certificate: own, chain, shown: shownOf(own) })
}

/** Why it cannot seal today; null where it can. */
export const certificateFault = ({ startsAt, endsAt }: SealCertificate, now: string): Sentence | null => {
  if (Date.parse(now) < Date.parse(startsAt)) return notYet(startsAt)
  return Date.parse(now) >= Date.parse(endsAt) ? hasEnded(endsAt) : null
}

type Bags = { keys: KeyObject[]; certificates: Buffer[] }

const readBags = (file: Uint8Array, passphrase: string): Bags | 'locked' | 'broken' => {
  try {
    const asn1 = forge.asn1.fromDer(forge.util.createBuffer(Buffer.from(file).toString('binary')))
    const p12 = forge.pkcs12.pkcs12FromAsn1(asn1, passphrase)
    const bags = p12.safeContents.flatMap((one) => one.safeBags)
    return {
      keys: bags.flatMap((bag) => keyOf(bag) ?? []),
      certificates: bags.flatMap((bag) => certificateOf(bag) ?? []),
    }
  } catch (error) {
    return error instanceof Error && /password|MAC|decrypt/i.test(error.message) ? 'locked' : 'broken'
  }
}

const { keyBag, pkcs8ShroudedKeyBag, certBag } = forge.pki.oids

const keyOf = (bag: forge.pkcs12.Bag): KeyObject | null => {
  if (bag.type !== keyBag && bag.type !== pkcs8ShroudedKeyBag) return null
  // Keys on elliptic curves are none that the reader knows; they come as they stand in the file.
  const asn1 = bag.key ? forge.pki.wrapRsaPrivateKey(forge.pki.privateKeyToAsn1(bag.key)) : bag.asn1
  return createPrivateKey({ key: bytesOf(asn1), format: 'der', type: 'pkcs8' })
}

const certificateOf = (bag: forge.pkcs12.Bag): Buffer | null => {
  if (bag.type !== certBag) return null
  return bytesOf(bag.cert ? forge.pki.certificateToAsn1(bag.cert) : bag.asn1)
}

const bytesOf = (asn1: forge.asn1.Asn1): Buffer => Buffer.from(forge.asn1.toDer(asn1).getBytes(), 'binary')

const shownOf = (certificate: Buffer): SealCertificate => {
  const { subject, issuer, serialNumber, validFromDate, validToDate } = new X509Certificate(certificate)
  return {
    subject: nameIn(subject),
    issuer: nameIn(issuer),
    serial: serialNumber,
    startsAt: validFromDate.toISOString(),
    endsAt: validToDate.toISOString(),
    ...(subject.includes(DEMO_UNIT) ? { isDemo: true } : {}),
  }
}

/** The common name; all of it where there is none. */
const nameIn = (name: string): string => /(?:^|\n)CN=(.*)/.exec(name)?.[1] ?? name.replaceAll('\n', ', ')

const day = (at: string): string => at.slice(0, 10)

const wrongPassphrase = sentence(
  'Kata sandi berkas segel (PKCS#12) tidak cocok. Minta pengelola sistem memeriksanya; surat menunggu di bawah nomornya.',
  'The passphrase of the seal (PKCS#12) is wrong. Ask the administrator to check it; the letter waits under its number.',
)
const notAKeyFile = sentence(
  'Berkas segel bukan PKCS#12 (.p12 atau .pfx) yang dapat dibaca.',
  'The file of the seal is no PKCS#12 (.p12 or .pfx) that can be read.',
)
const hasNoKey = sentence('Berkas segel tidak berisi kunci.', 'The file of the seal holds no key.')
const hasNoCertificate = sentence('Berkas segel tidak berisi sertifikat.', 'The file of the seal holds no certificate.')
const keyIsOfAnother = sentence(
  'Kunci dalam berkas segel bukan pasangan sertifikatnya. Impor berkas yang benar.',
  'The key in the file of the seal does not belong to its certificate. Import the right file.',
)
const otherKind = sentence(
  'Kunci segel harus RSA atau kurva eliptik (EC).',
  'The key of the seal must be RSA or on an elliptic curve (EC).',
)
const notYet = (from: string): Sentence =>
  sentence(
    `Sertifikat segel baru berlaku mulai ${day(from)}. Surat menunggu di bawah nomornya.`,
    `The certificate of the seal is valid from ${day(from)} only. The letter waits under its number.`,
  )
const hasEnded = (at: string): Sentence =>
  sentence(
    `Sertifikat segel sudah berakhir pada ${day(at)}. Minta pengelola sistem memasang yang baru; surat menunggu di bawah nomornya.`,
    `The certificate of the seal ended on ${day(at)}. Ask the administrator to install a new one; the letter waits under its number.`,
  )
