// Dispositions in the history of a dossier: made, asked again, closed out, recalled.
import { postTitle } from '../../core/agency/agency.ts'
import type { DispositionEvent } from '../../core/dossier/dispositions/evolve.ts'
import type { Telling, Told } from './office-history.ts'

export const toldDisposition = (telling: Telling, event: Exclude<DispositionEvent, { type: 'task-read' }>): Told => {
  const say = telling.text.dispositions.events
  switch (event.type) {
    case 'disposed':
      return {
        title: disposedTo(telling, event),
        note: [...event.instructions, event.note].filter((part) => part !== '').join('; '),
        tone: 'good',
        icon: 'writing-sign',
      }
    case 'disposition-recalled':
      return { title: say.recalled, note: event.reason, tone: 'warning', icon: 'arrow-back-up' }
    case 'disposition-closed':
      return { title: say.closed, note: event.note, tone: 'good', icon: 'circle-check' }
  }
}

const disposedTo = (
  { text, agency }: Telling,
  { to, again }: Extract<DispositionEvent, { type: 'disposed' }>,
): string => {
  const say = text.office.dossier.events
  const posts = to.map((post) => postTitle(agency, post)).join(', ')
  if (again !== undefined) return text.dispositions.events.again(posts)
  return to.length === 0 ? say.disposedNobody : say.disposed(posts)
}
