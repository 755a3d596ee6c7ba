// Asks for pages as a browser does, over one connection that stays, and counts every byte that comes back.
import { Agent, get } from 'node:http'

export type Answer = { status: number; requestId: string; wireBytes: number; body: Buffer; encoding: string }

export type Visitor = { ask: (path: string) => Promise<Answer>; close: () => void }

/** @param token of the session; an empty one is a stranger */
export const visitorOf = (port: number, token: string): Visitor => {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  const headers = {
    host: 'demak.localhost',
    'accept-encoding': 'br, gzip',
    'accept-language': 'id',
    ...(token ? { cookie: `mipp_session=${token}` } : {}),
  }
  const ask = (path: string): Promise<Answer> =>
    new Promise((answered, failed) => {
      get({ host: '127.0.0.1', port, path, agent, headers }, (answer) => {
        const { socket } = answer
        const before = readBefore.get(socket) ?? 0
        const pieces: Buffer[] = []
        answer.on('data', (piece: Buffer) => pieces.push(piece))
        answer.once('error', failed)
        answer.once('end', () => {
          const read = socket.bytesRead
          readBefore.set(socket, read)
          const body = Buffer.concat(pieces)
          answered({
            status: answer.statusCode ?? 0,
            requestId: String(answer.headers['x-request-id'] ?? ''),
            wireBytes: read - before,
            body,
            encoding: String(answer.headers['content-encoding'] ?? '-'),
          })
        })
      }).once('error', failed)
    })
  return { ask, close: () => agent.destroy() }
}

const readBefore = new WeakMap<object, number>()
