// The path of a dossier over the official sheet, from its story: what is done, where it stands, how many rounds.
import type { Dossier } from '../../core/dossier/dossier.ts'
import type { Event } from '../../core/dossier/events.ts'
import { walkedWays } from '../../core/dossier/walked-ways.ts'
import { END } from '../../core/procedure/flow.ts'
import type { Procedure } from '../../core/procedure/schema.ts'
import type { Mark } from '../../core/procedure/sheet/picture.ts'
import type { WalkedPath } from '../../core/procedure/sheet/walked.ts'
import type { StepStory } from './steps.ts'

export type SopPathInput = {
  procedure: Procedure
  dossier: Pick<Dossier, 'status'>
  events: readonly Event[]
  story: readonly StepStory[]
}

export const sopPath = ({ procedure, dossier, events, story }: SopPathInput): WalkedPath => {
  const marks = new Map(
    story.flatMap(({ step, state, rounds }): [string, Mark][] =>
      state === 'done' || state === 'current' || state === 'returned' ? [[step, { state, rounds }]] : [],
    ),
  )
  if (dossier.status === 'finished') marks.set(END, { state: 'done', rounds: 1 })
  return { marks, ways: walkedWays(procedure, events) }
}
