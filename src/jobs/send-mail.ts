// Hands one waiting mail to the mail server, once.
import { setTimeout } from 'node:timers/promises'
import { z } from 'zod'
import type { MailMessage } from '../adapters/mail/port.ts'
import { type Sentence, sentence } from '../core/sentence.ts'
import { mailHtml } from '../letters/mail/html.ts'
import { switchOffPath } from '../letters/mail/switch-off.ts'
import { readDossier } from '../store/dossiers.ts'
import { mailToSend, markMail, noteTrouble, REPORTER } from '../store/mails.ts'
import { isOutage } from '../store/outage.ts'
import { reporterAddress } from './tell-reporter.ts'
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
  const to = typeof mail.to === 'string' ? mail.to : await addressOfReporter(tools, agency, mail.to.reporterOf)
  if (to === null) return markMail(tools.store, agency, { mail: id, ...NO_ADDRESS, now: tools.now(), keepBody: false })
  const sent = await tools.mail.send({ to, ...messageOf(tools, agency, { ...mail, mail: id }) })
  if (sent.ok) {
    const now = tools.now()
    return whenBack(tools, () =>
      markMail(tools.store, agency, { mail: id, state: 'sent', reason: null, now, keepBody: tools.isDemo }),
    )
  }
  const reason = typeof mail.to === 'string' ? sent.reason : without(to, sent.reason)
  if (sent.retry && tries < MAIL_TRIES) {
    await noteTrouble(tools.store, agency, id, reason)
    throw new Error(reason.en)
  }
  tools.log.warn({ agency, mail: id, reason: reason.en }, 'mail could not be delivered')
  await markMail(tools.store, agency, {
    mail: id,
    state: 'failed',
    reason,
    now: tools.now(),
    keepBody: tools.isDemo,
  })
}

type Waiting = NonNullable<Awaited<ReturnType<typeof mailToSend>>>

const messageOf = (tools: JobTools, agency: string, mail: Waiting & { mail: string }): Omit<MailMessage, 'to'> => {
  const publicUrl = tools.publicUrl(agency)
  const host = URL.parse(publicUrl)?.hostname ?? 'mipp'
  const { page, thread, dossier, after, person, topic } = mail
  const isThread = thread !== null && dossier !== null
  // No mail has this id: it is what all mails of one dossier answer, also to somebody who joins later.
  const references = isThread ? [`dossier.${dossier}@${host}`, ...(after ? [`${after}@${host}`] : [])] : []
  return {
    subject: isThread ? thread : mail.subject,
    text: page && isThread ? `${page.heading}\n\n${mail.body}` : mail.body,
    messageId: `${mail.mail}@${host}`,
    references,
    ...(page ? { html: mailHtml(page) } : {}),
    ...(person && topic ? { unsubscribe: `${publicUrl}${switchOffPath(tools.seal, { agency, person, topic })}` } : {}),
  }
}

const NO_ADDRESS = {
  state: 'failed' as const,
  reason: sentence('Laporan ini tidak lagi memuat alamat surel.', 'This report no longer holds a mail address.'),
}

/** What a mail server answers says the address over again: neither the book nor the log is to hold it. */
const without = (address: string, { id, en }: Sentence): Sentence =>
  sentence(id.replaceAll(address, REPORTER), en.replaceAll(address, REPORTER))

/** Read at the last moment: it stands in no other place than the dossier. */
const addressOfReporter = async (tools: JobTools, agency: string, dossier: string): Promise<string | null> => {
  const record = await readDossier(tools.store, agency, dossier)
  if (!record) return null
  return reporterAddress(await tools.procedureOf(agency, record.procedure, record.edition), record.dossier.form)
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
