// The book of incoming letters of a year, as the front office keeps it; what is secret stands there with its number alone.
import type { Context } from 'hono'
import { z } from 'zod'
import { inZone } from '../../../core/clock/instant.ts'
import { speakDate } from '../../../core/clock/speak.ts'
import { mayOffice } from '../../../core/person/may.ts'
import { type BookCursor, bookYears, everything } from '../../../store/books/book.ts'
import { type AgendaRow, readAgenda } from '../../../store/books/incoming.ts'
import { page } from '../../page.tsx'
import { decodeCursor, encodeCursor } from '../../request/cursor.ts'
import type { Services } from '../../services.ts'
import { Card } from '../../ui/card.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Pager } from '../../ui/pager.tsx'
import { type Column, Table } from '../../ui/table.tsx'
import type { App, Visitor, WebEnv } from '../../visitor.ts'
import { GradeMarks, hasMarks } from '../grade-marks.tsx'
import { notFoundPage } from '../message.tsx'
import { signInFirst } from '../sign-in-first.ts'

export const agendaRoutes = (app: App, services: Services): void => {
  app.get('/agenda', (c) => agendaPage(c, services))
}

const cursor = z.tuple([z.int().min(0).max(1_000_000_000), z.string(), z.string()])

const agendaPage = async (c: Context<WebEnv>, services: Services) => {
  const visitor = c.get('visitor')
  if (!visitor.signedIn) return signInFirst(c)
  if (!mayOffice(visitor.signedIn.actor, 'see-agenda')) return notFoundPage(c, services)
  const { agency } = visitor.agency.agency
  const words = visitor.text.office.agenda
  const thisYear = inZone(visitor.now, visitor.agency.agency.zone).year
  const year = yearOf(c.req.query('year')) ?? thisYear
  const from = decodeCursor(c.req.query('after'), cursor)
  const after: BookCursor | null = from && { seq: from[0], sub: from[1], series: from[2] }
  const [{ rows, more }, years] = await Promise.all([
    readAgenda(services.store, agency, { filter: everything(year), reader: visitor.signedIn.actor, after }),
    bookYears(services.store, agency, 'incoming'),
  ])
  const last = rows.at(-1)
  const next = more && last ? encodeCursor([last.seq, last.sub, '']) : null
  return page(c, services, {
    title: words.title,
    children: (
      <>
        <PageHead title={words.title} lead={words.lead(year)} />
        <Years visitor={visitor} years={[...new Set([thisYear, ...years])]} year={year} />
        <Card flush title={`${words.year} ${year}`}>
          <Table
            caption={words.lead(year)}
            captionHidden
            columns={columns(visitor)}
            rows={rows}
            rowKey={(row) => row.number}
            empty={<EmptyState title={words.emptyTitle(year)}>{words.empty}</EmptyState>}
          />
        </Card>
        <Pager
          label={words.pages}
          previous={after === null ? undefined : { href: `/agenda?year=${year}`, label: words.first }}
          next={next === null ? undefined : { href: `/agenda?year=${year}&after=${next}`, label: words.next }}
        />
      </>
    ),
  })
}

const yearOf = (text: string | undefined): number | null => (text && /^\d{4}$/.test(text) ? Number(text) : null)

const Years = ({ visitor, years, year }: { visitor: Visitor; years: number[]; year: number }) => {
  if (years.length < 2) return null
  return (
    <nav class="button-row" aria-label={visitor.text.office.agenda.years}>
      {years
        .toSorted((a, b) => b - a)
        .map((one) => (
          <a
            key={one}
            class="button button-quiet"
            href={`/agenda?year=${one}`}
            aria-current={one === year ? 'page' : undefined}
          >
            {one}
          </a>
        ))}
    </nav>
  )
}

const columns = ({ language, text }: Visitor): Column<AgendaRow>[] => {
  const words = text.office.agenda
  return [
    { key: 'number', label: words.number, head: true, render: (row) => row.number },
    { key: 'received', label: words.received, render: (row) => speakDate(row.receivedOn, language) },
    { key: 'sender', label: words.sender, render: (row) => row.content?.sender ?? words.closed },
    {
      key: 'letter',
      label: words.letter,
      render: ({ content }) =>
        [content?.letterNumber ?? '', content?.letterOn ? speakDate(content.letterOn, language) : '']
          .filter((part) => part !== '')
          .join(', '),
    },
    { key: 'subject', label: words.subject, render: (row) => row.content?.subject ?? '' },
    {
      key: 'grade',
      label: words.grade,
      render: (row) =>
        hasMarks(row) ? (
          <GradeMarks urgency={row.urgency} secrecy={row.secrecy} text={text} />
        ) : (
          text.office.grades.urgency.biasa
        ),
    },
    {
      key: 'dossier',
      label: words.dossier,
      render: ({ content }) => content?.dossier && <a href={`/dossiers/${content.dossier}`}>{content.dossierNumber}</a>,
    },
  ]
}
