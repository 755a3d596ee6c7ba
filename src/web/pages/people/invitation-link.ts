// An invitation: a fresh one-time link and the mail that carries it.
import type { LinkMail } from '../../../store/people-changes.ts'
import type { Services } from '../../services.ts'
import type { Lang } from '../../ui/masthead.tsx'
import type { Visitor } from '../../visitor.ts'
import { later } from '../account/begin-session.ts'
import { lettersOf } from '../account/letters.ts'
import { INVITATION_DAYS } from '../account/reset.tsx'

export const invitationLink = (
  visitor: Visitor,
  services: Services,
  { kind, language }: { kind: 'invitation' | 'approved'; language: Lang },
): LinkMail => {
  const token = services.newToken()
  const expiresAt = later(visitor.now, { hours: 24 * INVITATION_DAYS })
  return {
    mail: services.newId(),
    token,
    expiresAt,
    ...lettersOf(visitor, services).withToken(kind, language, { token, expiresAt }),
  }
}
