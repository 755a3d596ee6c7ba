// A load generator that costs little: requests written to sockets that stay open, answers read only as far as needed.
import { once } from 'node:events'
import { connect, type Socket } from 'node:net'

export type Ask = { method: 'GET' | 'POST'; path: string; headers?: Record<string, string>; body?: string }

export type Line = {
  /** One after the other. @returns status and what the head says about the session, if anything */
  ask: (wanted: Ask) => Promise<{ status: number; head: string }>
  close: () => void
}

export const openLine = async (port: number): Promise<Line> => {
  const socket = connect({ port, host: '127.0.0.1', noDelay: true })
  await once(socket, 'connect')
  let answered: ((answer: { status: number; head: string }) => void) | null = null
  let failed: ((fault: Error) => void) | null = null
  listen(socket, (status, head) => answered?.({ status, head }))
  for (const event of ['error', 'close']) socket.on(event, () => failed?.(new Error('The server closed the line')))
  return {
    ask: (wanted) =>
      new Promise((resolve, reject) => {
        answered = resolve
        failed = reject
        socket.write(textOf(wanted))
      }),
    close: () => socket.destroy(),
  }
}

/** Whole answers only: with Content-Length, in chunks, or without a body. */
const listen = (socket: Socket, hear: (status: number, head: string) => void): void => {
  let waiting: Buffer = Buffer.alloc(0)
  socket.on('data', (part: Buffer) => {
    waiting = waiting.length === 0 ? part : Buffer.concat([waiting, part])
    const end = waiting.indexOf('\r\n\r\n')
    if (end < 0) return
    const head = waiting.toString('latin1', 0, end)
    const length = /\r\ncontent-length: (\d+)/i.exec(head)?.[1]
    const isWhole = length === undefined ? isLast(head, waiting) : waiting.length >= end + 4 + Number(length)
    if (!isWhole) return
    waiting = Buffer.alloc(0)
    hear(Number(head.slice(9, 12)), head)
  })
}

const LAST_CHUNK = Buffer.from('0\r\n\r\n')

const isLast = (head: string, text: Buffer): boolean =>
  !/\r\ntransfer-encoding: chunked/i.test(head) || text.subarray(-LAST_CHUNK.length).equals(LAST_CHUNK)

const textOf = ({ method, path, headers = {}, body = '' }: Ask): string =>
  [
    `${method} ${path} HTTP/1.1`,
    'host: demak.localhost',
    'accept-language: id',
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
    ...(method === 'POST' ? [`content-length: ${Buffer.byteLength(body)}`] : []),
    '',
    body,
  ].join('\r\n')
