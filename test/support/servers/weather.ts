// Servers in bad weather: that are gone, that stay silent, that answer something else than they were asked.

import { createSocket, type RemoteInfo } from 'node:dgram'
import { createServer as createHttpServer, type RequestListener } from 'node:http'
import { createServer as createTcpServer, type Socket } from 'node:net'

export type Weather = { host: string; port: number; url: string; stop: () => Promise<void> }

const host = '127.0.0.1'

const weather = (port: number, stop: () => Promise<void>): Weather => ({
  host,
  port,
  url: `http://${host}:${port}`,
  stop,
})

/** A name server that gets to see the bytes and answers what it likes, or not at all. @param port 0 takes a free one */
export const startUdp = async (answer: (query: Buffer, peer: RemoteInfo) => Buffer[], port = 0): Promise<Weather> => {
  const socket = createSocket('udp4')
  socket.on('message', (query, peer) => {
    for (const bytes of answer(query, peer)) socket.send(bytes, peer.port, peer.address)
  })
  await new Promise<void>((done, fail) => {
    socket.once('error', fail)
    socket.bind(port, host, done)
  })
  return weather(socket.address().port, () => new Promise((done) => socket.close(() => done())))
}

/** @param port 0 takes a free one */
export const startTcp = async (greet: (socket: Socket) => void, port = 0): Promise<Weather> => {
  const sockets = new Set<Socket>()
  const server = createTcpServer((socket) => {
    sockets.add(socket)
    socket.on('error', () => {})
    greet(socket)
  })
  await new Promise<void>((done, fail) => {
    server.once('error', fail)
    server.listen(port, host, done)
  })
  const address = server.address()
  return weather(typeof address === 'object' && address ? address.port : 0, () => {
    for (const socket of sockets) socket.destroy()
    return new Promise((done) => server.close(() => done()))
  })
}

/** Takes connections and never says a word. */
export const startSilence = (): Promise<Weather> => startTcp(() => {})

export const startHttp = async (listener: RequestListener): Promise<Weather> => {
  const server = createHttpServer(listener)
  await new Promise<void>((done) => server.listen(0, host, done))
  const address = server.address()
  return weather(typeof address === 'object' && address ? address.port : 0, () => {
    const closed = new Promise<void>((done) => server.close(() => done()))
    server.closeAllConnections()
    return closed
  })
}

/** A place where a server stood until a moment ago. */
export const findNobody = async (): Promise<Weather> => {
  const gone = await startTcp(() => {})
  await gone.stop()
  return weather(gone.port, async () => {})
}
