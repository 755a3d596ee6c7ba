// One mail for all that happened since the last one: a line for each, with the way there.
import type { Agency } from '../../core/agency/agency.ts'
import type { NoticeFacts } from '../../core/notice/facts.ts'
import type { MailPage } from '../../core/notice/mail-page.ts'
import { aroundOf, type Language } from '../notices.ts'

type DigestInput = {
  language: Language
  agency: Pick<Agency, 'name' | 'contact'>
  /** The day in words. */
  day: string
  items: readonly { line: string; facts: NoticeFacts; href: string }[]
  links: { list: string; choose: string }
}

/** More stand in the application. */
const MOST_ITEMS = 50

export const digestMail = ({
  language,
  agency,
  day,
  items,
  links,
}: DigestInput): { subject: string; page: MailPage } => {
  const words = WORDS[language]
  const around = aroundOf(language)
  const heading = words.heading(items.length, day)
  const left = items.length - MOST_ITEMS
  return {
    subject: heading,
    page: {
      language,
      heading,
      greeting: around.greeting.office,
      paragraphs: [words.lead, ...(left > 0 ? [words.more(left)] : [])],
      items: items.slice(0, MOST_ITEMS).map(({ line, facts, href }) => ({
        title: line,
        detail: `${facts.number} · ${facts.subject ?? around.hidden}`,
        href,
      })),
      facts: [],
      links: [{ label: words.open, href: links.list }],
      office: [agency.name, agency.contact.phone, agency.contact.email],
      small: [words.why],
      choose: { label: around.labels.choose, href: links.choose },
    },
  }
}

const WORDS = {
  id: {
    heading: (count: number, day: string) => `Ringkasan ${day}: ${count} pemberitahuan`,
    lead: 'Yang terjadi sejak ringkasan terakhir dan belum Anda baca:',
    more: (count: number) => `Selain yang tercantum di sini masih ada ${count} lagi di MIPP.`,
    open: 'Buka pemberitahuan',
    why: 'Anda menerima satu ringkasan setiap pagi hari kerja untuk yang tidak mendesak.',
  },
  en: {
    heading: (count: number, day: string) => `Digest of ${day}: ${count} notices`,
    lead: 'What has happened since the last digest and you have not read:',
    more: (count: number) => `Besides those listed here, ${count} more stand in MIPP.`,
    open: 'Open the notices',
    why: 'You receive one digest each working morning for what is not urgent.',
  },
}
