// A detached CMS signature as PAdES baseline wants it (ETSI EN 319 142-1): no signing time, the certificate by its hash.
import { createHash, sign as signBytes } from 'node:crypto'
import forge from 'node-forge'
import { der, NULL, octets, oid, sequence, setOf, small } from './der.ts'
import type { SealKey } from './key-file.ts'

/** What is signed: its two parts around the gap for the signature. */
export type SignedRange = readonly Uint8Array[]

/** Asked with the hash of the signature; its token is kept beside it, outside of what is signed. */
export type Stamp = (sha256: Buffer) => Promise<Buffer | null>

/** @returns DER; with the token of `stamp` where that gives one */
export const signDetached = async ({ key, certificate, chain }: SealKey, range: SignedRange, stamp: Stamp) => {
  const digest = createHash('sha256')
  for (const part of range) digest.update(part)
  const attributes = [
    attribute(CONTENT_TYPE, oid(DATA)),
    attribute(MESSAGE_DIGEST, octets(digest.digest())),
    attribute(SIGNING_CERTIFICATE_V2, sequence(sequence(sequence(octets(sha256(certificate)))))),
  ]
  const isRsa = key.asymmetricKeyType === 'rsa'
  // Signed as a SET, kept under an implicit tag: RFC 5652, 5.4.
  const value = signBytes('sha256', setOf(...attributes), key)
  const token = await stamp(sha256(value))
  const signer = sequence(
    small(1),
    issuerAndSerial(certificate),
    sequence(oid(SHA256), NULL),
    retagged(0xa0, setOf(...attributes)),
    isRsa ? sequence(oid(RSA_SHA256), NULL) : sequence(oid(ECDSA_SHA256)),
    octets(value),
    ...(token ? [der(0xa1, attribute(TIME_STAMP_TOKEN, token))] : []),
  )
  const signed = sequence(
    small(1),
    setOf(sequence(oid(SHA256), NULL)),
    sequence(oid(DATA)),
    der(0xa0, certificate, ...chain),
    setOf(signer),
  )
  return { cms: sequence(oid(SIGNED_DATA), der(0xa0, signed)), isStamped: token !== null }
}

const DATA = '1.2.840.113549.1.7.1'
const SIGNED_DATA = '1.2.840.113549.1.7.2'
const CONTENT_TYPE = '1.2.840.113549.1.9.3'
const MESSAGE_DIGEST = '1.2.840.113549.1.9.4'
const TIME_STAMP_TOKEN = '1.2.840.113549.1.9.16.2.14'
const SIGNING_CERTIFICATE_V2 = '1.2.840.113549.1.9.16.2.47'
const SHA256 = '2.16.840.1.101.3.4.2.1'
const RSA_SHA256 = '1.2.840.113549.1.1.11'
const ECDSA_SHA256 = '1.2.840.10045.4.3.2'

const attribute = (type: string, value: Uint8Array): Buffer => sequence(oid(type), setOf(value))

const sha256 = (bytes: Uint8Array): Buffer => createHash('sha256').update(bytes).digest()

const retagged = (tag: number, bytes: Buffer): Buffer => Buffer.concat([Buffer.from([tag]), bytes.subarray(1)])

const issuerAndSerial = (certificate: Buffer): Buffer => {
  const [tbs] = partsOf(forge.asn1.fromDer(forge.util.createBuffer(certificate.toString('binary'))))
  const fields = tbs ? partsOf(tbs) : []
  // A version in front of the serial number is tagged, and left out by certificates of the first version.
  const start = fields[0]?.tagClass === forge.asn1.Class.CONTEXT_SPECIFIC ? 1 : 0
  const [serial, , issuer] = fields.slice(start)
  if (!serial || !issuer) throw new Error('A certificate without issuer or serial number')
  return sequence(bytesOf(issuer), bytesOf(serial))
}

const partsOf = ({ value }: forge.asn1.Asn1): forge.asn1.Asn1[] => (typeof value === 'string' ? [] : value)

const bytesOf = (asn1: forge.asn1.Asn1): Buffer => Buffer.from(forge.asn1.toDer(asn1).getBytes(), 'binary')
