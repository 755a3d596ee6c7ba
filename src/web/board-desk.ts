// What a board shows to whom: for pages and programs.
import { type Agency, headPost } from '../core/agency/agency.ts'
import type { Rung } from '../core/clock/ladder-schema.ts'
import { type EscalationGap, escalationGap, postsBelow, postsWithoutHolder } from '../core/person/escalation.ts'
import { type BoardRows, type BreachRow, readBoard } from '../store/board.ts'
import { latestReProjections, type ReProjection } from '../store/re-projections.ts'
import type { Services } from './services.ts'
import type { SignedIn, Visitor } from './visitor.ts'

export type Undelivered = BreachRow & { gap: EscalationGap }

export type Board = Omit<BoardRows, 'escalated'> & {
  undelivered: Undelivered[]
  withoutHolder: { post: string; coveredBy: string | null }[]
  runs: ReProjection[]
}

const RUNS = 3

export const boardFor = async (
  { store }: Pick<Services, 'store'>,
  { agency: office, now }: Pick<Visitor, 'agency' | 'now'>,
  { actor }: Pick<SignedIn, 'actor'>,
): Promise<Board> => {
  const { agency } = office
  const posts = boardPosts(agency, actor)
  const [{ escalated, ...rows }, runs] = await Promise.all([
    readBoard(store, agency.agency, { posts, now }),
    latestReProjections(store, agency.agency, RUNS),
  ])
  const at = { day: office.today }
  const undelivered = escalated.flatMap((row) => {
    const gap = escalationGap(office, { posts: row.posts, tell: row.tell.filter(isAudience), ...at })
    return gap ? [{ ...row, gap }] : []
  })
  // Above the head stands nobody who could take note.
  const unacknowledged = rows.unacknowledged.filter(({ explainedPost }) => explainedPost !== headPost(agency))
  return { ...rows, unacknowledged, undelivered, withoutHolder: postsWithoutHolder(office, posts, at.day), runs }
}

/** Administrators see all; a superior what lies with them and below. */
const boardPosts = (agency: Agency, { isAdministrator, posts }: SignedIn['actor']): string[] =>
  isAdministrator ? agency.posts.map(({ post }) => post) : [...new Set([...posts, ...postsBelow(agency, posts)])]

const isAudience = (text: string): text is Rung['tell'][number] => text === 'superior' || text === 'head'
