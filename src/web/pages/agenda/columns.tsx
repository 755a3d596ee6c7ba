// The columns of the two books on the page.
import { Fragment } from 'preact'
import { postTitle } from '../../../core/agency/agency.ts'
import type { Day } from '../../../core/clock/instant.ts'
import { speakDate } from '../../../core/clock/speak.ts'
import type { AgendaRow } from '../../../store/books/incoming.ts'
import type { OutgoingRow } from '../../../store/books/outgoing.ts'
import { Badge, StatusMark } from '../../ui/badge.tsx'
import type { Column } from '../../ui/table.tsx'
import type { Tone } from '../../ui/tone.ts'
import type { Visitor } from '../../visitor.ts'
import { GradeMarks, hasMarks } from '../grade-marks.tsx'
import { entryAddress } from './asked.ts'

export const incomingColumns = (visitor: Visitor): Column<AgendaRow>[] => {
  const { text, language, agency } = visitor
  const { columns, closed, late } = text.office.books
  return [
    {
      key: 'number',
      label: columns.number.incoming,
      head: true,
      render: (row) => (
        <>
          {row.content ? <a href={entryAddress('incoming', row.entry)}>{row.number}</a> : row.number}
          {row.sub !== '' && <Badge tone="warning">{late}</Badge>}
        </>
      ),
    },
    { key: 'received', label: columns.received, render: (row) => speakDate(row.receivedOn, language) },
    { key: 'sender', label: columns.sender, render: (row) => row.content?.sender ?? closed },
    {
      key: 'letter',
      label: columns.letter,
      render: ({ content }) => joined([content?.letterNumber ?? '', dayOf(content?.letterOn ?? null, visitor)]),
    },
    { key: 'subject', label: columns.subject, render: ({ content }) => subjectOf(content) },
    {
      key: 'forwarded',
      label: columns.forwarded,
      render: ({ content }) => (content?.forwardedTo ?? []).map((post) => postTitle(agency.agency, post)).join(', '),
    },
    {
      key: 'grade',
      label: columns.grade,
      render: (row) =>
        hasMarks(row) ? (
          <GradeMarks urgency={row.urgency} secrecy={row.secrecy} text={text} />
        ) : (
          text.office.grades.urgency.biasa
        ),
    },
    { key: 'classification', label: columns.classification, render: (row) => row.content?.classification ?? '' },
    {
      key: 'remark',
      label: columns.remark,
      render: ({ content }) => joined([content?.remark ?? '', content?.externalNumber ?? '']),
    },
  ]
}

export const outgoingColumns = (visitor: Visitor): Column<OutgoingRow>[] => {
  const { text, language, agency } = visitor
  const { columns, closed, late, securities } = text.office.books
  return [
    {
      key: 'number',
      label: columns.number.outgoing,
      head: true,
      render: (row) => (
        <>
          {row.content ? (
            <a href={entryAddress('outgoing', row.entry)}>
              <InPieces number={row.number} />
            </a>
          ) : (
            <InPieces number={row.number} />
          )}
          {row.sub !== '' && <Badge tone="warning">{late}</Badge>}
          {row.security !== 'biasa' && isSecurity(row.security) && <Badge>{securities[row.security]}</Badge>}
        </>
      ),
    },
    { key: 'on', label: columns.on, render: (row) => speakDate(row.on, language) },
    { key: 'state', label: columns.state, render: (row) => <StateMark visitor={visitor} row={row} /> },
    { key: 'addressee', label: columns.addressee, render: (row) => row.content?.addressee ?? closed },
    { key: 'subject', label: columns.subject, render: ({ content }) => subjectOf(content) },
    {
      key: 'signatory',
      label: columns.signatory,
      render: ({ content }) => (content?.signatory ? postTitle(agency.agency, content.signatory) : ''),
    },
    {
      key: 'sent',
      label: columns.sent,
      render: ({ content }) =>
        joined([wayOf(visitor, content?.sentHow ?? null), dayOf(content?.sentOn ?? null, visitor)]),
    },
    {
      key: 'remark',
      label: columns.remark,
      render: ({ content }) => joined([content?.remark ?? '', content?.externalNumber ?? '']),
    },
  ]
}

const TONES: Readonly<Record<OutgoingRow['state'], Tone>> = {
  reserved: 'info',
  used: 'good',
  void: 'bad',
  withdrawn: 'warning',
}

export const StateMark = ({ visitor, row }: { visitor: Visitor; row: OutgoingRow }) => {
  const { states } = visitor.text.office.books
  const waits = row.state === 'reserved' && row.content?.dossier
  return <StatusMark tone={TONES[row.state]}>{waits ? states.waits : states.outgoing[row.state]}</StatusMark>
}

const SECURITIES = ['biasa', 'terbatas', 'rahasia', 'sangat-rahasia'] as const
export const isSecurity = (text: string): text is (typeof SECURITIES)[number] => SECURITIES.some((one) => one === text)

export const wayOf = ({ text }: Pick<Visitor, 'text'>, way: string | null): string => {
  const ways: Readonly<Record<string, string>> = text.office.books.ways
  return way === null ? '' : (ways[way] ?? way)
}

export const dayOf = (day: Day | null, { language }: Pick<Visitor, 'language'>): string =>
  day === null ? '' : speakDate(day, language)

export const joined = (parts: readonly string[]): string => parts.filter((part) => part !== '').join(', ')

/** With the way into its dossier, where there is one. */
const subjectOf = (content: { subject: string; dossier: string | null; dossierNumber: string } | null) =>
  content === null ? (
    ''
  ) : (
    <>
      {content.subject}
      {content.dossier && (
        <>
          {content.subject !== '' && <br />}
          <a href={`/dossiers/${content.dossier}`}>{content.dossierNumber}</a>
        </>
      )}
    </>
  )

/** A number breaks behind its strokes. */
export const InPieces = ({ number }: { number: string }) => (
  <>
    {number.split('/').map((piece, at) => (
      <Fragment key={`${at}${piece}`}>
        {at > 0 && (
          <>
            /<wbr />
          </>
        )}
        {piece}
      </Fragment>
    ))}
  </>
)
