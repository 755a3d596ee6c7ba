// One line of a book on its page.
import type { ComponentChildren } from 'preact'
import { postTitle } from '../../../core/agency/agency.ts'
import { speakDate, speakShort } from '../../../core/clock/speak.ts'
import { classificationTitle } from '../../../core/paper/classification.ts'
import { ButtonRow, LinkButton } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Definition } from '../../ui/definition.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { PageHead, Split } from '../../ui/page-head.tsx'
import { Timeline } from '../../ui/timeline.tsx'
import type { Visitor } from '../../visitor.ts'
import { bookAddress, entryAddress } from './asked.ts'
import type { Entry } from './card-pdf.ts'
import { dayOf, InPieces, isSecurity, joined, StateMark, wayOf } from './columns.tsx'
import { processedWords } from './csv.ts'
import { Acts, type EntryProps } from './entry-acts.tsx'

export const EntryView = (props: EntryProps) => {
  const { visitor, entry, moves, mayKeep, typed } = props
  const { books } = visitor.text.office
  const { zone } = visitor.agency.agency
  const events = moves.map(({ at, who, what, note }) => ({
    at: { iso: at, text: speakShort(at, visitor.language, { zone, now: visitor.now }) },
    post: who,
    title: what,
    note,
  }))
  return (
    <>
      <PageHead
        kicker={books.entry.kicker[entry.book]}
        title={
          <span class="any-break">
            <InPieces number={books.entry.title[entry.book](entry.number)} />
          </span>
        }
        status={entry.book === 'outgoing' && <StateMark visitor={visitor} row={entry} />}
        back={{ href: bookAddress({ book: entry.book, filter: {} }), label: books.forms.back }}
        actions={
          <ButtonRow>
            <LinkButton href={`${entryAddress(entry.book, entry.entry)}/card.pdf`} icon="printer">
              {books.entry.card}
            </LinkButton>
            {entry.content?.dossier && (
              <LinkButton kind="quiet" href={`/dossiers/${entry.content.dossier}`}>
                {books.entry.inDossier}
              </LinkButton>
            )}
          </ButtonRow>
        }
      />
      <ErrorSummary title={visitor.text.common.errors.title} faults={typed.faults} />
      <Split
        main={
          <>
            <Card title={books.entry.facts}>
              <Definition
                facts={entry.book === 'incoming' ? incomingFacts(visitor, entry) : outgoingFacts(visitor, entry)}
              />
            </Card>
            {mayKeep && <Acts {...props} />}
          </>
        }
        aside={
          <Card title={books.entry.log}>
            <Timeline label={books.entry.log} events={events} />
          </Card>
        }
      />
    </>
  )
}

type Fact = { label: string; value: ComponentChildren }
const known = (facts: readonly Fact[]): Fact[] => facts.filter(({ value }) => value !== '' && value !== null)

const external = (visitor: Visitor, { content }: Entry): Fact => ({
  label: visitor.text.office.books.columns.external,
  value: content?.externalLink ? (
    <a href={content.externalLink} rel="noreferrer noopener">
      {content.externalNumber || content.externalLink}
    </a>
  ) : (
    (content?.externalNumber ?? '')
  ),
})

const codeWords = ({ agency }: Visitor, code: string): string =>
  `${code} ${classificationTitle(agency.agency.classifications, code)}`.trim()

const incomingFacts = (visitor: Visitor, entry: Extract<Entry, { book: 'incoming' }>): Fact[] => {
  const { columns } = visitor.text.office.books
  const { content } = entry
  const { urgency, secrecy } = visitor.text.office.grades
  const named: Readonly<Record<string, string>> = { ...urgency, ...secrecy }
  return known([
    { label: columns.received, value: speakDate(entry.receivedOn, visitor.language) },
    { label: columns.sender, value: content?.sender ?? '' },
    { label: columns.letter, value: joined([content?.letterNumber ?? '', dayOf(content?.letterOn ?? null, visitor)]) },
    { label: columns.subject, value: content?.subject ?? '' },
    { label: columns.attachments, value: String(content?.attachments ?? 0) },
    { label: columns.classification, value: codeWords(visitor, content?.classification ?? '') },
    {
      label: columns.forwarded,
      value: (content?.forwardedTo ?? []).map((post) => postTitle(visitor.agency.agency, post)).join(', '),
    },
    { label: columns.grade, value: joined([...new Set([named[entry.urgency] ?? '', named[entry.secrecy] ?? ''])]) },
    { label: columns.remark, value: content?.remark ?? '' },
    { label: columns.late, value: content?.late ?? '' },
    external(visitor, entry),
  ])
}

const outgoingFacts = (visitor: Visitor, entry: Extract<Entry, { book: 'outgoing' }>): Fact[] => {
  const { columns, securities, entry: words } = visitor.text.office.books
  const { agency } = visitor.agency
  const { content } = entry
  const { scan = null } = content ?? {}
  return known([
    { label: columns.seq, value: entry.sub === '' ? `${entry.seq}` : `${entry.seq}.${entry.sub}` },
    { label: columns.on, value: speakDate(entry.on, visitor.language) },
    { label: columns.addressee, value: content?.addressee ?? '' },
    { label: columns.subject, value: content?.subject ?? '' },
    { label: columns.attachments, value: String(content?.attachments ?? 0) },
    { label: columns.classification, value: codeWords(visitor, content?.classification ?? '') },
    { label: columns.security, value: isSecurity(entry.security) ? securities[entry.security] : entry.security },
    { label: columns.signatory, value: content?.signatory ? postTitle(agency, content.signatory) : '' },
    { label: columns.processed, value: processedWords(visitor, content?.processedBy ?? '') },
    {
      label: columns.sent,
      value: joined([wayOf(visitor, content?.sentHow ?? null), dayOf(content?.sentOn ?? null, visitor)]),
    },
    {
      label: columns.arrived,
      value: joined([dayOf(content?.receivedOn ?? null, visitor), content?.receivedBy ?? '']),
    },
    { label: columns.remark, value: content?.remark ?? '' },
    { label: columns.late, value: content?.late ?? '' },
    external(visitor, entry),
    {
      label: columns.scan,
      value: scan && <a href={`${entryAddress('outgoing', entry.entry)}/scan`}>{words.scanGet(scan.name)}</a>,
    },
  ])
}
