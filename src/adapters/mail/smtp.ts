// Outgoing mail by SMTP, through the mail server of the office.

import { isIP } from 'node:net'
import { createTransport, type SendMailOptions } from 'nodemailer'
import { type Sentence, sentence } from '../../core/sentence.ts'
import { good, lasting, type Outcome, passing, type Trouble } from '../outcome.ts'
import { isNotTrusted, isTooSlow, isUnreachable, talksNonsense, wasCancelled } from '../reasons.ts'
import { faultOfMessage, isMailAddress, oneLine } from './address.ts'
import type { Delivery, MailMessage, MailPort } from './port.ts'

export type SmtpConfig = {
  /** `smtp://` (STARTTLS where offered, demanded when signing in over a network) or `smtps://`, `user:password@host:port`. */
  url: string
  /** The sender: address, and the name shown beside it. */
  from: { address: string; name: string }
  /** For one message from the first connection to the last word. */
  timeoutMs?: number
}

type Link = { label: string; from: SmtpConfig['from']; timeoutMs: number; transport: ReturnType<typeof makeTransport> }

export const createSmtpMail = ({ url, from, timeoutMs = 30_000 }: SmtpConfig): MailPort => {
  if (!isMailAddress(from.address)) throw new Error(`Not a mail address: ${oneLine(from.address)}`)
  const server = new URL(url)
  if (server.protocol !== 'smtp:' && server.protocol !== 'smtps:')
    throw new Error('The mail server needs an smtp:// or smtps:// URL')
  const label = `Server surel ${server.host}`
  const link = { label, from, timeoutMs, transport: makeTransport(server, timeoutMs) }
  return {
    name: label,
    isStandIn: false,
    send: async (message, signal) => faultOfMessage(message) ?? deliver(link, message, signal),
  }
}

const makeTransport = (server: URL, timeoutMs: number) => {
  const secure = server.protocol === 'smtps:'
  const host = server.hostname.replace(/^\[|\]$/g, '')
  const user = decodeURIComponent(server.username)
  const isNear = host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'))
  return createTransport({
    host,
    port: server.port === '' ? (secure ? 465 : 25) : Number(server.port),
    secure,
    ...(user === '' ? {} : { auth: { user, pass: decodeURIComponent(server.password) } }),
    // The password must not cross a network in the clear; on this machine there is none to cross.
    requireTLS: !secure && user !== '' && !isNear,
    ignoreTLS: isNear,
    connectionTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
    dnsTimeout: timeoutMs,
    socketTimeout: timeoutMs,
    socketCloseTimeout: 0,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
}

const deliver = async (link: Link, message: MailMessage, cancel?: AbortSignal): Promise<Outcome<Delivery>> => {
  const deadline = AbortSignal.timeout(link.timeoutMs)
  const signal = cancel ? AbortSignal.any([deadline, cancel]) : deadline
  try {
    const sent = await link.transport.sendMail({ ...letterOf(link, message), signal })
    return good({ acceptedBy: link.label, reply: oneLine(sent.response).slice(0, 200) })
  } catch (error) {
    if (cancel?.aborted) return passing(wasCancelled(link.label))
    if (deadline.aborted) return passing(isTooSlow(link.label, link.timeoutMs))
    return troubleOf(error, link, message.to)
  }
}

const letterOf = (
  { from }: Link,
  { to, subject, text, html, attachments = [], messageId, references = [], unsubscribe }: MailMessage,
): SendMailOptions => ({
  from: { address: from.address, name: oneLine(from.name) },
  to: { address: to, name: '' },
  subject: oneLine(subject),
  text,
  ...(html === undefined ? {} : { html }),
  attachments: attachments.map(({ name, mime, bytes }) => ({
    filename: oneLine(name),
    contentType: oneLine(mime),
    content: Buffer.from(bytes),
  })),
  messageId: `<${messageId}>`,
  xMailer: false,
  // RFC 3834: absence notices need not be sent back to a machine.
  headers: { 'Auto-Submitted': 'auto-generated', ...(unsubscribe === undefined ? {} : switchOff(unsubscribe)) },
  ...(references.length === 0
    ? {}
    : { references: references.map((id) => `<${id}>`), inReplyTo: `<${references.at(-1)}>` }),
})

const switchOff = (address: string): Record<string, string> => ({
  'List-Unsubscribe': `<${oneLine(address)}>`,
  'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
})

const troubleOf = (error: unknown, { label, timeoutMs }: Link, to: string): Trouble => {
  if (!(error instanceof Error) || !('code' in error)) throw error
  const answer = 'responseCode' in error && typeof error.responseCode === 'number' ? error.responseCode : null
  const words = 'response' in error ? oneLine(String(error.response)).slice(0, 200) : ''
  if (answer !== null && answer < 500) return passing(asksToWait(label, words))
  if (error.code === 'EAUTH') return lasting(refusesSignIn(label))
  if (answer !== null)
    return lasting(
      'command' in error && error.command === 'RCPT TO' ? refusesReader(label, to, words) : refusesMail(label, words),
    )
  // An expired certificate is renewed within hours: the mail waits for it, and its reason stands in the book meanwhile.
  if ('originalCode' in error && UNTRUSTED.test(String(error.originalCode))) return passing(isNotTrusted(label))
  switch (error.code) {
    case 'ETIMEDOUT':
      return passing(isTooSlow(label, timeoutMs))
    case 'ETLS':
      return passing(isNotTrusted(label))
    case 'EPROTOCOL':
      return passing(talksNonsense(label))
    case 'ECONNECTION':
    case 'ESOCKET':
    case 'EDNS':
      return passing(isUnreachable(label))
    default:
      throw error
  }
}

const UNTRUSTED = /CERT|SELF_SIGNED|SIGNATURE|TLS|SSL/

const asksToWait = (label: string, words: string): Sentence =>
  sentence(
    `${label} meminta surat dikirim lagi nanti (${words}).`,
    `${label} asks for the message to be sent again later (${words}).`,
  )

const refusesSignIn = (label: string): Sentence =>
  sentence(
    `${label} menolak nama pengguna atau kata sandi yang dipasang di MIPP. Minta pengelola sistem memeriksanya.`,
    `${label} refuses the user name or password that MIPP holds. Ask the system administrator to check them.`,
  )

const refusesReader = (label: string, to: string, words: string): Sentence =>
  sentence(
    `${label} menolak alamat ${to} (${words}). Periksa alamat itu dengan pemohon.`,
    `${label} refuses the address ${to} (${words}). Check the address with the applicant.`,
  )

const refusesMail = (label: string, words: string): Sentence =>
  sentence(`${label} menolak surat ini (${words}).`, `${label} refuses this message (${words}).`)
