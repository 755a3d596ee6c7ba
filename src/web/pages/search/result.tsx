// One dossier that was found: what it is, where it stands, and where the words were found in it.
import { marked, type Piece, type Sought } from '../../../core/find/where.ts'
import type { FoundDossier } from '../../../store/search.ts'
import { Badge, StatusMark } from '../../ui/badge.tsx'
import type { Visitor } from '../../visitor.ts'
import { GradeMarks } from '../grade-marks.tsx'
import type { Where } from './found-where.ts'

export type Found = { row: FoundDossier; position: string; href: string; where: Where }

export const Result = ({
  visitor,
  sought,
  found: { row, position, href, where },
}: {
  visitor: Visitor
  sought: readonly Sought[]
  found: Found
}) => {
  const { text } = visitor
  const words = text.office.search
  return (
    <li class="work-row">
      <div class="work-what">
        <p class="work-task">
          <a class="work-link" id={`found-${row.dossier}`} href={href} data-row="">
            <Pieces pieces={marked(row.subject, sought)} />
          </a>
          <span class="work-marks">
            {row.exact && <Badge tone="good">{words.exact}</Badge>}
            <GradeMarks urgency={row.urgency} secrecy={row.secrecy} text={text} />
          </span>
        </p>
        <p class="work-subject">{position}</p>
        <FoundIn where={where} words={words} />
      </div>
      <div class="work-who">
        <p class="work-client">
          <Pieces pieces={marked(row.clientName, sought)} />
        </p>
        <p class="work-number">
          <Pieces
            pieces={marked(
              [row.number, row.agendaNumber === null ? '' : words.agenda(row.agendaNumber)]
                .filter((part) => part !== '')
                .join(', '),
              sought,
            )}
          />
        </p>
      </div>
      <div class="work-when">
        <StatusMark tone={TONES[row.status]}>{text.office.story.status[row.status]}</StatusMark>
      </div>
    </li>
  )
}

const TONES = { finished: 'good', rejected: 'bad', open: 'info', withdrawn: 'neutral' } as const

const FoundIn = ({ where, words }: { where: Where; words: Visitor['text']['office']['search'] }) => {
  if (where.kind === 'row') return null
  if (where.kind === 'other') return <p class="found-in">{words.inOther}</p>
  return (
    <p class="found-in">
      <span class="found-in-name">{where.name === null ? words.inAnswers : words.in(where.name)}</span>{' '}
      <Pieces pieces={where.pieces} />
    </p>
  )
}

export const Pieces = ({ pieces }: { pieces: readonly Piece[] }) => (
  <>{pieces.map(({ text, isMarked }, at) => (isMarked ? <mark key={at}>{text}</mark> : text))}</>
)
