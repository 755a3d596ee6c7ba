// A small authoritative name server on this machine: UDP and TCP on one port, answers made by the caller.

import { createSocket, type Socket as UdpSocket } from 'node:dgram'
import { createServer, type Server, type Socket } from 'node:net'
import { type DecodedPacket, decode, encode, type Packet, TRUNCATED_RESPONSE } from 'dns-packet'

export type Responder = (query: DecodedPacket) => Promise<Packet>

export type NameServer = { port: number; stop: () => Promise<void> }

type Writer = (answer: Packet) => Buffer

const serverFailure = 2
const mostUdpBytes = 512
const idleMs = 5000

/** @param port 0 takes a free one; the same number serves UDP and TCP */
export const startNameServer = async (host: string, port: number, respond: Responder): Promise<NameServer> => {
  for (let tries = 1; port === 0 && tries < TRIES; tries += 1) {
    const server = await startAt(host, port, respond).catch(onlyTaken)
    if (server) return server
  }
  return startAt(host, port, respond)
}

/** A port that is free for UDP may be taken for TCP: then another is tried. */
const TRIES = 20

const onlyTaken = (fault: NodeJS.ErrnoException): null => {
  if (fault.code !== 'EADDRINUSE') throw fault
  return null
}

const startAt = async (host: string, port: number, respond: Responder): Promise<NameServer> => {
  const udp = await listenUdp(host, port, respond)
  try {
    const tcp = await listenTcp(host, udp.address().port, respond)
    return { port: udp.address().port, stop: () => stop(udp, tcp) }
  } catch (error) {
    udp.close()
    throw error
  }
}

const listenUdp = async (host: string, port: number, respond: Responder): Promise<UdpSocket> => {
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  const socket = createSocket(host.includes(':') ? 'udp6' : 'udp4')
  socket.once('error', reject)
  socket.on('message', async (bytes, peer) => {
    const answer = await reply(bytes, respond, fitted)
    if (answer && !isClosed(socket)) socket.send(answer, peer.port, peer.address)
  })
  socket.bind(port, host, resolve)
  await promise
  // A peer that has gone away must not take the server with it.
  socket.on('error', () => {})
  return socket
}

const isClosed = (socket: UdpSocket): boolean => {
  try {
    return socket.address().port === 0
  } catch {
    return true
  }
}

/** Too long for UDP: the empty answer with TC tells the other side to come again by TCP. */
const fitted = (answer: Packet): Buffer => {
  const bytes = encode(answer)
  if (bytes.length <= mostUdpBytes) return bytes
  return encode({ ...answer, flags: (answer.flags ?? 0) | TRUNCATED_RESPONSE, answers: [], authorities: [] })
}

type TcpServer = { server: Server; open: Set<Socket> }

const listenTcp = async (host: string, port: number, respond: Responder): Promise<TcpServer> => {
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  const open = new Set<Socket>()
  const server = createServer((socket) => {
    open.add(socket)
    socket.setTimeout(idleMs, () => socket.destroy())
    socket.on('error', () => socket.destroy())
    socket.on('close', () => open.delete(socket))
    converse(socket, respond)
  })
  server.once('error', reject)
  server.listen(port, host, resolve)
  await promise
  return { server, open }
}

const converse = (socket: Socket, respond: Responder): void => {
  let received: Buffer = Buffer.alloc(0)
  socket.on('data', async (piece) => {
    received = Buffer.concat([received, typeof piece === 'string' ? Buffer.from(piece) : piece])
    while (received.length >= 2 && received.length >= 2 + received.readUInt16BE(0)) {
      const end = 2 + received.readUInt16BE(0)
      const query = received.subarray(2, end)
      received = received.subarray(end)
      const answer = await reply(query, respond, encode)
      if (answer === null) return void socket.destroy()
      socket.write(Buffer.concat([Buffer.from([answer.length >> 8, answer.length & 0xff]), answer]))
    }
  })
}

/** @returns nothing for what is not a query: silence is the safe answer to noise */
const reply = async (bytes: Buffer, respond: Responder, write: Writer): Promise<Buffer | null> => {
  const query = readQuery(bytes)
  if (query === null) return null
  try {
    return write(await respond(query))
  } catch {
    // The zone cannot be read, or the name cannot be written back: say so as name servers do.
    return encode({ type: 'response', id: query.id, flags: serverFailure })
  }
}

const readQuery = (bytes: Buffer): DecodedPacket | null => {
  try {
    const packet = decode(bytes)
    return packet.flag_qr ? null : packet
  } catch {
    return null
  }
}

const stop = async (udp: UdpSocket, { server, open }: TcpServer): Promise<void> => {
  for (const socket of open) socket.destroy()
  await Promise.all([
    new Promise<void>((done) => udp.close(() => done())),
    new Promise<void>((done) => server.close(() => done())),
  ])
}
