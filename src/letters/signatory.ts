// Who stands under a letter: the post with its capacity, in whose name it signs, and the name of its holder.
import { type Agency, postTitle } from '../core/agency/agency.ts'
import { type Instant, inZone } from '../core/clock/instant.ts'
import type { By } from '../core/dossier/events.ts'
import { type HeldMandate, isInForce } from '../core/person/mandate.ts'
import { signedLines } from '../core/person/service.ts'
import { type SeatedBy, seatTitle } from '../core/person/title.ts'
import type { Signatory } from './letter-page.ts'
import type { PrintedSigning } from './signing.ts'

type Signing = {
  office: Agency
  mandates: readonly HeldMandate[]
  by: By
  /** When it is signed: who holds what on that day counts. */
  at: Instant
  signing: PrintedSigning
}

export const signatoryOf = ({ office, mandates, by, at, signing }: Signing): Signatory => {
  if (by.kind !== 'post') return { ...seatOf(office, by, office.short), onBehalfOf: null, signing, holder: [] }
  const own = by.capacity === 'an' ? ownPost({ office, mandates, by, at, signing }) : undefined
  const holder = holderLines(by, mandates)
  if (own === undefined) return { ...seatOf(office, by, office.short), onBehalfOf: null, signing, holder }
  return {
    post: postTitle(office, own),
    capacity: 'definitive',
    onBehalfOf: postTitle(office, by.post),
    ordering: between(office, own, by.post),
    signing,
    holder,
  }
}

/** The post as it is printed behind the capacity; what is neither signed nor initialed by a post stands under another name. */
export const seatOf = (office: Agency, by: By, otherwise: string): SeatedBy =>
  by.kind === 'post'
    ? { ...by, post: seatTitle(by, (post) => postTitle(office, post)) }
    : { post: otherwise, capacity: 'definitive' }

/** Whoever signs in the name of another post signs as what they are themselves. */
const ownPost = ({ office, mandates, by, at }: Signing): string | undefined => {
  const day = inZone(at, office.zone).toPlainDate().toString()
  return mandates.find(
    (one) => by.kind === 'post' && one.person === by.person && one.capacity === 'definitive' && isInForce(one, day),
  )?.post
}

/** The post that passed the order on (u.b.): the one above the signer, unless that is the one in whose name it goes out. */
const between = ({ posts }: Agency, own: string, represented: string): string | null => {
  const above = posts.find(({ post }) => post === own)?.superior
  const passing = posts.find(({ post }) => post === above)
  return passing && passing.post !== represented ? passing.title : null
}

/** Name, rank and staff number; and both names, where somebody signs for somebody else. */
const holderLines = (
  { name, actsFor, person }: SeatedBy & { person: string },
  mandates: readonly HeldMandate[],
): string[] => {
  const known = name ?? mandates.find((one) => one.person === person)?.name
  return [
    ...(known === undefined ? [] : signedLines({ person, name: known }, mandates)),
    ...(actsFor ? [`mewakili ${actsFor.name}`] : []),
  ]
}
