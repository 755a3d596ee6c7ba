// Who may be asked by whom: below and beside a post, as far as the office lets its dispositions go.
import type { Agency } from '../../agency/agency.ts'
import { postsAbove } from '../../agency/agency.ts'
import type { Dossier, Task } from '../dossier.ts'
import { taskNamed } from '../dossier.ts'

/** Posts to which the holder of a side task may dispose of it onward; nobody who waits for an answer above it. */
export const onwardPosts = (
  agency: Pick<Agency, 'posts' | 'dispositions'>,
  { dossier, task }: { dossier: Dossier; task: Task },
  open: readonly string[],
): string[] => {
  const from = task.posts[0] ?? ''
  const waiting = [...task.posts, ...branchAbove(dossier, task).flatMap((one) => one.posts), ...askedNow(dossier, task)]
  const mayBe = (to: string): boolean => agency.dispositions.onward.some((rule) => REACHES[rule](agency, from, to))
  return open.filter((to) => !waiting.includes(to) && mayBe(to))
}

type Rule = Agency['dispositions']['onward'][number]

const REACHES: Record<Rule, (agency: Pick<Agency, 'posts'>, from: string, to: string) => boolean> = {
  below: (agency, from, to) => postsAbove(agency, [to]).includes(from),
  beside: ({ posts }, from, to) =>
    superiorIn(posts, from) !== undefined && superiorIn(posts, from) === superiorIn(posts, to),
  any: () => true,
}

const superiorIn = (posts: Agency['posts'], name: string): string | undefined =>
  posts.find(({ post }) => post === name)?.superior

/** Tasks over this one, up to the step of the path that began it. */
const branchAbove = (dossier: Dossier, { parent }: Task): Task[] => {
  const above = parent === null ? undefined : taskNamed(dossier, parent)
  return above ? [above, ...branchAbove(dossier, above)] : []
}

/** Whoever has it from this post already and has not answered. */
const askedNow = (dossier: Dossier, { task }: Task): string[] =>
  dossier.tasks
    .filter((one) => one.kind === 'attention' && one.parent === task && one.closedAt === null)
    .flatMap((one) => one.posts)
