// What happened to a dossier, newest first, as officers read it.
import { speakShort } from '../../../core/clock/speak.ts'
import type { Event } from '../../../core/dossier/events.ts'
import { withEarlierSteps } from '../../story/earlier.ts'
import { toldInside } from '../../story/office-history.ts'
import { namedTitleOfBy } from '../../story/titles.ts'
import { Card } from '../../ui/card.tsx'
import { Timeline, type TimelineEvent } from '../../ui/timeline.tsx'
import type { Desk } from './desk.ts'
import { toldPath } from './told-page.tsx'

const AT_A_GLANCE = 6

export const HistoryCard = ({ desk }: { desk: Desk }) => {
  const words = desk.visitor.text.office.dossier
  const told = desk.events.flatMap((event) => tell(desk, event)).reverse()
  const older = told.slice(AT_A_GLANCE)
  return (
    <Card
      title={words.history}
      aside={<a href={toldPath(desk.dossier.id)}>{desk.visitor.text.notices.deliveries.title}</a>}
    >
      <Timeline label={words.history} events={told.slice(0, AT_A_GLANCE)} />
      {older.length > 0 && (
        <details>
          <summary>{words.olderHistory(older.length)}</summary>
          <Timeline label={words.olderHistory(older.length)} events={older} />
        </details>
      )}
    </Card>
  )
}

const tell = (desk: Desk, event: Event): TimelineEvent[] => {
  const { visitor, client } = desk
  const procedure = withEarlierSteps(visitor.agency, desk)
  const { agency } = visitor.agency
  const { text, language } = visitor
  const told = toldInside({ agency, procedure, text, language }, event)
  if (!told) return []
  return [
    {
      ...told,
      at: { iso: event.at, text: speakShort(event.at, language, { zone: agency.zone, now: visitor.now }) },
      post: namedTitleOfBy(agency, event.by, { ...text.office.dossier.acted, applicant: client.name }),
    },
  ]
}
