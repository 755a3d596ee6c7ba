// Mail by SMTP, against a real receiver: what arrives, and what the officer reads when it does not.

import { afterEach, describe, expect, test } from 'vitest'
import { type RunningSmtp, smtpReply, startSmtp } from '../../../test/support/servers/smtp.ts'
import { findNobody, startSilence, startTcp } from '../../../test/support/servers/weather.ts'
import { describeMailContract, goodMessage } from './contract.ts'
import { createOutboxMail } from './outbox.ts'
import type { MailMessage, MailPort } from './port.ts'
import { createSmtpMail } from './smtp.ts'

const from = { address: 'mipp@contoh.go.id', name: 'Dinas Kominfo' }
const running: { stop: () => Promise<void> }[] = []
afterEach(async () => {
  for (const server of running.splice(0)) await server.stop()
})
const kept = <T extends { stop: () => Promise<void> }>(server: T): T => {
  running.push(server)
  return server
}
const mailTo = (
  { port }: { port: number },
  more: { user?: string; timeoutMs?: number; scheme?: string } = {},
): MailPort =>
  createSmtpMail({
    url: `${more.scheme ?? 'smtp'}://${more.user ? `${more.user}@` : ''}127.0.0.1:${port}`,
    from,
    ...(more.timeoutMs ? { timeoutMs: more.timeoutMs } : {}),
  })

describeMailContract('The outbox of the demo', async () => ({ port: createOutboxMail(), stop: async () => {} }))
describeMailContract('SMTP', async () => {
  const server = await startSmtp()
  return { port: mailTo(server), stop: server.stop }
})

const sent = async (more: Partial<MailMessage>): Promise<RunningSmtp['received'][number]> => {
  const server = kept(await startSmtp())
  expect(await mailTo(server).send({ ...goodMessage, ...more })).toMatchObject({ ok: true })
  const [mail] = server.received
  if (!mail) throw new Error('Nothing arrived')
  return mail
}

describe('a message that arrives', () => {
  test('is from the office, to the one reader, with its subject, text and page', async () => {
    const { mail, ...envelope } = await sent({
      subject: 'Diterima – nomor 12',
      text: 'Salam,\nsudah diterima.\n',
      html: '<p>Salam</p>',
    })
    expect(envelope).toMatchObject({ from: from.address, to: [goodMessage.to] })
    expect(mail).toMatchObject({ subject: 'Diterima – nomor 12', from, to: [{ address: goodMessage.to }] })
    expect(mail.text?.trim()).toBe('Salam,\nsudah diterima.')
    expect(mail.html?.trim()).toBe('<p>Salam</p>')
  })

  test('keeps its message id, so that a second copy is known as such, and says that a machine wrote it', async () => {
    const { mail } = await sent({})
    expect(mail.messageId).toBe(`<${goodMessage.messageId}>`)
    expect(mail.headers.find(({ key }) => key === 'auto-submitted')?.value).toBe('auto-generated')
    expect(mail.headers.map(({ key }) => key)).not.toContain('x-mailer')
  })

  test('carries its papers byte for byte', async () => {
    const bytes = Uint8Array.from({ length: 300 }, (_, at) => at % 256)
    const { mail } = await sent({ attachments: [{ name: 'surat "akun" é.pdf', mime: 'application/pdf', bytes }] })
    expect(mail.attachments).toMatchObject([{ filename: 'surat "akun" é.pdf', mimeType: 'application/pdf' }])
    const [attachment] = mail.attachments
    expect(Buffer.from(attachment?.content as ArrayBuffer).equals(bytes)).toBe(true)
  })

  test.each(['\r\n', '\n', '\r', '\u2028'])(
    'has no header that was smuggled in through the subject by %j',
    async (end) => {
      const { mail, to, raw } = await sent({ subject: `Halo${end}Bcc: semua@contoh.go.id${end}${end}isi lain` })
      expect(to).toEqual([goodMessage.to])
      expect(mail.bcc ?? []).toEqual([])
      expect(raw).not.toMatch(/^bcc:/im)
      expect(mail.subject).toBe('Halo Bcc: semua@contoh.go.id isi lain')
    },
  )

  test('does not read files or pages of the server, whatever its text says', async () => {
    const { mail } = await sent({ html: '<img src="file:///etc/passwd">', text: 'file:///etc/passwd' })
    expect(mail.attachments).toEqual([])
    expect(mail.html).toContain('file:///etc/passwd')
  })

  test('is sent after signing in where the server asks for it', async () => {
    const users: unknown[] = []
    const server = kept(
      await startSmtp({
        authOptional: false,
        onAuth: ({ username, password }, _session, done) => {
          users.push([username, password])
          done(null, { user: username })
        },
      }),
    )
    expect(await mailTo(server, { user: 'mipp%40contoh.go.id:kata%3Asandi' }).send(goodMessage)).toMatchObject({
      ok: true,
    })
    expect(users).toEqual([['mipp@contoh.go.id', 'kata:sandi']])
  })
})

describe('a mail server in bad weather', () => {
  const trouble = (retry: boolean, words: string) => ({
    ok: false,
    retry,
    reason: { id: expect.stringContaining(words) },
  })

  test('is down', async () => {
    expect(await mailTo(await findNobody()).send(goodMessage)).toMatchObject(trouble(true, 'tidak dapat dihubungi'))
  })

  test('never says a word', async () => {
    const silent = kept(await startSilence())
    expect(await mailTo(silent, { timeoutMs: 200 }).send(goodMessage)).toMatchObject(trouble(true, '0,2 detik'))
  })

  test('hangs up', async () => {
    const cut = kept(await startTcp((socket) => socket.end()))
    expect(await mailTo(cut).send(goodMessage)).toMatchObject(trouble(true, 'tidak dapat dihubungi'))
  })

  test('is a web server', async () => {
    const web = kept(await startTcp((socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n')))
    expect(await mailTo(web).send(goodMessage)).toMatchObject(trouble(true, 'tidak dapat dibaca'))
  })

  test('speaks no TLS where TLS was asked for', async () => {
    const plain = kept(await startSmtp())
    expect(await mailTo(plain, { scheme: 'smtps' }).send(goodMessage)).toMatchObject({ ok: false })
  })

  test('asks to come again later', async () => {
    const server = kept(
      await startSmtp({ onRcptTo: (_to, _session, done) => done(smtpReply(450, 'Greylisted, coba lagi')) }),
    )
    expect(await mailTo(server).send(goodMessage)).toMatchObject(trouble(true, 'dikirim lagi nanti (450 Greylisted'))
  })

  test('does not know the reader: sending again does not help, and the address is named', async () => {
    const server = kept(await startSmtp({ onRcptTo: (_to, _session, done) => done(smtpReply(550, 'No such user')) }))
    expect(await mailTo(server).send(goodMessage)).toMatchObject(
      trouble(false, `menolak alamat ${goodMessage.to} (550 No such user)`),
    )
  })

  test('refuses the message itself', async () => {
    const server = kept(
      await startSmtp({
        onData: (stream, _session, done) => {
          stream.on('end', () => done(smtpReply(554, 'Dianggap spam'))).resume()
        },
      }),
    )
    expect(await mailTo(server).send(goodMessage)).toMatchObject(
      trouble(false, 'menolak surat ini (554 Dianggap spam)'),
    )
  })

  test('refuses the password, which stands in no sentence', async () => {
    const server = kept(
      await startSmtp({ authOptional: false, onAuth: (_auth, _session, done) => done(new Error('Salah')) }),
    )
    const outcome = await mailTo(server, { user: 'mipp:sandi-rahasia' }).send(goodMessage)
    expect(outcome).toMatchObject(trouble(false, 'menolak nama pengguna atau kata sandi'))
    expect(JSON.stringify(outcome)).not.toContain('sandi-rahasia')
  })

  test('need not be waited for when the process stops', async () => {
    const silent = kept(await startSilence())
    const stop = new AbortController()
    const waiting = mailTo(silent).send(goodMessage, stop.signal)
    stop.abort()
    expect(await waiting).toMatchObject(trouble(true, 'dihentikan'))
  })
})

test.each(['http://mail.contoh.go.id', 'mail.contoh.go.id:25'])('the setting %s is refused at the start', (url) => {
  expect(() => createSmtpMail({ url, from })).toThrow()
})
