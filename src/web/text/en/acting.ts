// Words about the post under which somebody acts.

import type { acting as id } from '../id/acting.ts'
import type { Widened } from '../text.ts'

export const acting: Widened<typeof id> = {
  label: 'You act as',
  any: 'Whichever the task asks for',
  chosen: (hat) => `This post is tried first now: ${hat}.`,
  noneChosen: 'Each task is done under its own post.',
  represents: (name) => `for ${name}`,
  only: (count) => `${count} ${count === 1 ? 'service' : 'services'} only`,
  notChosen: (chosen) => `not ${chosen}, because this step waits for that post`,
  away: (hat) => `${hat}: you are away`,
  coveredBy: (who) => `The work is done by ${who}. You can still see it.`,
  released: 'Task released by the system',
  fourEyes: 'Maker is not checker',
}
