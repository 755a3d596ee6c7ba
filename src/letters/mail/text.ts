// A mail as plain text, for readers and programs that want no more.
import type { MailPage } from '../../core/notice/mail-page.ts'

export const mailText = (page: MailPage): string => {
  const parts = [
    page.greeting,
    ...page.paragraphs,
    ...page.items.map(({ title, detail, href }) => [title, detail, href].filter((line) => line !== '').join('\n')),
    page.facts.map(({ label, value }) => `${label}: ${value}`).join('\n'),
    ...page.links.map(({ label, href }) => `${label}: ${href}`),
    page.office.join('\n'),
    [...page.small, ...(page.choose ? [`${page.choose.label}: ${page.choose.href}`] : [])].join('\n'),
  ]
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`
}
