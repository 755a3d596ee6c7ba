// Words of the work list.
/** Counted no further than this. */
const MOST = 100

export const work = {
  title: 'Work',
  lead: (count: number): string =>
    count === 0
      ? 'No tasks wait for your posts.'
      : `${count < MOST ? count : `More than ${MOST - 1}`} ${count === 1 ? 'task waits' : 'tasks wait'} for your posts; the nearest due stands first.`,
  list: 'Tasks that wait for you',
  arrived: 'A new task has arrived in the work list.',
  emptyTitle: 'Your desk is clear',
  empty: 'New tasks appear here by themselves as soon as they reach your desk.',
  troubled: 'Needs attention',
  troubledLead: 'The work of the system on these dossiers failed. Open the dossier to read why and to try again.',
  side: {
    attention: 'Answer the disposition',
    initial: 'Check and initial the draft letter',
    write: 'Write a letter',
    sign: 'Check and sign the letter',
  },
  since: (since: string): string => `since ${since}`,
  used: (used: string, standard: string): string => `used ${used} of ${standard}`,
  due: (due: string): string => `due ${due}`,
  late: (by: string): string => `late by ${by}`,
  left: (left: string): string => `${left} left`,
  untimed: 'no time limit',
  atSystem: 'the system is at work',
  takenByMe: 'you are on it',
  taken: 'a colleague is on it',
  next: 'Next tasks',
  first: 'Back to the first',
  pages: 'Pages of the list',
}

export const grades = {
  urgency: { biasa: 'Ordinary', segera: 'Urgent', 'sangat-segera': 'Very urgent' },
  secrecy: { biasa: 'Open', terbatas: 'Restricted', rahasia: 'Secret' },
}
