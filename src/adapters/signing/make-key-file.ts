// A certificate that an office makes for itself: it seals, but only those trust it who were given it by the office.
import { generateKeyPair, randomBytes } from 'node:crypto'
import { promisify } from 'node:util'
import forge from 'node-forge'
import type { Instant } from '../../core/clock/instant.ts'
import { DEMO_UNIT } from './key-file.ts'

export type SelfMade = {
  /** As it stands in the certificate: the name of the office. */
  name: string
  from: Instant
  to: Instant
  isDemo: boolean
  passphrase: string
}

/** @returns the bytes of a PKCS#12 file */
export const makeKeyFile = async ({ name, from, to, isDemo, passphrase }: SelfMade): Promise<Buffer> => {
  const { privateKey, publicKey } = await makePair('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  })
  const key = forge.pki.privateKeyFromPem(privateKey)
  const certificate = forge.pki.createCertificate()
  certificate.publicKey = forge.pki.publicKeyFromPem(publicKey)
  // Positive and twenty bytes at most, as RFC 5280 wants it.
  certificate.serialNumber = `01${randomBytes(15).toString('hex')}`
  certificate.validity.notBefore = new Date(from)
  certificate.validity.notAfter = new Date(to)
  const names = namesOf(name, isDemo)
  certificate.setSubject(names)
  certificate.setIssuer(names)
  certificate.setExtensions([
    { name: 'basicConstraints', cA: false, critical: true },
    { name: 'keyUsage', digitalSignature: true, nonRepudiation: true, critical: true },
    { name: 'subjectKeyIdentifier' },
  ])
  certificate.sign(key, forge.md.sha256.create())
  const file = forge.pkcs12.toPkcs12Asn1(key, [certificate], passphrase, { algorithm: 'aes256' })
  return Buffer.from(forge.asn1.toDer(file).getBytes(), 'binary')
}

const makePair = promisify(generateKeyPair)

const namesOf = (name: string, isDemo: boolean): forge.pki.CertificateField[] => {
  const utf8 = forge.asn1.Type.UTF8
  const field = (shortName: string, value: string) => ({ shortName, value, valueTagClass: utf8 as never })
  return [
    { shortName: 'C', value: 'ID' },
    field('O', forge.util.encodeUtf8(name)),
    ...(isDemo ? [field('OU', DEMO_UNIT)] : []),
    field('CN', forge.util.encodeUtf8(isDemo ? `Segel peragaan ${name}` : `Segel ${name}`)),
  ]
}
