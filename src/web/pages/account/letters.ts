// The mails about accounts, in the language of their reader, with links that lead to this agency.
import type { OfficeRules } from '../../../core/agency/catalogue.ts'
import type { Instant } from '../../../core/clock/instant.ts'
import { speakInstant } from '../../../core/clock/speak.ts'
import { hintOf } from '../../../core/person/access-token.ts'
import { SCOPES, type Scope } from '../../../core/person/scopes.ts'
import type { Letter } from '../../../store/registrations.ts'
import type { Services } from '../../services.ts'
import { textOf } from '../../text/text.ts'
import type { Lang } from '../../ui/masthead.tsx'

type LinkKind = 'invitation' | 'approved' | 'reset'
type PlainKind = 'registered' | 'closed'

const LINK_PATHS: Record<LinkKind, string> = { invitation: '/invitation', approved: '/invitation', reset: '/reset/new' }

export type AccountLetters = {
  withToken: (kind: LinkKind, language: Lang, link: { token: string; expiresAt: Instant }) => Letter
  withPath: (kind: 'alreadyKnown' | 'waits', language: Lang, path: string) => Letter
  plain: (kind: PlainKind, language: Lang) => Letter
  refused: (language: Lang, reason: string) => Letter
  tokenMade: (language: Lang, token: MadeToken) => Letter
}

export type MadeToken = { name: string; text: string; scopes: readonly Scope[]; expiresAt: Instant }

export const TOKENS_PATH = '/account/tokens'

export const lettersOf = (
  { agency }: { agency: Pick<OfficeRules, 'agency'> },
  services: Pick<Services, 'publicUrl'>,
): AccountLetters => {
  const office = agency.agency
  const place = { office: office.name, contact: `${office.contact.phone} · ${office.contact.email}` }
  const home = services.publicUrl(office.agency)
  const wordsOf = (language: Lang) => textOf(language).account.mails
  return {
    withToken: (kind, language, { token, expiresAt }) => {
      const words = wordsOf(language)[kind]
      const link = `${home}${LINK_PATHS[kind]}?token=${token}`
      return {
        subject: words.subject(office.short),
        body: words.body(place, link, speakInstant(expiresAt, language, office.zone)),
      }
    },
    withPath: (kind, language, path) => {
      const words = wordsOf(language)[kind]
      return { subject: words.subject(office.short), body: words.body(place, `${home}${path}`) }
    },
    plain: (kind, language) => {
      const words = wordsOf(language)[kind]
      return { subject: words.subject(office.short), body: words.body(place) }
    },
    refused: (language, reason) => {
      const words = wordsOf(language).refused
      return { subject: words.subject(office.short), body: words.body(place, reason) }
    },
    tokenMade: (language, { name, text, scopes, expiresAt }) => {
      const words = wordsOf(language).tokenMade
      const labels = scopes.map((scope) => SCOPES[scope].label[language]).join(', ')
      const until = speakInstant(expiresAt, language, office.zone)
      const token = { name, hint: hintOf(text), scopes: labels, until }
      return { subject: words.subject(office.short), body: words.body(place, token, `${home}${TOKENS_PATH}`) }
    },
  }
}
