// Every minute: sends what was held back for the morning or for the office to open; several things to one person are one mail.
import type { AgencyData } from '../core/agency/catalogue.ts'
import { speakDay } from '../core/clock/speak.ts'
import { guarded } from '../core/notice/facts.ts'
import { modeOf } from '../core/notice/moment.ts'
import { NATURE } from '../core/notice/occasions.ts'
import { isInForce } from '../core/person/mandate.ts'
import { type Sentence, sentence } from '../core/sentence.ts'
import { digestMail } from '../letters/mail/digest.ts'
import { noticeLine, noticeMail } from '../letters/mail/notice.ts'
import { ALL_TOPICS } from '../letters/mail/switch-off.ts'
import { mailText } from '../letters/mail/text.ts'
import { type NoticeName, nameOf, type Texts, withOwn } from '../letters/notices.ts'
import { type HeldDelivery, peopleDue, type Release, releaseHeld, type Waiting } from '../store/held-deliveries.ts'
import { ownTexts } from '../store/notice-texts.ts'
import { pathOf } from './notice-draft.ts'
import { type JobRun, type JobTools, officeOf } from './tools.ts'

export const releaseNotices: JobRun = async (tools) => {
  for (const { agency } of tools.catalogue.agencies) await releaseOf(tools, agency.agency)
}

type Desk = { tools: JobTools; office: AgencyData; texts: Readonly<Record<NoticeName, Texts>>; person: Waiting }

const releaseOf = async (tools: JobTools, agency: string): Promise<void> => {
  const now = tools.now()
  const people = await peopleDue(tools.store, agency, now)
  if (people.length === 0) return
  const office = await officeOf(tools, agency)
  const texts = withOwn(await ownTexts(tools.store, agency))
  for (const person of people) {
    const desk = { tools, office, texts, person }
    await releaseHeld(tools.store, agency, { person: person.person, now, decide: (held) => decide(desk, held) })
  }
}

const decide = (desk: Desk, held: readonly HeldDelivery[]): Release[] => {
  const judged = held.map((one) => ({ one, skipped: skippedBecause(desk, one) }))
  const wanted = judged.flatMap(({ one, skipped }) => (skipped ? [] : [one]))
  const [single, ...more] = wanted
  const mail = single && (more.length === 0 ? mailOf(desk, single) : digestOf(desk, wanted))
  return [
    ...judged.flatMap(({ one, skipped }): Release[] => (skipped ? [{ deliveries: [one.delivery], skipped }] : [])),
    ...(mail ? [{ deliveries: wanted.map(({ delivery }) => delivery), mail }] : []),
  ]
}

/** Null where it is still worth a mail. */
const skippedBecause = ({ person, office }: Desk, held: HeldDelivery): Sentence | null => {
  if (!person.isActive) return sentence('Akunnya ditutup.', 'The account is closed.')
  if (held.isRead) return sentence('Sudah dibaca di aplikasi.', 'Read in the application already.')
  if (held.isDone) return sentence('Sudah dikerjakan.', 'Done already.')
  if (modeOf(held.reader, person.choices, held.occasion) === 'in-app')
    return sentence('Dipilih sendiri: hanya di aplikasi.', 'Their own choice: in the application only.')
  if (held.reader === 'office' && held.task !== null && !hasPost(office, person.person))
    return sentence('Tidak memegang jabatan lagi.', 'Holds no post any more.')
  return null
}

const hasPost = ({ mandates, substitutes, today }: AgencyData, person: string): boolean =>
  [...mandates, ...substitutes].some((one) => one.person === person && isInForce(one, today))

type Mail = Extract<Release, { mail: unknown }>['mail']

const hrefOf = ({ tools, office }: Desk, { reader, dossier, task }: HeldDelivery): string =>
  `${tools.publicUrl(office.agency.agency)}${pathOf(reader, dossier, task)}`

const textOf = ({ texts, person }: Desk, { reader, occasion }: HeldDelivery) =>
  texts[nameOf(reader, occasion)][person.language]

const mailOf = (desk: Desk, held: HeldDelivery): Mail => {
  const { tools, office, person } = desk
  const publicUrl = tools.publicUrl(office.agency.agency)
  const { page, ...heads } = noticeMail({
    occasion: held.occasion,
    reader: held.reader,
    facts: guarded(held.isSecret, held.facts),
    text: textOf(desk, held),
    language: person.language,
    agency: office.agency,
    links: {
      open: hrefOf(desk, held),
      track: `${publicUrl}/track/${held.trackingCode}`,
      choose: `${publicUrl}/account/notices`,
    },
  })
  return {
    mail: tools.newId(),
    once: `${held.dossier}:${held.seq}:${held.occasion}:${person.person}`,
    to: person.email,
    dossier: held.dossier,
    person: person.person,
    topic: NATURE[held.occasion].group,
    ...heads,
    body: mailText(page),
    page,
  }
}

const digestOf = (desk: Desk, all: readonly HeldDelivery[]): Mail => {
  const { tools, office, person } = desk
  const { language } = person
  const publicUrl = tools.publicUrl(office.agency.agency)
  const { subject, page } = digestMail({
    language,
    agency: office.agency,
    day: speakDay(office.today, language),
    items: all.map((held) => {
      const facts = guarded(held.isSecret, held.facts)
      const { occasion, reader } = held
      const line = noticeLine({ occasion, reader, facts, text: textOf(desk, held), language, agency: office.agency })
      return { line, facts, href: hrefOf(desk, held) }
    }),
    links: { list: `${publicUrl}/notices`, choose: `${publicUrl}/account/notices` },
  })
  return {
    mail: tools.newId(),
    once: `digest:${person.person}:${all[0]?.delivery ?? ''}`,
    to: person.email,
    person: person.person,
    topic: ALL_TOPICS,
    subject,
    body: mailText(page),
    page,
  }
}
