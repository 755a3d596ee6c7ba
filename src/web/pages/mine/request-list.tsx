// A list of one's own requests: what, its number, and where it stands.
import { speakShort } from '../../../core/clock/speak.ts'
import { StatusMark } from '../../ui/badge.tsx'
import type { Tone } from '../../ui/tone.ts'
import type { Visitor } from '../../visitor.ts'
import type { Standing } from './standing.ts'

export const STATUS_TONE: Record<Standing['dossier']['status'], Tone> = {
  open: 'info',
  finished: 'good',
  rejected: 'bad',
  withdrawn: 'neutral',
}

export const RequestList = ({ visitor, items }: { visitor: Visitor; items: readonly Standing[] }) => (
  <div class="work">
    <ol class="work-list">
      {items.map((item) => (
        <Row visitor={visitor} item={item} key={item.dossier.dossier} />
      ))}
    </ol>
  </div>
)

const Row = ({ visitor, item }: { visitor: Visitor; item: Standing }) => {
  const { text, language, agency, now } = visitor
  const words = text.apply.mine
  const { dossier, sentence, isMyTurn } = item
  const when = (at: string): string => speakShort(at, language, { zone: agency.agency.zone, now })
  return (
    <li class="work-row">
      <div class="work-what">
        <p class="work-task">
          <a class="work-link" href={`/mine/${dossier.dossier}`}>
            {dossier.subject}
          </a>
        </p>
        <p class="work-subject">{sentence}</p>
      </div>
      <div class="work-who">
        <p class="work-client">{dossier.clientName}</p>
        <p class="work-number">{dossier.number}</p>
      </div>
      <div class="work-when">
        <StatusMark tone={isMyTurn ? 'warning' : STATUS_TONE[dossier.status]}>
          {isMyTurn ? words.yourTurn : text.office.story.status[dossier.status]}
        </StatusMark>
        <p class="work-since">
          {dossier.endedAt ? words.endedOn(when(dossier.endedAt)) : words.sentOn(when(dossier.submittedAt))}
        </p>
      </div>
    </li>
  )
}
