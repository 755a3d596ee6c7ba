// A notice in words: the mail with its parts, and the line that stands in the application.
import type { Agency } from '../../core/agency/agency.ts'
import { speakInstant } from '../../core/clock/speak.ts'
import type { NoticeFacts } from '../../core/notice/facts.ts'
import type { MailPage } from '../../core/notice/mail-page.ts'
import type { Reader } from '../../core/notice/moment.ts'
import { NATURE, type Occasion } from '../../core/notice/occasions.ts'
import { filled, type NoticeText, paragraphsOf, type Words } from '../../core/notice/text.ts'
import { aroundOf, eventWords, type Language } from '../notices.ts'

export type NoticeInput = {
  occasion: Occasion
  reader: Reader
  facts: NoticeFacts
  text: NoticeText
  language: Language
  agency: Pick<Agency, 'name' | 'zone' | 'contact'>
  /** `open` only for whoever can sign in. */
  links: { open: string | null; track: string; choose: string | null }
}

/** `subject` is the title in the book; `thread` stays the same for all mails of one dossier. */
export type NoticeMail = { subject: string; thread: string; page: MailPage }

export const noticeMail = (input: NoticeInput): NoticeMail => {
  const { occasion, reader, facts, text, language, agency, links } = input
  const around = aroundOf(language)
  const words = wordsOf(input)
  const headline = oneLine(filled(text.headline, words))
  const isDemanded = reader === 'applicant' && NATURE[occasion].isDemanded === true
  return {
    subject: `[${facts.number}] ${headline}`,
    thread: `[${facts.number}] ${facts.service}`,
    page: {
      language,
      heading: headline,
      greeting: around.greeting[reader],
      paragraphs: paragraphsOf(text.body, words),
      items: [],
      facts: factRows(input),
      links: [
        ...(links.open === null
          ? []
          : [{ label: around.labels[reader === 'office' ? 'openInside' : 'open'], href: links.open }]),
        ...(reader === 'applicant' ? [{ label: around.labels.track, href: links.track }] : []),
      ],
      office: [agency.name, agency.contact.phone, agency.contact.email],
      small: links.choose === null ? [] : [around.why[reader], ...(isDemanded ? [around.demanded] : [])],
      choose: links.choose === null ? null : { label: around.labels.choose, href: links.choose },
    },
  }
}

export const noticeLine = (input: Omit<NoticeInput, 'links'>): string =>
  oneLine(filled(input.text.line, wordsOf(input))).slice(0, 300)

const factRows = ({ facts, language, reader }: NoticeInput): MailPage['facts'] => {
  const { labels, hidden } = aroundOf(language)
  return [
    { label: labels.service, value: facts.service },
    { label: labels.subject, value: facts.subject ?? hidden },
    ...(reader === 'office' && facts.client !== '' ? [{ label: labels.client, value: facts.client }] : []),
    { label: labels.number, value: facts.number },
  ]
}

const wordsOf = ({ occasion, facts, language, agency }: Omit<NoticeInput, 'links'>): Words => {
  const { hidden } = aroundOf(language)
  return {
    peristiwa: eventWords(occasion, language),
    nomor: facts.number,
    layanan: facts.service,
    hal: facts.subject ?? hidden,
    pemohon: facts.client,
    langkah: facts.step,
    jabatan: facts.post,
    batas: facts.dueAt === null ? '' : speakInstant(facts.dueAt, language, agency.zone),
    oleh: facts.by,
    alasan: facts.reason ?? hidden,
    catatan: facts.note ?? hidden,
    giliran: facts.turn,
    komentar: facts.comment ?? hidden,
    agenda: facts.agenda,
    surat: facts.letter,
    kantor: agency.name,
  }
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim()
