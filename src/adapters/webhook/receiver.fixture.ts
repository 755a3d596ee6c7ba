// A program that is told: on this machine, and as ill-behaved as a test wants it; it verifies what it gets by itself.
import { createHmac, timingSafeEqual } from 'node:crypto'
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export type Received = { headers: IncomingHttpHeaders; body: string; path: string }

export type Receiver = {
  url: string
  received: Received[]
  /** From now on; 200 at first. */
  behave: (answer: Answer) => void
  stop: () => Promise<void>
}

export type Answer = (response: ServerResponse) => void

export const answering =
  (status: number, headers: Record<string, string> = {}): Answer =>
  (response) =>
    void response.writeHead(status, headers).end('{}')
export const hanging: Answer = () => undefined
/** Half an answer, then the line is closed. */
export const breakingOff: Answer = (response) => {
  response.socket?.write('HTTP/1.1 20')
  response.socket?.destroy()
}
/** The status at once, a body that never ends. */
export const dripping: Answer = (response) => {
  response.writeHead(200)
  response.write('.')
}

export const startReceiver = async (): Promise<Receiver> => {
  let answer: Answer = answering(200)
  const received: Received[] = []
  const server = createServer((request, response) => {
    const pieces: Buffer[] = []
    request.on('data', (piece) => pieces.push(piece))
    request.on('error', () => undefined)
    request.on('end', () => {
      received.push({ headers: request.headers, body: Buffer.concat(pieces).toString(), path: request.url ?? '' })
      answer(response)
    })
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', () => listening()))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`,
    received,
    behave: (next) => {
      answer = next
    },
    stop: async () => {
      server.closeAllConnections()
      await new Promise((closed) => server.close(closed))
    },
  }
}

/** As docs/operations.md tells receivers to. */
export const isGenuine = ({ headers, body }: Received, secret: string): boolean => {
  const key = Buffer.from(secret.replace('whsec_', ''), 'base64')
  const signed = `${headers['webhook-id']}.${headers['webhook-timestamp']}.${body}`
  const expected = createHmac('sha256', key).update(signed).digest()
  return String(headers['webhook-signature'])
    .split(' ')
    .map((one) => Buffer.from(one.replace('v1,', ''), 'base64'))
    .some((given) => given.length === expected.length && timingSafeEqual(given, expected))
}
