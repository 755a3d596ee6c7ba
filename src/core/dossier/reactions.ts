// Which jobs follow from what has just happened: effects on outside systems, letters to render, notices to people.
import { occasionsOf, type Told } from '../notice/occasions.ts'
import type { Dossier } from './dossier.ts'
import type { Event } from './events.ts'

export type Job =
  | { task: 'fulfil'; key: string; payload: { agency: string; dossier: string; task: string; attempt: number } }
  | {
      task: 'make-letter'
      key: string
      payload: { agency: string; dossier: string; task: string | null; letter: string }
    }
  /** `version` is that of the dossier the notices speak of: they may be written when it has moved on. */
  | { task: 'notify'; key: string; payload: { agency: string; dossier: string; version: number; told: Told[] } }
  | { task: 'read-papers'; key: string; payload: { agency: string; dossier: string } }

/** @param after the dossier after these events; `after.version` is the sequence number of the last one */
export const reactions = (agency: string, after: Dossier, events: readonly Event[]): Job[] => [
  ...events.flatMap((event, index) => effectsOf(agency, after, event, after.version - events.length + index + 1)),
  ...tell(agency, after, occasionsOf(after, events)),
  ...readingOf(agency, after, events),
]

/** What papers and long answers say is found; one job reads all that a command has brought. */
const readingOf = (agency: string, { id, version }: Dossier, events: readonly Event[]): Job[] =>
  events.some((event) => BRINGS_TEXT.includes(event.type))
    ? [{ task: 'read-papers', key: `read:${id}:${version}`, payload: { agency, dossier: id } }]
    : []

const BRINGS_TEXT: readonly Event['type'][] = [
  'submitted',
  'corrected',
  'filled',
  'paper-filed',
  'paper-attached',
  'edition-moved',
]

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

/** One job for all that one command gives to tell. */
const tell = (agency: string, { id, version }: Dossier, told: Told[]): Job[] =>
  told.length === 0
    ? []
    : [{ task: 'notify', key: `notify:${id}:${version}`, payload: { agency, dossier: id, version, told } }]
