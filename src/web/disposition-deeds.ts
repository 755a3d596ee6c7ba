// What may be done with a disposition now, beyond answering it: the same rules for the buttons of the page and for programs.

import { openPosts } from '../core/agency/agency.ts'
import type { AgencyData } from '../core/agency/catalogue.ts'
import { againBar, disposedAt, isClosedOut } from '../core/dossier/dispositions/close.ts'
import { recallBar } from '../core/dossier/dispositions/recall.ts'
import { onwardPosts } from '../core/dossier/dispositions/rules.ts'
import { tasksBelow } from '../core/dossier/dispositions/tree.ts'
import { type Dossier, type Task, taskNamed } from '../core/dossier/dossier.ts'
import type { By } from '../core/dossier/events.ts'
import type { Procedure } from '../core/procedure/schema.ts'
import { byPost } from './acting.ts'
import type { Person } from './visitor.ts'

export const DISPOSITION_DEEDS = ['dispose-onward', 'ask-again', 'close-disposition', 'recall-disposition'] as const
export type DispositionDeed = (typeof DISPOSITION_DEEDS)[number]

type At = { agency: AgencyData; procedure: Procedure; dossier: Dossier; task: Task }

/** Posts that may be asked onward from this side task. */
export const onwardChoices = ({ agency, dossier, task }: Omit<At, 'procedure'>): string[] =>
  task.kind === 'attention' && task.closedAt === null
    ? onwardPosts(agency.agency, { dossier, task }, openPosts(agency.agency, agency.today.toString()))
    : []

/** The hat of the post that disposed of this task, if the person wears it. */
export const byDisposer = (
  person: Person,
  { procedure, dossier }: Pick<At, 'procedure' | 'dossier'>,
  id: string,
): By | null => {
  const task = taskNamed(dossier, id)
  const by = task ? byPost(person, procedure, task.posts) : null
  return by && disposedAt(dossier, id, by) ? by : null
}

/** The task that was disposed of where this one is a recipient's or, on the path, the disposing step itself. */
export const disposerOf = (task: Task): string => (task.kind === 'attention' ? (task.parent ?? '') : task.task)

export const dispositionDeeds = (person: Person, at: At): DispositionDeed[] => [
  ...(mayPassOn(person, at) ? ['dispose-onward' as const] : []),
  ...(mayAskAgain(person, at) ? ['ask-again' as const] : []),
  ...(mayClose(person, at) ? ['close-disposition' as const] : []),
  ...(mayRecall(person, at) ? ['recall-disposition' as const] : []),
]

const mayPassOn = (person: Person, at: At): boolean =>
  byPost(person, at.procedure, at.task.posts) !== null && onwardChoices(at).length > 0

export const mayClose = (person: Person, at: At): boolean => {
  const { dossier, task } = at
  const isOpen = dossier.status === 'open' && (task.kind === 'main' || task.closedAt === null)
  const isMine = isOpen && byDisposer(person, at, task.task) !== null
  return isMine && tasksBelow(dossier, task.task).length > 0 && !isClosedOut(dossier, task)
}

export const mayAskAgain = (person: Person, at: At): boolean => {
  const { dossier, task } = at
  const parent = task.kind === 'attention' ? taskNamed(dossier, disposerOf(task)) : undefined
  return (
    parent !== undefined && byDisposer(person, at, parent.task) !== null && againBar(dossier, task, parent) === null
  )
}

export const mayRecall = (person: Person, at: At): boolean =>
  byDisposer(person, at, disposerOf(at.task)) !== null &&
  recallBar(at.procedure, at.dossier, at.task, { office: at.agency }) === null
