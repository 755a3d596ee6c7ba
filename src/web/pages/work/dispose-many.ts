// Letters that can be disposed of with one instruction: those that go to the same desk and ask the same question.
import type { By } from '../../../core/dossier/events.ts'
import { byForTask } from '../../acting.ts'
import type { Person } from '../../visitor.ts'
import type { Chosen } from './chosen.ts'

type PostHat = Extract<By, { kind: 'post' }>
export type Letter = { chosen: Chosen; by: PostHat }
export type Unfit = 'notDispose' | 'notMine' | 'taken' | 'closed'

/** Alike in all that the form asks; `next` is the post that gets them. */
export type Group = { next: string | null; by: PostHat; letters: Letter[] }

export type Sorted = { groups: Group[]; unfit: { chosen: Chosen; why: Unfit }[] }

export const sortLetters = (person: Person, chosen: readonly Chosen[]): Sorted => {
  const groups = new Map<string, Group>()
  const unfit: Sorted['unfit'] = []
  for (const one of chosen) {
    const by = byForTask(person, one)
    const why = unfitness(person, one, by)
    if (why !== null || by?.kind !== 'post') {
      unfit.push({ chosen: one, why: why ?? 'notMine' })
      continue
    }
    const next = nextPostOf(one)
    const alike = JSON.stringify([next, by.post, questionOf(one)])
    const group = groups.get(alike) ?? { next, by, letters: [] }
    group.letters.push({ chosen: one, by })
    groups.set(alike, group)
  }
  return { groups: [...groups.values()], unfit }
}

const unfitness = (person: Person, { task, step }: Chosen, by: By | null): Unfit | null => {
  if (task.closedAt !== null) return 'closed'
  if (task.kind !== 'main' || step?.act !== 'dispose') return 'notDispose'
  if (by?.kind !== 'post') return 'notMine'
  return task.takenBy !== null && task.takenBy !== person.person ? 'taken' : null
}

const nextPostOf = ({ procedure, step }: Chosen): string | null =>
  step?.forwardsTo === undefined ? null : (procedure.actors[step.forwardsTo]?.post ?? null)

/** A step that was sent back goes straight to where it came from, and asks nothing. */
export const questionOf = ({ task, step }: Chosen) => (task.backTo === null ? (step?.decides ?? null) : null)
