// Somebody signed in who sends files as the script of a page does: begun, then piece by piece, then named by a form.
import { createHash } from 'node:crypto'
import { Agent, type IncomingMessage, request } from 'node:http'

export type Sender = {
  /** @param bytesAt the bytes from one place to another; never all of them are in memory here */
  send: (file: { name: string; bytes: number; bytesAt: (from: number, to: number) => Buffer }) => Promise<string>
  post: (path: string, fields: Record<string, string>) => Promise<Told>
  /** Reads an answer to its end and keeps none of it but its beginning. */
  get: (path: string) => Promise<Told>
  close: () => void
}

export type Told = { status: number; location: string; bytes: number; text: string }

/** As the script sends them over a good line. */
const PIECE_BYTES = 4 * 1024 * 1024
const HOST = 'demak.localhost'
const KEPT_LETTERS = 400_000

export const senderOf = async (port: number, token: string, formAt: string): Promise<Sender> => {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  const origin = `http://${HOST}:${port}`
  const ask = (method: string, path: string, more: Record<string, string>, body?: Buffer): Promise<Told> =>
    new Promise((resolve, reject) => {
      const headers = {
        host: `${HOST}:${port}`,
        cookie: `mipp_session=${token}`,
        origin,
        'accept-language': 'id',
        ...more,
      }
      const sent = request({ host: '127.0.0.1', port, method, path, headers, agent }, (answer) =>
        heard(answer).then(resolve, reject),
      )
      sent.once('error', reject)
      sent.end(body)
    })
  const get = (path: string) => ask('GET', path, {})
  const csrf = /name="csrf" value="([^"]+)"/.exec((await get(formAt)).text)?.[1] ?? ''
  const post = (path: string, fields: Record<string, string>) =>
    ask(
      'POST',
      path,
      { 'content-type': 'application/x-www-form-urlencoded', referer: `${origin}${path}` },
      Buffer.from(new URLSearchParams({ csrf, ...fields }).toString()),
    )
  return {
    get,
    post,
    send: async ({ name, bytes, bytesAt }) => {
      const begun = await post('/uploads', { name, bytes: String(bytes) })
      const upload = String(JSON.parse(begun.text).upload)
      for (let from = 0; from < bytes; from += PIECE_BYTES) {
        const part = bytesAt(from, Math.min(bytes, from + PIECE_BYTES))
        const sha256 = createHash('sha256').update(part).digest('hex')
        const head = { 'content-type': 'application/octet-stream', 'x-mipp-key': csrf }
        const told = await ask('POST', `/uploads/${upload}/piece?from=${from}&sha256=${sha256}`, head, part)
        const { state, reason } = JSON.parse(told.text)
        if (told.status !== 200 || state === 'refused') throw new Error(`${told.status} ${reason}`)
      }
      return upload
    },
    close: () => agent.destroy(),
  }
}

const heard = async (answer: IncomingMessage): Promise<Told> => {
  let bytes = 0
  let text = ''
  for await (const piece of answer) {
    bytes += piece.length
    if (text.length < KEPT_LETTERS) text += piece.toString('latin1')
  }
  return { status: answer.statusCode ?? 0, location: String(answer.headers.location ?? ''), bytes, text }
}
