// Hands one waiting mail to the mail server, once.
import { z } from 'zod'
import { mailToSend, markMail, noteTrouble } from '../store/mails.ts'
import { type JobRun, TRIES } from './tools.ts'

const shape = z.object({ agency: z.string(), mail: z.string() })
const MAIL_TRIES = TRIES + 6

export const sendMail: JobRun = async (tools, payload, tries) => {
  const { agency, mail: id } = shape.parse(payload)
  const mail = await mailToSend(tools.store, agency, id)
  if (!mail) return
  const host = URL.parse(tools.publicUrl(agency))?.hostname ?? 'mipp'
  const sent = await tools.mail.send({
    to: mail.to,
    subject: mail.subject,
    text: mail.body,
    messageId: `${id}@${host}`,
  })
  if (sent.ok)
    return markMail(tools.store, agency, {
      mail: id,
      state: 'sent',
      reason: null,
      now: tools.now(),
      keepBody: tools.isDemo,
    })
  if (sent.retry && tries < MAIL_TRIES) {
    await noteTrouble(tools.store, agency, id, sent.reason)
    throw new Error(sent.reason.en)
  }
  tools.log.warn({ agency, mail: id, reason: sent.reason.en }, 'mail could not be delivered')
  await markMail(tools.store, agency, {
    mail: id,
    state: 'failed',
    reason: sent.reason,
    now: tools.now(),
    keepBody: tools.isDemo,
  })
}
