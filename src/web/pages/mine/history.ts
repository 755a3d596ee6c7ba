// What happened to a request, as its applicant may read it: posts, never the office's inner notes.
import { speakShort } from '../../../core/clock/speak.ts'
import type { Event } from '../../../core/dossier/events.ts'
import { stepNamed } from '../../../core/procedure/flow.ts'
import { titleOfBy } from '../../story/titles.ts'
import type { TimelineEvent } from '../../ui/timeline.tsx'
import type { MyRequest } from './situation.ts'

/** Newest first. */
export const historyOf = (request: MyRequest): TimelineEvent[] => {
  const { visitor, events, clientName } = request
  const { agency, language, text, now } = visitor
  return events
    .flatMap((event): TimelineEvent[] => {
      const told = tell(request, event)
      if (!told) return []
      const at = { iso: event.at, text: speakShort(event.at, language, { zone: agency.agency.zone, now }) }
      return [
        {
          ...told,
          at,
          post: titleOfBy(agency.agency, event.by, { applicant: clientName, system: text.apply.history.system }),
        },
      ]
    })
    .toReversed()
}

type Told = Pick<TimelineEvent, 'title' | 'note' | 'tone' | 'icon'>

const tell = ({ visitor, procedure }: MyRequest, event: Event): Told | null => {
  const words = visitor.text.apply.history
  switch (event.type) {
    case 'submitted':
      return {
        title: event.channel === 'online' ? words.submitted : words.submittedAtCounter,
        tone: 'info',
        icon: 'send',
      }
    case 'corrected':
      return { title: words.corrected, tone: 'info', icon: 'send' }
    case 'entered':
      return { title: words.entered(event.agendaNumber), tone: 'good', icon: 'clipboard-check' }
    case 'step-finished': {
      const step = stepNamed(procedure, event.step)
      const isTold = step && step.act !== 'submit' && step.act !== 'enter'
      return isTold ? { title: words.finished(step.activity), tone: 'good' } : null
    }
    case 'returned':
      return { title: words.returned, note: event.reason, tone: 'warning', icon: 'arrow-back-up' }
    case 'rejected':
      return { title: words.rejected, note: event.reason, tone: 'bad', icon: 'ban' }
    case 'withdrawn':
      return { title: words.withdrawn, note: event.reason, icon: 'x' }
    default:
      return tellResult(visitor, event)
  }
}

/** What else an applicant hears of; all other facts are the office's own. */
const tellResult = ({ text }: MyRequest['visitor'], event: Event): Told | null => {
  const words = text.apply.history
  switch (event.type) {
    case 'fulfilment-started':
      return { title: words.working, tone: 'info', icon: 'server' }
    case 'effect-failed':
      return event.final ? { title: words.trouble, tone: 'warning' } : null
    case 'paper-filed':
      return { title: words.letter(event.number), tone: 'good', icon: 'file-text' }
    case 'finished':
      return { title: words.ended, tone: 'good' }
    case 'rated':
      return { title: words.rated(event.score), note: event.comment, icon: 'mood-smile' }
    default:
      return null
  }
}
