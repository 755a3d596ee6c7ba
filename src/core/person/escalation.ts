// Whether an escalation reaches anybody: a post may have none above it, or one that nobody can do the work of.
import { type Agency, headPost, postsAbove } from '../agency/agency.ts'
import type { Day } from '../clock/instant.ts'
import type { Rung } from '../clock/ladder-schema.ts'
import { coverOf, holdersOf, type People } from './holders.ts'

export type EscalationGap = 'nobody-above' | 'nobody-holds'

type Office = People & { agency: Pick<Agency, 'posts'> }
type Escalated = { posts: readonly string[]; tell: Rung['tell']; day: Day }

/** Null where whoever should hear of it can. */
export const escalationGap = (office: Office, { posts, tell, day }: Escalated): EscalationGap | null => {
  if (tell.includes('superior')) {
    const above = posts.flatMap((post) => directSuperior(office, post) ?? [])
    if (above.length === 0) return 'nobody-above'
    if (above.every((post) => holdersOf(office, post, day).length === 0)) return 'nobody-holds'
  }
  if (tell.includes('head') && holdersOf(office, headPost(office.agency), day).length === 0) return 'nobody-holds'
  return null
}

const directSuperior = ({ agency }: Office, name: string): string | undefined =>
  agency.posts.find(({ post }) => post === name)?.superior

/** Posts below any of these, however far. */
export const postsBelow = (agency: Pick<Agency, 'posts'>, above: readonly string[]): string[] =>
  agency.posts.map(({ post }) => post).filter((post) => postsAbove(agency, [post]).some((one) => above.includes(one)))

/** Posts of today whose own people cannot do their work, and which post does it instead. */
export const postsWithoutHolder = (
  office: Office,
  posts: readonly string[],
  day: Day,
): { post: string; coveredBy: string | null }[] =>
  posts.flatMap((post) => {
    const { gap } = coverOf(office, post, { day })
    return gap && gap.reason !== 'closed' ? [{ post, coveredBy: gap.coveredBy }] : []
  })
