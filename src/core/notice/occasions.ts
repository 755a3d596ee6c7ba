// What people are told of: every kind of occasion, whom it may be switched off by, and which occasions a change of a dossier gives.
import { isBreach } from '../clock/ladder.ts'
import type { Dossier } from '../dossier/dossier.ts'
import type { Event } from '../dossier/events.ts'
import { isForWriter, isLetterBack, writersTask } from './letter-back.ts'

export const OCCASIONS = [
  'received',
  'returned',
  'entered',
  'your-turn',
  'rejected',
  'withdrawn',
  'letter',
  'letter-withdrawn',
  'letter-corrected',
  'letter-sent-back',
  'finished',
  'work-arrived',
  'post-without-holder',
  'comment',
  'handed-over',
  'disposition-answered',
  'disposition-recalled',
  'due-soon',
  'overdue',
  'escalated',
  'breach-explained',
  'extended',
] as const
export type Occasion = (typeof OCCASIONS)[number]

/** What people choose about together. */
export const GROUPS = ['progress', 'work', 'time', 'late', 'talk', 'office'] as const
export type Group = (typeof GROUPS)[number]

type Nature = {
  group: Group
  /** The procedure owes it to the applicant: nobody can switch it off. */
  isDemanded?: true
  /** Waits neither for the morning nor for the office to open. */
  isUrgent?: true
}

export const NATURE: Record<Occasion, Nature> = {
  received: { group: 'progress' },
  returned: { group: 'progress', isDemanded: true },
  entered: { group: 'progress' },
  'your-turn': { group: 'progress' },
  rejected: { group: 'progress', isDemanded: true },
  withdrawn: { group: 'progress' },
  letter: { group: 'progress', isDemanded: true },
  'letter-withdrawn': { group: 'progress', isDemanded: true },
  'letter-corrected': { group: 'work' },
  'letter-sent-back': { group: 'work' },
  finished: { group: 'progress' },
  'work-arrived': { group: 'work' },
  'post-without-holder': { group: 'office' },
  comment: { group: 'talk' },
  'handed-over': { group: 'work' },
  'disposition-answered': { group: 'work' },
  'disposition-recalled': { group: 'work' },
  'due-soon': { group: 'time' },
  overdue: { group: 'late' },
  // A rung that the ladder calls urgent.
  escalated: { group: 'late', isUrgent: true },
  'breach-explained': { group: 'time' },
  extended: { group: 'time' },
}

/** `seq` is the number of the event in its dossier; `task` the one it is about, where it is about one. */
export type Told = { seq: number; occasion: Occasion; task: string | null }

/** @param after the dossier after these events; `after.version` is the sequence number of the last one */
export const occasionsOf = (after: Dossier, events: readonly Event[]): Told[] =>
  events.flatMap((event, index) => {
    const seq = after.version - events.length + index + 1
    return toldOf(after, event, events).map(({ occasion, task = null }) => ({ seq, occasion, task }))
  })

type Bare = { occasion: Occasion; task?: string | null }

const toldOf = (dossier: Dossier, event: Event, batch: readonly Event[]): Bare[] => {
  switch (event.type) {
    case 'submitted':
      return [{ occasion: 'received' }]
    case 'returned':
      // Work that goes back inside the office is none of the applicant's business.
      return batch.some((other) => other.type === 'step-opened' && other.step === event.to && other.forApplicant)
        ? [{ occasion: 'returned' }]
        : []
    case 'entered':
      return dossier.tasks.some((task) => task.step === taskStep(dossier, event.task) && task.round > 1)
        ? []
        : [{ occasion: 'entered' }]
    case 'step-opened':
      return [...arrived(dossier, event), ...applicantsTurn(event, batch)]
    case 'side-task-opened':
      return isForWriter(event) && batch.some((other) => other.type === 'letter-sent-back')
        ? []
        : [{ occasion: 'work-arrived', task: event.task }]
    case 'letter-sent-back':
      return [{ occasion: 'letter-sent-back', task: writersTask(dossier, event, batch) }]
    case 'withdrawn':
      return [{ occasion: 'withdrawn' }]
    case 'rejected':
      // The letter of refusal is told of when it exists.
      return dossier.letters.some((letter) => letter.task === null) ? [] : [{ occasion: 'rejected' }]
    case 'paper-filed':
      return event.inside
        ? []
        : [{ occasion: dossier.status === 'rejected' && event.task === null ? 'rejected' : 'letter' }]
    case 'letter-sent':
      return event.way === 'mipp' && !batch.some((other) => other.type === 'paper-filed')
        ? [{ occasion: 'letter' }]
        : []
    case 'letter-withdrawn':
      return event.inside ? [] : [{ occasion: 'letter-withdrawn' }]
    case 'letter-drafted':
      // Whoever initialed before a correction is told of it.
      return event.initials === undefined ? [] : [{ occasion: 'letter-corrected', task: event.task }]
    case 'finished':
      return [{ occasion: 'finished' }]
    case 'commented':
      return [{ occasion: 'comment' }]
    case 'task-handed-over':
      return [{ occasion: 'handed-over', task: event.task }]
    case 'answered':
      return [{ occasion: 'disposition-answered' }]
    case 'disposition-closed':
      // What an official closes beside the path answers to nobody above.
      return isBeside(dossier, event.task) ? [{ occasion: 'disposition-answered' }] : []
    case 'disposition-recalled':
      return [{ occasion: 'disposition-recalled' }]
    case 'rung-reached':
      // Passed over for a higher one it tells nobody.
      return event.tell.length === 0 ? [] : [{ occasion: occasionOfRung(event), task: event.task }]
    case 'breach-explained':
      return [{ occasion: 'breach-explained', task: event.task }]
    case 'extended':
      return [{ occasion: 'extended' }]
    default:
      return []
  }
}

type Rung = Extract<Event, { type: 'rung-reached' }>

const occasionOfRung = ({ urgent, when }: Rung): Occasion => {
  if (urgent) return 'escalated'
  return isBreach({ at: when }) ? 'overdue' : 'due-soon'
}

type Opened = Extract<Event, { type: 'step-opened' }>

/** Either may do a step of two actors: then both are told. */
const arrived = (dossier: Dossier, event: Opened): Bare[] =>
  event.posts.length === 0
    ? []
    : [{ occasion: isLetterBack(dossier, event) ? 'letter-sent-back' : 'work-arrived', task: event.task }]

const applicantsTurn = ({ forApplicant }: Opened, batch: readonly Event[]): Bare[] =>
  forApplicant && !batch.some((other) => TELLS_TURN.includes(other.type)) ? [{ occasion: 'your-turn' }] : []

/** What tells the applicant anyway that something waits for them: the receipt, the return, the letter. */
const TELLS_TURN: readonly Event['type'][] = ['submitted', 'returned', 'paper-filed']

const isBeside = (dossier: Dossier, id: string): boolean =>
  dossier.tasks.some((task) => task.task === id && task.kind === 'attention')

const taskStep = (dossier: Dossier, id: string): string | undefined =>
  dossier.tasks.find((task) => task.task === id)?.step
