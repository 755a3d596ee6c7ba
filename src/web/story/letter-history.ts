// What happened to a letter beside being written: begun, dropped, withdrawn, sent, received.
import type { Event } from '../../core/dossier/events.ts'
import { plainName } from '../fields/plain-name.ts'
import type { letters } from '../text/id/letters.ts'
import type { Widened } from '../text/text.ts'
import type { Told } from './office-history.ts'

type Of<T extends Event['type']> = Extract<Event, { type: T }>

export type LetterTold = Of<'letter-begun' | 'letter-dropped' | 'letter-withdrawn' | 'letter-sent' | 'letter-received'>

export const toldLetter = (say: Widened<(typeof letters)['events']>, event: LetterTold): Told => {
  switch (event.type) {
    case 'letter-begun':
      return { title: say.begun(plainName(event.letter)), icon: 'file-text' }
    case 'letter-dropped':
      return { title: say.dropped(plainName(event.letter)), note: event.reason, tone: 'warning', icon: 'x' }
    case 'letter-withdrawn':
      return { title: say.withdrawn(event.number), note: event.reason, tone: 'warning', icon: 'ban' }
    case 'letter-sent':
      return { title: say.sent(plainName(event.letter), say.ways[event.way]), note: event.note, icon: 'send' }
    case 'letter-received':
      return event.receiver === ''
        ? { title: say.opened(plainName(event.letter)), tone: 'good', icon: 'mail' }
        : {
            title: say.received(plainName(event.letter), event.receiver),
            note: event.note,
            tone: 'good',
            icon: 'mail',
          }
  }
}
