// Letters of a dossier that have their number and wait for a signature, and who may go on with each.
import type { Dossier, Letter } from '../../core/dossier/dossier.ts'
import { taskNamed } from '../../core/dossier/dossier.ts'
import type { By } from '../../core/dossier/events.ts'
import type { Procedure } from '../../core/procedure/schema.ts'
import { byForTask, byPost } from '../acting.ts'
import type { Person } from '../visitor.ts'

export type Unsigned = Letter & { number: string }

/** A page that lies there frozen, or a call to a signing service of which nobody knows how it ended. */
export const isWaitingForHand = (letter: Letter): letter is Unsigned =>
  letter.number !== null && letter.paper === null && letter.signing?.prepared != null

/** The letter of this task and kind; `task` is empty for one that belongs to no task. */
export const unsignedNamed = (dossier: Dossier, task: string, name: string): Unsigned | null => {
  const letter = dossier.letters.findLast((one) => one.letter === name && (one.task ?? '') === task)
  return letter && isWaitingForHand(letter) ? letter : null
}

/** Of those who may: the post of the task, or the post whose decision a letter of no task tells. */
export const signerOf = (
  person: Person,
  { procedure, dossier }: { procedure: Procedure; dossier: Dossier },
  { task: id, by }: Pick<Letter, 'task' | 'by'>,
): Extract<By, { kind: 'post' }> | null => {
  const task = id === null ? undefined : taskNamed(dossier, id)
  const found =
    id === null
      ? by?.kind === 'post' && byPost(person, procedure, [by.post])
      : task?.closedAt === null && byForTask(person, { procedure, dossier, task })
  return found && found.kind === 'post' ? found : null
}
