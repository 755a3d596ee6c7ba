// A mail as a page that old programs show too: tables, styles beside each piece, nothing from elsewhere.
import type { MailPage } from '../../core/notice/mail-page.ts'

export const mailHtml = (page: MailPage): string =>
  `<!doctype html>
<html lang="${page.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light">
<title>${escaped(page.heading)}</title>
</head>
<body style="margin:0;padding:0;background-color:#f4f2ec">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="background-color:#f4f2ec">
<tr><td align="center" style="padding:24px 12px">
<table role="presentation" width="600" cellpadding="0" cellspacing="0" border="0" style="width:100%;max-width:600px;background-color:#ffffff;border:1px solid #d9d5ca">
<tr><td style="padding:16px 24px;background-color:#2b3a67;color:#ffffff;${FONT}font-size:14px;line-height:20px">MIPP${page.office[0] ? ` &middot; ${escaped(page.office[0])}` : ''}</td></tr>
<tr><td style="padding:24px;color:#23252e;${FONT}font-size:16px;line-height:24px">
<h1 style="margin:0 0 16px;${FONT}font-size:22px;line-height:28px;font-weight:bold;color:#23252e">${escaped(page.heading)}</h1>
${[page.greeting, ...page.paragraphs]
  .filter((part) => part !== '')
  .map(paragraph)
  .join('\n')}
${page.items.length > 0 ? itemTable(page.items) : ''}
${page.facts.length > 0 ? factTable(page.facts) : ''}
${page.links.map(linkOf).join('\n')}
</td></tr>
<tr><td style="padding:16px 24px;border-top:1px solid #d9d5ca;color:#565a66;${FONT}font-size:13px;line-height:19px">
${page.office.map(escaped).join('<br>')}
${page.small.map((line) => `<p style="margin:12px 0 0">${escaped(line)}</p>`).join('\n')}
${page.choose ? `<p style="margin:12px 0 0"><a href="${escaped(page.choose.href)}" style="color:#2b3a67">${escaped(page.choose.label)}</a></p>` : ''}
</td></tr>
</table>
</td></tr>
</table>
</body>
</html>
`

const FONT = 'font-family:Arial,Helvetica,sans-serif;'

const paragraph = (text: string): string => `<p style="margin:0 0 16px">${lines(text)}</p>`

const factTable = (facts: MailPage['facts']): string =>
  `<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="margin:0 0 16px;border-top:1px solid #e4e1d8">
${facts.map(factRow).join('\n')}
</table>`

const CELL = `padding:8px 12px 8px 0;border-bottom:1px solid #e4e1d8;vertical-align:top;${FONT}font-size:15px;line-height:22px;`

const factRow = ({ label, value }: MailPage['facts'][number]): string =>
  `<tr><td width="140" style="${CELL}color:#565a66">${escaped(label)}</td><td style="${CELL}color:#23252e;word-break:break-word">${lines(value)}</td></tr>`

const itemTable = (items: MailPage['items']): string =>
  `<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="margin:0 0 16px;border-top:1px solid #e4e1d8">
${items.map(itemRow).join('\n')}
</table>`

const itemRow = ({ title, detail, href }: MailPage['items'][number]): string =>
  `<tr><td style="${CELL}color:#23252e;word-break:break-word"><a href="${escaped(href)}" style="color:#2b3a67;font-weight:bold">${lines(title)}</a>${detail === '' ? '' : `<br><span style="color:#565a66">${lines(detail)}</span>`}</td></tr>`

const linkOf = ({ label, href }: MailPage['links'][number], index: number): string =>
  index === 0
    ? `<table role="presentation" cellpadding="0" cellspacing="0" border="0" style="margin:0 0 12px"><tr><td style="background-color:#2b3a67;padding:12px 20px"><a href="${escaped(href)}" style="color:#ffffff;text-decoration:none;${FONT}font-size:16px;line-height:20px;font-weight:bold">${escaped(label)}</a></td></tr></table>`
    : `<p style="margin:0 0 12px"><a href="${escaped(href)}" style="color:#2b3a67">${escaped(label)}</a></p>`

const lines = (text: string): string => text.split('\n').map(escaped).join('<br>')

const SIGNS: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => SIGNS[sign] ?? sign)
