// Work that is taken away from a step gives up the number of the letter that waits there: no number is lost without a trace.
import type { Dossier } from '../dossier.ts'
import type { Fact } from '../events.ts'

/** In front of the facts that end a step otherwise than by its letter: the numbers that go with it. */
export const withVoided = (dossier: Dossier | null, facts: readonly Fact[]): Fact[] => {
  const ending = facts.find(isEnding)
  if (!dossier || !ending) return [...facts]
  return [
    ...dossier.letters
      .filter(({ task, number, paper }) => task !== null && number !== null && paper === null)
      .filter(({ task }) => ending.type !== 'returned' || task === ending.task)
      .map(
        ({ task, letter, number }): Fact => ({
          type: 'letter-voided',
          task,
          letter,
          number: number ?? '',
          reason: ending.reason,
        }),
      ),
    ...facts,
  ]
}

type Ending = Extract<Fact, { type: 'returned' | 'rejected' | 'withdrawn' }>

const isEnding = (fact: Fact): fact is Ending =>
  fact.type === 'returned' || fact.type === 'rejected' || fact.type === 'withdrawn'
