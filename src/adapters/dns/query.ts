// Asks one name server one question over DNS: by UDP, and again by TCP when the answer did not fit.

import { randomInt } from 'node:crypto'
import { createSocket } from 'node:dgram'
import { lookup } from 'node:dns/promises'
import { connect, isIP, isIPv6 } from 'node:net'
import { type DecodedPacket, decode, encode, RECURSION_DESIRED } from 'dns-packet'
import { type Sentence, sentence } from '../../core/sentence.ts'
import { good, lasting, type Outcome, passing } from '../outcome.ts'
import { hasFailed, isTooSlow, isUnreachable, talksNonsense, wasCancelled } from '../reasons.ts'
import { untilAborted } from '../until-aborted.ts'
import { faultOfName, plainName, plainValue } from './names.ts'
import type { Asked, DnsAnswer, DnsPort, DnsRecord, DnsType } from './port.ts'

export type Question = {
  server: Asked
  name: string
  type: DnsType
  /** For everything together, name of the server and TCP included. */
  timeoutMs?: number | undefined
  signal?: AbortSignal | undefined
}

type Wire = { address: string; port: number; bytes: Buffer; isReply: (packet: DecodedPacket) => boolean }

/** A lost UDP packet is sent again after this long. */
const resendAfterMs = 1000

/** The `ask` of a port: a name that the zone cannot hold is not even asked for. */
export const createAsk =
  (zone: string, server: Asked, timeoutMs?: number): DnsPort['ask'] =>
  async (name, type, signal) =>
    faultOfName(zone, name) ?? askServer({ server, name, type, timeoutMs, signal })

class UnreadableReply extends Error {}

/** Refused names (REFUSED) are lasting; silence, SERVFAIL and nonsense may pass. */
export const askServer = async (question: Question): Promise<Outcome<DnsAnswer>> => {
  const { server, timeoutMs = 3000 } = question
  const where = `${server.host}:${server.port}`
  const label = `Server DNS ${where}`
  const deadline = AbortSignal.timeout(timeoutMs)
  const signal = question.signal ? AbortSignal.any([deadline, question.signal]) : deadline
  try {
    const wire = await prepare(question, signal)
    const first = await askByUdp(wire, signal)
    if (!first.flag_tc) return read(first, question, { where, transport: 'UDP' })
    return read(await askByTcp(wire, signal), question, { where, transport: 'TCP' })
  } catch (error) {
    if (question.signal?.aborted) return passing(wasCancelled(label))
    if (deadline.aborted) return passing(isTooSlow(label, timeoutMs))
    if (error instanceof UnreadableReply) return passing(talksNonsense(label))
    if (error instanceof Error && 'syscall' in error) return passing(isUnreachable(label))
    throw error
  }
}

const prepare = async ({ server, name, type }: Question, signal: AbortSignal): Promise<Wire> => {
  signal.throwIfAborted()
  const address = isIP(server.host) ? server.host : (await untilAborted(lookup(server.host), signal)).address
  // Unguessable on purpose, so that nobody can slip in a forged answer; it never leaves this file.
  const id = randomInt(0x10000)
  const flags = server.role === 'resolver' ? RECURSION_DESIRED : 0
  const bytes = encode({ type: 'query', id, flags, questions: [{ type, name }] })
  return { address, port: server.port, bytes, isReply: (packet) => packet.id === id && repeats(packet, name, type) }
}

/** A server in trouble may leave the question out. */
const repeats = ({ flag_qr, flags = 0, questions = [] }: DecodedPacket, name: string, type: DnsType): boolean => {
  if (!flag_qr || questions.length > 1) return false
  const [question] = questions
  return question ? question.type === type && plainName(question.name) === plainName(name) : (flags & 0xf) !== 0
}

const askByUdp = async (wire: Wire, signal: AbortSignal): Promise<DecodedPacket> => {
  const { promise, resolve, reject } = Promise.withResolvers<DecodedPacket>()
  const socket = createSocket(isIPv6(wire.address) ? 'udp6' : 'udp4')
  const send = (): void => socket.send(wire.bytes, (error) => error && reject(error))
  let again: NodeJS.Timeout | undefined
  socket.on('error', reject)
  socket.on('message', (bytes) => {
    const packet = decoded(bytes)
    if (packet === null) reject(new UnreadableReply())
    else if (wire.isReply(packet)) resolve(packet)
  })
  // Connected, so that the system passes on only this server's packets, and its refusals.
  socket.connect(wire.port, wire.address, () => {
    send()
    again = setInterval(send, resendAfterMs)
  })
  try {
    return await untilAborted(promise, signal)
  } finally {
    clearInterval(again)
    socket.close()
  }
}

const askByTcp = async (wire: Wire, signal: AbortSignal): Promise<DecodedPacket> => {
  const { promise, resolve, reject } = Promise.withResolvers<DecodedPacket>()
  const socket = connect(wire.port, wire.address)
  let received: Buffer = Buffer.alloc(0)
  socket.on('error', reject)
  socket.on('end', () => reject(new UnreadableReply()))
  socket.on('data', (piece) => {
    received = Buffer.concat([received, typeof piece === 'string' ? Buffer.from(piece) : piece])
    const length = received.length < 2 ? Number.POSITIVE_INFINITY : received.readUInt16BE(0)
    if (received.length < 2 + length) return
    const packet = decoded(received.subarray(2, 2 + length))
    if (packet && wire.isReply(packet)) resolve(packet)
    else reject(new UnreadableReply())
  })
  socket.write(Buffer.concat([sizeOf(wire.bytes), wire.bytes]))
  try {
    return await untilAborted(promise, signal)
  } finally {
    socket.destroy()
  }
}

const sizeOf = (bytes: Buffer): Buffer => Buffer.from([bytes.length >> 8, bytes.length & 0xff])

const decoded = (bytes: Buffer): DecodedPacket | null => {
  try {
    return decode(bytes)
  } catch {
    return null
  }
}

type Way = { where: string; transport: 'UDP' | 'TCP' }

const read = (packet: DecodedPacket, { name }: Question, { where, transport }: Way): Outcome<DnsAnswer> => {
  const label = `Server DNS ${where}`
  const code = (packet.flags ?? 0) & 0xf
  if (code === 5 || code === 9) return lasting(doesNotServe(label, name))
  if (code !== 0 && code !== 3) return passing(hasFailed(label, code === 2 ? 'SERVFAIL' : `DNS ${code}`))
  const records = (packet.answers ?? []).flatMap((answer): DnsRecord[] => {
    if (answer.type !== 'A' && answer.type !== 'AAAA' && answer.type !== 'CNAME') return []
    const value = plainValue(answer.type, answer.data)
    return [{ name: plainName(answer.name), type: answer.type, value, ttlSeconds: answer.ttl ?? 0 }]
  })
  return good({
    server: where,
    transport,
    code: code === 3 ? 'NXDOMAIN' : 'NOERROR',
    authoritative: packet.flag_aa,
    records,
  })
}

const doesNotServe = (label: string, name: string): Sentence =>
  sentence(
    `${label} tidak melayani zona dari ${name}. Periksa apakah zona itu sudah dibuat di sana.`,
    `${label} does not serve the zone of ${name}. Check whether the zone has been made there.`,
  )
