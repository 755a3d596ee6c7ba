// Finds letters of a dossier, and the tasks of those that go their way beside the path.
import type { Dossier, Task } from '../dossier.ts'
import type { Letter } from './letter.ts'

/** By its lasting id. */
export const letterNamed = ({ letters }: Pick<Dossier, 'letters'>, id: string): Letter | undefined =>
  letters.findLast((one) => one.id === id)

/** The letter that a task is about: an initial is given at a task of its own. */
export const letterOfTask = (dossier: Dossier, { task, kind, parent }: Task): Letter | undefined =>
  dossier.letters.findLast((one) => one.task === (kind === 'initial' ? parent : task))

/** Written, initialed or signed beside the path: it neither holds the path nor ends with it. */
export const isBesideTask = (dossier: Pick<Dossier, 'tasks'>, { kind, parent }: Task): boolean =>
  kind === 'write' ||
  kind === 'sign' ||
  (kind === 'initial' && dossier.tasks.some((one) => one.task === parent && one.kind === 'write'))

/** Letters beside the path of which somebody has yet to say what becomes of them. */
export const openBeside = ({ letters }: Pick<Dossier, 'letters'>): Letter[] =>
  letters.filter((letter) => letter.beside !== null && letter.paper === null && letter.dropped === null)

export const successorOf = ({ letters }: Pick<Dossier, 'letters'>, id: string): Letter | undefined =>
  letters.findLast((one) => one.replaces === id && one.dropped === null)
