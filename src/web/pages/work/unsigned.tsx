// Letters that have their number and wait for the reader's own hand, above the list of work.
import { speakShort } from '../../../core/clock/speak.ts'
import { Card } from '../../ui/card.tsx'
import { type WorkItem, WorkList } from '../../ui/work-list.tsx'
import { type UnsignedLetter, unsignedPath } from '../../unsigned-letters.ts'
import type { Visitor } from '../../visitor.ts'
import { GradeMarks, hasMarks } from '../grade-marks.tsx'

type Props = { visitor: Visitor; letters: readonly UnsignedLetter[] }

export const Unsigned = ({ visitor, letters }: Props) => {
  const words = visitor.text.signing.work
  if (letters.length === 0) return null
  return (
    <Card title={words.title(letters.length)} id="unsigned" flush>
      <p class="card-note">{words.lead}</p>
      <WorkList
        id="unsigned-list"
        label={words.title(letters.length)}
        items={letters.map((one) => itemOf(visitor, one))}
        empty={null}
      />
    </Card>
  )
}

const itemOf = ({ text, language, now, agency }: Visitor, one: UnsignedLetter): WorkItem => {
  const { dossier, letter, state, reason } = one
  const words = text.signing.work
  const since = speakShort(one.since, language, { zone: agency.agency.zone, now })
  const graded = { urgency: dossier.agenda?.urgency ?? null, secrecy: dossier.secrecy }
  return {
    key: `unsigned-${dossier.id}-${letter.id}`,
    href: unsignedPath(one),
    task: words.sign(letter.number),
    subject: dossier.subject,
    number: dossier.number,
    client: one.clientName,
    since: [text.office.work.since(since), reason?.[language] ?? ''].filter((part) => part !== '').join('. '),
    due: { state: state === 'unknown' || state === 'refused' ? 'late' : 'open', text: words.states[state] },
    marks: hasMarks(graded) ? <GradeMarks {...graded} text={text} /> : undefined,
  }
}
