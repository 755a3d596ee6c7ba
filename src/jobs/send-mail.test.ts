// Mail over a mail server in bad weather: tried again with bounds, told with its reason, and never sent twice but where nobody can know.
import { randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { startOffice, type TestOffice } from '../../test/support/office.ts'
import { smtpReply, startSmtp } from '../../test/support/servers/smtp.ts'
import { findNobody, startSilence, startTcp } from '../../test/support/servers/weather.ts'
import { wordsOf } from '../../test/support/visit.ts'
import { createSmtpMail } from '../adapters/mail/smtp.ts'
import { queueMail } from '../store/mails.ts'
import { sendMail } from './send-mail.ts'

const AGENCY = 'demak'
const LAST = 10
let office: TestOffice
beforeAll(async () => {
  office = await startOffice({ works: false })
})
afterAll(() => office.stop())
const running: { stop: () => Promise<void> }[] = []
afterEach(async () => {
  for (const server of running.splice(0)) await server.stop()
})
const kept = <T extends { stop: () => Promise<void> }>(server: T): T => {
  running.push(server)
  return server
}

const write = async (): Promise<string> => {
  const mail = randomUUID()
  const now = office.office.tools.now()
  const letter = { to: `${mail}@dinas.example`, subject: `Perihal ${mail}`, body: 'Isi' }
  await office.office.store.inAgency(AGENCY, (db) =>
    queueMail(db, { agency: AGENCY, mail, once: mail, ...letter, now }),
  )
  return mail
}
const rowOf = (mail: string) =>
  office.office.store.inAgency(AGENCY, (db) =>
    db
      .selectFrom('mail')
      .select(['state', 'reason'])
      .where('agency', '=', AGENCY)
      .where('mail', '=', mail)
      .executeTakeFirstOrThrow(),
  )
const send = (mail: string, port: number, attempt: number, scheme = 'smtp'): Promise<void> => {
  const from = { address: 'mipp@contoh.go.id', name: 'Dinas' }
  const smtp = createSmtpMail({ url: `${scheme}://127.0.0.1:${port}`, from, timeoutMs: 1000 })
  return sendMail({ ...office.office.tools, mail: smtp }, { agency: AGENCY, mail }, attempt)
}
const inOutbox = async (): Promise<string> => wordsOf((await (await office.as('admin')).get('/outbox')).text)

test.each([
  ['is down', findNobody, 'tidak dapat dihubungi'],
  ['takes the call and says nothing', startSilence, 'tidak menjawab dalam 1 detik'],
  ['hangs up', () => startTcp((socket) => socket.end()), 'tidak dapat dihubungi'],
])(
  'a mail server that %s is tried again; at the last try the mail has failed, with the reason',
  async (_what, start, said) => {
    const mail = await write()
    const { port } = kept(await start())
    await expect(send(mail, port, 1)).rejects.toThrow()
    expect(await rowOf(mail)).toMatchObject({ state: 'waiting', reason: { id: expect.stringContaining(said) } })
    await send(mail, port, LAST)
    expect(await rowOf(mail)).toMatchObject({ state: 'failed', reason: { id: expect.stringContaining(said) } })
    const words = await inOutbox()
    expect(words).toContain(`Perihal ${mail}`)
    expect(words).toContain(said)
    await send(mail, port, LAST + 1)
  },
)

/** Each try gets the next answer; an answer without a code is a yes. */
const answering = async (codes: number[]) => {
  const left = [...codes]
  return kept(
    await startSmtp({
      onRcptTo: (_to, _session, done) => {
        const code = left.shift() ?? 250
        done(code === 250 ? null : smtpReply(code, 'jawaban'))
      },
    }),
  )
}

test('one that asks to come later and then takes it has one mail, and the trouble is forgotten', async () => {
  const mail = await write()
  const server = await answering([450, 451, 250])
  for (const attempt of [1, 2]) await expect(send(mail, server.port, attempt)).rejects.toThrow('later')
  await send(mail, server.port, 3)
  await send(mail, server.port, 4)
  expect(server.received).toHaveLength(1)
  expect(await rowOf(mail)).toMatchObject({ state: 'sent', reason: null })
})

test('one that asks to come later for ever is given up after ten tries', async () => {
  const mail = await write()
  const server = await answering(Array.from({ length: 20 }, () => 450))
  for (let attempt = 1; attempt < LAST; attempt += 1)
    await expect(send(mail, server.port, attempt)).rejects.toThrow('later')
  await send(mail, server.port, LAST)
  expect(await rowOf(mail)).toMatchObject({ state: 'failed', reason: { id: expect.stringContaining('450') } })
})

test.each([
  ['at once', [550]],
  ['after having asked to come later', [451, 550]],
])('one that refuses the reader %s is not asked again', async (_what, codes) => {
  const mail = await write()
  const server = await answering([...codes])
  for (let attempt = 1; attempt < codes.length; attempt += 1)
    await expect(send(mail, server.port, attempt)).rejects.toThrow()
  await send(mail, server.port, codes.length)
  await send(mail, server.port, codes.length + 1)
  expect(server.received).toEqual([])
  expect(await rowOf(mail)).toMatchObject({
    state: 'failed',
    reason: { id: expect.stringContaining('menolak alamat') },
  })
})

test('one whose certificate nobody vouches for gets no mail; it waits for the certificate, and the reason says so', async () => {
  const mail = await write()
  const server = kept(await startSmtp({ secure: true }))
  await expect(send(mail, server.port, 1, 'smtps')).rejects.toThrow('certificate')
  expect(server.received).toEqual([])
  expect(await rowOf(mail)).toMatchObject({ state: 'waiting', reason: { id: expect.stringContaining('TLS') } })
})

test('one that falls silent after the last word may have taken it: the second copy has the same name', async () => {
  const mail = await write()
  const names: string[] = []
  let isMute = true
  const server = kept(
    await startSmtp({
      onData: (stream, _session, done) => {
        let raw = ''
        stream.on('data', (piece: Buffer) => (raw += piece.toString('latin1')))
        stream.on('end', () => {
          names.push(/^message-id: (.*)$/im.exec(raw)?.[1]?.trim() ?? '')
          if (!isMute) done()
        })
      },
    }),
  )
  await expect(send(mail, server.port, 1)).rejects.toThrow('did not answer')
  isMute = false
  await send(mail, server.port, 2)
  expect(names).toHaveLength(2)
  expect(names[0]).toBe(names[1])
  expect(names[0]).toContain(mail)
  expect(await rowOf(mail)).toMatchObject({ state: 'sent', reason: null })
})

test('a process that dies between the yes of the server and its mark sends once more, under the same name', async () => {
  const mail = await write()
  const server = kept(await startSmtp())
  const { tools } = office.office
  const from = { address: 'mipp@contoh.go.id', name: 'Dinas' }
  const smtp = createSmtpMail({ url: `smtp://127.0.0.1:${server.port}`, from })
  const dying = {
    ...smtp,
    send: async (...given: Parameters<typeof smtp.send>) => {
      await smtp.send(...given)
      throw new Error('the process is gone')
    },
  }
  await expect(sendMail({ ...tools, mail: dying }, { agency: AGENCY, mail }, 1)).rejects.toThrow('the process is gone')
  expect(await rowOf(mail)).toMatchObject({ state: 'waiting' })
  await send(mail, server.port, 2)
  expect(server.received.map(({ mail: one }) => one.messageId)).toHaveLength(2)
  expect(new Set(server.received.map(({ mail: one }) => one.messageId)).size).toBe(1)
})
