// Whose initials a letter wants before it is sent, whose are missing, and who has been asked.
import type { Procedure } from '../procedure/schema.ts'
import { letterAt } from './acts/draft.ts'
import type { Dossier, Task } from './dossier.ts'
import { initialsOf } from './letters/course.ts'
import { openSideTasks } from './tasks.ts'

/** Posts, in the order of the policy. */
export type Initials = { wanted: string[]; missing: string[]; waiting: string[] }

export const initialsAt = (procedure: Procedure, dossier: Dossier, { task }: Task, letter: string): Initials => {
  const wanted = initialsOf(procedure, letter)
  const given = letterAt(dossier, task, letter)?.initials ?? []
  return {
    wanted,
    missing: wanted.filter((post) => !given.some((one) => one.post === post)),
    waiting: openSideTasks(dossier, task, 'initial').flatMap((side) => side.posts),
  }
}
