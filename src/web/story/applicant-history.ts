// What happened to a request, as its applicant may read it: posts, never the office's inner notes.
import type { Event } from '../../core/dossier/events.ts'
import { PROMISE } from '../../core/dossier/late/clocks.ts'
import { isApplicantStep } from '../../core/dossier/policy.ts'
import { stepNamed } from '../../core/procedure/flow.ts'
import type { Procedure } from '../../core/procedure/schema.ts'
import type { Text } from '../text/text.ts'
import type { IconName } from '../ui/icon.tsx'
import type { Lang } from '../ui/masthead.tsx'
import type { Tone } from '../ui/tone.ts'
import { extensionWords } from './office-history.ts'

export type Told = { title: string; note?: string; tone?: Tone; icon?: IconName }

export type Telling = { text: Text; procedure: Procedure; language: Lang }

/** Null for facts that are the office's own. */
export const toldToApplicant = ({ text, procedure, language }: Telling, event: Event): Told | null => {
  const words = text.apply.history
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
      if (!isApplicantStep(procedure, event.to)) return null
      return { title: words.returned, note: event.reason, tone: 'warning', icon: 'arrow-back-up' }
    case 'rejected':
      return { title: words.rejected, note: event.reason, tone: 'bad', icon: 'ban' }
    case 'extended':
      return { title: extensionWords(text, event, language), note: event.reason, tone: 'warning', icon: 'clock' }
    case 'withdrawn':
      return { title: words.withdrawn, note: event.reason, icon: 'x' }
    default:
      return tellResult(text, event)
  }
}

/** What else an applicant hears of; all other facts are the office's own. */
const tellResult = (text: Text, event: Event): Told | null => {
  const words = text.apply.history
  switch (event.type) {
    case 'fulfilment-started':
      return { title: words.working, tone: 'info', icon: 'server' }
    case 'effect-failed':
      return event.final ? { title: words.trouble, tone: 'warning' } : null
    case 'paper-filed':
      return event.inside ? null : { title: words.letter(event.number), tone: 'good', icon: 'file-text' }
    case 'letter-withdrawn':
      return event.inside
        ? null
        : { title: text.letters.withdrawnForApplicant(event.number), note: event.reason, tone: 'warning', icon: 'ban' }
    case 'paper-attached':
      return event.visibleToApplicant
        ? { title: text.attach.attached(event.paper.name), note: event.note, icon: 'paperclip' }
        : null
    case 'finished':
      return { title: words.ended, tone: 'good' }
    case 'edition-moved':
      return { title: words.editionMoved(event.to), tone: 'info' }
    case 'deadlines-moved':
      return event.moved.some(({ clock }) => clock === PROMISE)
        ? { title: text.late.events.movedForApplicant, note: event.reason, tone: 'info', icon: 'calendar' }
        : null
    case 'rated':
      return { title: words.rated(event.score), note: event.comment, icon: 'mood-smile' }
    default:
      return null
  }
}
