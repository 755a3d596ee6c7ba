// What happened to a request, newest first, as its applicant reads it.
import { speakShort } from '../../../core/clock/speak.ts'
import { toldToApplicant } from '../../story/applicant-history.ts'
import { withEarlierSteps } from '../../story/earlier.ts'
import { titleOfBy } from '../../story/titles.ts'
import type { TimelineEvent } from '../../ui/timeline.tsx'
import type { MyRequest } from './situation.ts'

/** Newest first. */
export const historyOf = (request: MyRequest): TimelineEvent[] => {
  const { visitor, events, clientName } = request
  const procedure = withEarlierSteps(visitor.agency, request)
  const { agency, language, text, now } = visitor
  return events
    .flatMap((event): TimelineEvent[] => {
      const told = toldToApplicant({ text, procedure, language }, event)
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
