// How a notice would look, with sample data: its parts for the page beside the form, and the mail as it would arrive.
import type { Context } from 'hono'
import type { Agency } from '../../../core/agency/agency.ts'
import { mailHtml } from '../../../letters/mail/html.ts'
import { type NoticeMail, noticeLine, noticeMail } from '../../../letters/mail/notice.ts'
import { SAMPLE_FACTS, sampleOf } from '../../../letters/mail/sample.ts'
import type { Language, NoticeName, Texts } from '../../../letters/notices.ts'
import type { WebEnv } from '../../visitor.ts'

export type Preview = NoticeMail & { language: Language; line: string }

type Wanted = { name: NoticeName; texts: Texts; language: Language }

export const previewOf = (
  agency: Pick<Agency, 'name' | 'zone' | 'contact'>,
  { name, texts, language }: Wanted,
): Preview => {
  const { reader, occasion } = sampleOf(name)
  const input = { occasion, reader, facts: SAMPLE_FACTS, text: texts[language], language, agency }
  const links = { open: '#', track: '#', choose: '#' }
  return { ...noticeMail({ ...input, links }), language, line: noticeLine(input) }
}

/** Styles stand beside each piece, as in the mail; nothing runs and nothing is loaded. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; sandbox"

export const htmlResponse = (c: Context<WebEnv>, { page }: Preview): Response =>
  c.body(mailHtml(page), 200, { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': POLICY })
