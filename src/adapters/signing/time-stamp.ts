// A time stamp by RFC 3161: a service signs that these bytes were there at this moment.
import { randomBytes } from 'node:crypto'
import forge from 'node-forge'
import { sentence } from '../../core/sentence.ts'
import { good, lasting, type Outcome, passing } from '../outcome.ts'
import { hasFailed, isTooSlow, isUnreachable, talksNonsense } from '../reasons.ts'
import { integer, NULL, octets, oid, sequence, small, TRUE } from './der.ts'

export type TimeStamps = (sha256: Buffer) => Promise<Outcome<Buffer>>

/** @param url of the service; user and password may stand in it. @returns the token, ready to be kept beside a signature */
export const createTimeStamps = ({ url, timeoutMs = 10_000 }: { url: string; timeoutMs?: number }): TimeStamps => {
  const address = new URL(url)
  const server = `Layanan waktu / time-stamp service (${address.host})`
  const { username, password } = address
  address.username = ''
  address.password = ''
  const headers = {
    'content-type': 'application/timestamp-query',
    accept: 'application/timestamp-reply',
    connection: 'close',
    ...(username === '' ? {} : { authorization: basic(username, password) }),
  }
  return async (sha256) => {
    const nonce = integer(randomBytes(8))
    const body = new Uint8Array(sequence(small(1), imprint(sha256), nonce, TRUE))
    const signal = AbortSignal.timeout(timeoutMs)
    const reply = await fetch(address, { method: 'POST', headers, body, signal, redirect: 'manual' }).then(
      async (response) => ({ status: response.status, bytes: Buffer.from(await response.arrayBuffer()) }),
      () => null,
    )
    if (!reply) return passing(signal.aborted ? isTooSlow(server, timeoutMs) : isUnreachable(server))
    if (reply.status !== 200) return passing(hasFailed(server, `HTTP ${reply.status}`))
    return tokenIn(reply.bytes, { sha256, nonce, server })
  }
}

const imprint = (sha256: Buffer): Buffer => sequence(sequence(oid(SHA256), NULL), octets(sha256))

const SHA256 = '2.16.840.1.101.3.4.2.1'
const TST_INFO = oid('1.2.840.113549.1.9.16.1.4')

const basic = (user: string, password: string): string =>
  `Basic ${Buffer.from(`${decodeURIComponent(user)}:${decodeURIComponent(password)}`).toString('base64')}`

type Asked = { sha256: Buffer; nonce: Buffer; server: string }

const tokenIn = (bytes: Buffer, { sha256, nonce, server }: Asked): Outcome<Buffer> => {
  const reply = readReply(bytes)
  if (reply === null) return passing(talksNonsense(server))
  if (reply.status > 1 || reply.token === null) return passing(refuses(server))
  // What was stamped stands in the token word for word: another hash or number of asking is an answer to somebody else.
  const isOurs = [TST_INFO, octets(sha256), nonce].every((part) => reply.token?.includes(part))
  return isOurs ? good(reply.token) : lasting(isNotOurs(server))
}

const readReply = (bytes: Buffer): { status: number; token: Buffer | null } | null => {
  try {
    const [info, token] = partsOf(forge.asn1.fromDer(forge.util.createBuffer(bytes.toString('binary'))))
    const [status] = info ? partsOf(info) : []
    if (!status || typeof status.value !== 'string') return null
    return {
      status: forge.util.createBuffer(status.value).getInt(8),
      token: token ? Buffer.from(forge.asn1.toDer(token).getBytes(), 'binary') : null,
    }
  } catch {
    return null
  }
}

const partsOf = ({ value }: forge.asn1.Asn1): forge.asn1.Asn1[] => (typeof value === 'string' ? [] : value)

const refuses = (server: string) =>
  sentence(
    `${server} menolak memberi cap waktu. Hubungi pengelola layanan itu.`,
    `${server} refuses to give a time stamp. Ask whoever runs that service.`,
  )
const isNotOurs = (server: string) =>
  sentence(
    `${server} memberi cap waktu untuk data lain. Jangan dipakai; periksa alamatnya.`,
    `${server} gave a time stamp for other data. Do not use it; check its address.`,
  )
