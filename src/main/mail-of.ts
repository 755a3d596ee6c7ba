// By which way mails leave: the server of the environment, the outbox of a demo, or none.
import { createNoMail } from '../adapters/mail/none.ts'
import { createOutboxMail } from '../adapters/mail/outbox.ts'
import type { MailPort } from '../adapters/mail/port.ts'
import { createSmtpMail } from '../adapters/mail/smtp.ts'
import type { Config } from './config.ts'
import { OperatorError } from './operator-error.ts'

/** Without a mail server only the demo says that a mail has left: its outbox is where it is read. */
export const mailOf = (config: Config, isDemo: boolean): MailPort => {
  if (!config.smtpUrl) return isDemo ? createOutboxMail() : createNoMail()
  if (!config.mailFrom) {
    throw new OperatorError(
      'MIPP_SMTP_URL memerlukan MIPP_MAIL_FROM, misalnya MIPP <mipp@contoh.go.id>.',
      'MIPP_SMTP_URL needs MIPP_MAIL_FROM, such as MIPP <mipp@contoh.go.id>.',
    )
  }
  const [, name = 'MIPP', address = ''] = /^\s*([^<]*?)\s*<?([^\s<>]+@[^\s<>]+)>?\s*$/.exec(config.mailFrom) ?? []
  return createSmtpMail({ url: config.smtpUrl, from: { name: name || 'MIPP', address } })
}
