// Which jobs follow from what has just happened: effects on outside systems, letters to render, mail to the applicant.
import type { Dossier } from './dossier.ts'
import type { Event } from './events.ts'

export type Notice =
  | 'received'
  | 'returned'
  | 'entered'
  | 'your-turn'
  | 'rejected'
  | 'withdrawn'
  | 'letter'
  | 'finished'

export type Job =
  | { task: 'fulfil'; key: string; payload: { agency: string; dossier: string; task: string; attempt: number } }
  | {
      task: 'make-letter'
      key: string
      payload: { agency: string; dossier: string; task: string | null; letter: string }
    }
  /** `version` is that of the dossier the notice speaks of: the mail may be written when it has moved on. */
  | {
      task: 'tell-applicant'
      key: string
      payload: { agency: string; dossier: string; notice: Notice; seq: number; version: number }
    }

/** @param after the dossier after these events; `after.version` is the sequence number of the last one */
export const reactions = (agency: string, after: Dossier, events: readonly Event[]): Job[] =>
  events.flatMap((event, index) => {
    const seq = after.version - events.length + index + 1
    return [
      ...effectsOf(agency, after, event, seq),
      ...noticesOf(after, event, events).map((notice) => tell(agency, after, notice, seq)),
    ]
  })

const effectsOf = (agency: string, { id }: Dossier, event: Event, seq: number): Job[] => {
  switch (event.type) {
    case 'fulfilment-started':
      return [
        {
          task: 'fulfil',
          key: `fulfil:${event.task}:${event.attempt}`,
          payload: { agency, dossier: id, task: event.task, attempt: event.attempt },
        },
      ]
    case 'letter-numbered':
      return [
        {
          task: 'make-letter',
          key: `letter:${id}:${seq}`,
          payload: { agency, dossier: id, task: event.task, letter: event.letter },
        },
      ]
    default:
      return []
  }
}

/** The applicant hears of every turn that concerns them; the letter is told of when it exists. */
const noticesOf = (dossier: Dossier, event: Event, batch: readonly Event[]): Notice[] => {
  switch (event.type) {
    case 'submitted':
      return ['received']
    case 'returned':
      // Work that goes back inside the office is none of the applicant's business.
      return batch.some((other) => other.type === 'step-opened' && other.step === event.to && other.forApplicant)
        ? ['returned']
        : []
    case 'entered':
      return dossier.tasks.some((task) => task.step === taskStep(dossier, event.task) && task.round > 1)
        ? []
        : ['entered']
    case 'step-opened':
      return event.forApplicant && !batch.some((other) => TELLS_TURN.includes(other.type)) ? ['your-turn'] : []
    case 'withdrawn':
      return ['withdrawn']
    case 'rejected':
      return dossier.letters.some((letter) => letter.task === null) ? [] : ['rejected']
    case 'paper-filed':
      return [dossier.status === 'rejected' ? 'rejected' : 'letter']
    case 'finished':
      return ['finished']
    default:
      return []
  }
}

/** What tells the applicant anyway that something waits for them: the receipt, the return, the letter. */
const TELLS_TURN: readonly Event['type'][] = ['submitted', 'returned', 'paper-filed']

const taskStep = (dossier: Dossier, id: string): string | undefined =>
  dossier.tasks.find((task) => task.task === id)?.step

const tell = (agency: string, dossier: Dossier, notice: Notice, seq: number): Job => ({
  task: 'tell-applicant',
  key: `tell:${dossier.id}:${seq}:${notice}`,
  payload: { agency, dossier: dossier.id, notice, seq, version: dossier.version },
})
