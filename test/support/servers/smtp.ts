// A real SMTP receiver on this machine: takes or refuses messages as it is told, and keeps what it took.

import { buffer } from 'node:stream/consumers'
import PostalMime, { type Email } from 'postal-mime'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'

export type Received = { from: string; to: string[]; mail: Email; raw: string }

export type RunningSmtp = { port: number; received: Received[]; stop: () => Promise<void> }

export const startSmtp = async (options: SMTPServerOptions = {}): Promise<RunningSmtp> => {
  const received: Received[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData: async (stream, { envelope }, done) => {
      const bytes = await buffer(stream).catch(() => null)
      // The sender was gone before its message was whole.
      if (!bytes) return done(smtpReply(451, 'cut off'))
      const from = envelope.mailFrom === false ? '' : envelope.mailFrom.address
      const to = envelope.rcptTo.map(({ address }) => address)
      received.push({ from, to, mail: await PostalMime.parse(bytes), raw: bytes.toString('latin1') })
      done()
    },
    ...options,
  })
  server.on('error', () => {})
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const address = server.server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  return { port, received, stop: () => new Promise((done) => server.close(() => done())) }
}

/** A reply of the server, e.g. 450 (try later) or 550 (no such reader). */
export const smtpReply = (responseCode: number, words: string): Error =>
  Object.assign(new Error(words), { responseCode })
