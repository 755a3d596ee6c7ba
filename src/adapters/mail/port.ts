// What MIPP wants from a mail server: to take one message for one reader.

import type { Outcome } from '../outcome.ts'

export type MailAttachment = { name: string; mime: string; bytes: Uint8Array }

export type MailMessage = {
  /** One address; a message to several people is several messages. */
  to: string
  subject: string
  text: string
  html?: string
  attachments?: MailAttachment[]
  /** Without the angle brackets, e.g. `dossier-1-turn-2@mipp.demakkab.go.id`; the same again when it is sent again. */
  messageId: string
  /** Ids of mails it belongs to, without angle brackets, the one it answers last. */
  references?: string[]
  /** Where its reader switches off what they need not get; one request without a page does it (RFC 8058). */
  unsubscribe?: string
}

/** What the server said when it took the message. */
export type Delivery = { acceptedBy: string; reply: string }

export type MailPort = {
  name: string
  isStandIn: boolean
  /** `retry` says whether the server may take it later; a reader that does not exist is lasting. */
  send: (message: MailMessage, signal?: AbortSignal) => Promise<Outcome<Delivery>>
}
