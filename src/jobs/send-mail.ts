// Hands one waiting mail to the mail server, once.
import { setTimeout } from 'node:timers/promises'
import { z } from 'zod'
import { mailToSend, markMail, noteTrouble } from '../store/mails.ts'
import { isOutage } from '../store/outage.ts'
import { type JobRun, type JobTools, TRIES } from './tools.ts'

const shape = z.object({ agency: z.string(), mail: z.string() })
const MAIL_TRIES = TRIES + 6
/** Together less than a queue that ends gives its jobs. */
const NOTE_TRIES = 20
const NOTE_AGAIN_MS = 500

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
  if (sent.ok) {
    const now = tools.now()
    return whenBack(tools, () =>
      markMail(tools.store, agency, { mail: id, state: 'sent', reason: null, now, keepBody: tools.isDemo }),
    )
  }
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

/** The mail is out: while the database is away for a moment it is noted again and again, lest it leaves a second time. */
const whenBack = async ({ log }: JobTools, note: () => Promise<void>): Promise<void> => {
  for (let tries = 1; ; tries += 1) {
    try {
      return await note()
    } catch (error) {
      if (tries === NOTE_TRIES || !isOutage(error)) throw error
      log.warn({ err: error }, 'a mail is out and cannot be noted yet')
      await setTimeout(NOTE_AGAIN_MS)
    }
  }
}
