// Words about where a dossier stands: steps, who is waited for, since when.
import type { PositionWords } from '../id/office-story.ts'

export const story = {
  ended: { finished: 'Finished', rejected: 'Refused', withdrawn: 'Withdrawn' },
  status: { open: 'In progress', finished: 'Finished', rejected: 'Refused', withdrawn: 'Withdrawn' },
  position: ({ position, of, who, isApplicant, since, until }: PositionWords): string =>
    `Step ${position} of ${of}, ${isApplicant ? `waiting for ${who}` : `on the desk of ${who}`} since ${since}${until === '' ? '' : `, due ${until}`}`,
  place: (position: number, of: number): string => `Step ${position} of ${of}`,
  picture: {
    label: 'The way of the dossier',
    states: {
      done: 'Done',
      current: 'Being worked on',
      later: 'Waiting its turn',
      returned: 'Returned',
      skipped: 'Not carried out',
    },
    standard: 'Standard',
    used: 'Used',
  },
}
