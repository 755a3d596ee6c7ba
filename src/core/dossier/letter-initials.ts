// Whose initials a letter wants before it is sent, whose are missing, and who has been asked.
import type { Procedure } from '../procedure/schema.ts'
import { letterAt } from './acts/draft.ts'
import type { Dossier, Task } from './dossier.ts'
import { openSideTasks } from './tasks.ts'

/** Posts, in the order of the policy. */
export type Initials = { wanted: string[]; missing: string[]; waiting: string[] }

export const initialsAt = (procedure: Procedure, dossier: Dossier, { task }: Task, letter: string): Initials => {
  const wanted = initialingPosts(procedure, letter)
  const given = letterAt(dossier, task, letter)?.initials ?? []
  return {
    wanted,
    missing: wanted.filter((post) => !given.some((one) => one.post === post)),
    waiting: openSideTasks(dossier, task, 'initial').flatMap((side) => side.posts),
  }
}

export const initialingPosts = (procedure: Procedure, letter: string): string[] =>
  (procedure.policy.initials[letter] ?? []).flatMap((actor) => procedure.actors[actor]?.post ?? [])
