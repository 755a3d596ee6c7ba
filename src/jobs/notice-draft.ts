// A notice and its deliveries before they are written: by which ways, when, and with which words.
import type { AgencyData } from '../core/agency/catalogue.ts'
import type { Dossier } from '../core/dossier/dossier.ts'
import { hasReader } from '../core/dossier/involved.ts'
import type { NoticeFacts } from '../core/notice/facts.ts'
import { momentOf, type Reader } from '../core/notice/moment.ts'
import { NATURE, type Told } from '../core/notice/occasions.ts'
import type { NoticeChannel } from '../core/notice/routes.ts'
import { isPerson } from '../core/procedure/table.ts'
import { sentence } from '../core/sentence.ts'
import { noticeMail } from '../letters/mail/notice.ts'
import { mailText } from '../letters/mail/text.ts'
import { type Language, type NoticeName, nameOf, type Texts } from '../letters/notices.ts'
import type { ToldPerson } from '../store/notice-people.ts'
import type { NewDelivery, NewNotice } from '../store/notices.ts'
import type { JobTools } from './tools.ts'

export type Writing = {
  tools: Pick<JobTools, 'now' | 'newId' | 'publicUrl'>
  office: AgencyData
  dossier: Dossier
  told: Told
  facts: NoticeFacts
  texts: Readonly<Record<NoticeName, Texts>>
}

type Telling = { person: ToldPerson; reader: Reader; channels: readonly NoticeChannel[] }

export const personNotice = (writing: Writing, { person, reader, channels }: Telling): NewNotice => {
  const { office, told, tools } = writing
  const { officers, applicants } = office.agency.notices.quiet
  const bare = bareNotice(writing, { reader, recipient: person.person, person: person.person })
  const moment = momentOf({
    occasion: told.occasion,
    reader,
    choices: person.choices,
    isUrgent: bare.isUrgent,
    isQuiet: reader === 'office' ? officers : applicants,
    calendar: office.calendar,
    now: tools.now(),
  })
  const delivery = { delivery: tools.newId(), dueAt: null, skipped: null, mail: null }
  const byMail = (): NewDelivery => {
    if (moment.kind === 'never') return { ...delivery, channel: 'email', skipped: IN_APP_ONLY }
    if (moment.dueAt !== null) return { ...delivery, channel: 'email', dueAt: moment.dueAt }
    return { ...delivery, channel: 'email', mail: mailTo(writing, { ...person, reader }) }
  }
  const deliveries = channels.map(
    (channel): NewDelivery =>
      channel === 'email' ? byMail() : { ...delivery, delivery: tools.newId(), channel: 'in-app' },
  )
  return { ...bare, deliveries }
}

const IN_APP_ONLY = sentence('Dipilih sendiri: hanya di aplikasi.', 'Their own choice: in the application only.')

/** Of a paper letter the technical contact that the form names, when it names one: somebody without an account. */
export const contactNotice = (writing: Writing, channels: readonly NoticeChannel[]): NewNotice[] => {
  const { dossier, tools } = writing
  // A contact in the form of an order or of a report is somebody it speaks of.
  if (!hasReader(dossier) || !channels.includes('email')) return []
  const contact = Object.values(dossier.form).find(isPerson)
  if (!contact?.email) return []
  const mail = mailTo(writing, { person: null, email: contact.email, language: 'id', reader: 'applicant' })
  const deliveries: NewDelivery[] = [{ delivery: tools.newId(), channel: 'email', dueAt: null, skipped: null, mail }]
  return [{ ...bareNotice(writing, { reader: 'applicant', recipient: 'contact', person: null }), deliveries }]
}

type Recipient = Pick<NewNotice, 'reader' | 'recipient' | 'person'>

export const bareNotice = ({ tools, dossier, told, facts }: Writing, recipient: Recipient): NewNotice => ({
  notice: tools.newId(),
  dossier: dossier.id,
  seq: told.seq,
  occasion: told.occasion,
  ...recipient,
  task: told.task,
  facts,
  isUrgent: NATURE[told.occasion].isUrgent === true || dossier.agenda?.urgency === 'sangat-segera',
  deliveries: [],
})

type MailReader = { person: string | null; email: string; language: Language; reader: Reader }

const mailTo = (
  { tools, office, dossier, told, facts, texts }: Writing,
  { person, email, language, reader }: MailReader,
): NewDelivery['mail'] => {
  const { agency } = office.agency
  const publicUrl = tools.publicUrl(agency)
  const { group, isDemanded } = NATURE[told.occasion]
  const { subject, thread, page } = noticeMail({
    occasion: told.occasion,
    reader,
    facts,
    text: texts[nameOf(reader, told.occasion)][language],
    language,
    agency: office.agency,
    links: {
      open: person === null ? null : `${publicUrl}${pathOf(reader, dossier.id, told.task)}`,
      track: `${publicUrl}/track/${dossier.trackingCode}`,
      choose: person === null ? null : `${publicUrl}/account/notices`,
    },
  })
  const once = `${dossier.id}:${told.seq}:${told.occasion}`
  return {
    mail: tools.newId(),
    once: reader === 'applicant' ? once : `${once}:${person}`,
    to: email,
    subject,
    body: mailText(page),
    dossier: dossier.id,
    thread,
    page,
    ...(person === null ? {} : { person }),
    ...(person === null || (reader === 'applicant' && isDemanded) ? {} : { topic: group }),
  }
}

export const pathOf = (reader: Reader, dossier: string, task: string | null): string => {
  if (reader === 'applicant') return `/mine/${dossier}`
  return task === null ? `/dossiers/${dossier}` : `/dossiers/${dossier}/tasks/${task}`
}
