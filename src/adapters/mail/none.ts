// An office that has set no mail server: every mail stays in the book as not delivered, and says why.

import { sentence } from '../../core/sentence.ts'
import { lasting } from '../outcome.ts'
import type { MailPort } from './port.ts'

export const createNoMail = (): MailPort => ({
  name: '-',
  isStandIn: false,
  send: async () => lasting(isNotSet),
})

const isNotSet = sentence(
  'Kantor ini belum menyetel server surel (MIPP_SMTP_URL); surel ini tidak terkirim.',
  'This office has set no mail server (MIPP_SMTP_URL); this mail was not sent.',
)
