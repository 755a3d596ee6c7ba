// The books of letters that came in and went out, year by year; what is secret stands there with its number alone.
import type { Context } from 'hono'
import { mayOffice } from '../../../core/person/may.ts'
import { bookYears } from '../../../store/books/book.ts'
import { type AgendaRow, readAgenda } from '../../../store/books/incoming.ts'
import { type OutgoingRow, readOutgoing } from '../../../store/books/outgoing.ts'
import { page } from '../../page.tsx'
import { encodeCursor } from '../../request/cursor.ts'
import type { Services } from '../../services.ts'
import { ButtonRow, LinkButton } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Pager } from '../../ui/pager.tsx'
import { Table } from '../../ui/table.tsx'
import type { App, SignedIn, Visitor, WebEnv } from '../../visitor.ts'
import { sendOwnPdf } from '../dossier/picture.ts'
import { notFoundPage } from '../message.tsx'
import { signInFirst } from '../sign-in-first.ts'
import { askedOf, type BookAsked, bookAddress } from './asked.ts'
import { bookPdf } from './book-pdf.ts'
import { incomingColumns, outgoingColumns } from './columns.tsx'
import { sendBookCsv } from './csv.ts'
import { entryRoutes } from './entry-routes.tsx'
import { FilterForm } from './filter-form.tsx'
import { keepRoutes } from './keep-routes.tsx'

type Web = Context<WebEnv>

export const agendaRoutes = (app: App, services: Services): void => {
  const only = (show: (c: Web, signedIn: SignedIn) => Response | Promise<Response>) => (c: Web) => {
    const { signedIn } = c.get('visitor')
    if (!signedIn) return signInFirst(c)
    return mayOffice(signedIn.actor, 'see-agenda') ? show(c, signedIn) : notFoundPage(c, services)
  }
  const asked = (c: Web) => askedOf((name) => c.req.query(name), c.get('visitor'))
  app.get(
    '/agenda',
    only((c, signedIn) => agendaPage(c, services, signedIn, asked(c))),
  )
  app.get(
    '/agenda.csv',
    only((c, signedIn) => sendBookCsv(c, services, { reader: signedIn.actor, asked: asked(c) })),
  )
  app.get(
    '/agenda.pdf',
    only(async (c, signedIn) => {
      const wanted = { reader: signedIn.actor, asked: asked(c) }
      const { bytes, name } = await bookPdf(services, c.get('visitor'), wanted)
      return sendOwnPdf(c, bytes, name)
    }),
  )
  keepRoutes(app, services)
  entryRoutes(app, services)
}

const agendaPage = async (c: Web, services: Services, signedIn: SignedIn, asked: BookAsked) => {
  const visitor = c.get('visitor')
  const { agency } = visitor.agency.agency
  const { books } = visitor.text.office
  const { book, filter, after } = asked
  const wanted = { reader: signedIn.actor, filter, after }
  const [read, years] = await Promise.all([
    book === 'incoming' ? incoming(services, agency, wanted) : outgoing(services, agency, wanted),
    bookYears(services.store, agency, book),
  ])
  return page(c, services, {
    title: books.titles[book],
    children: (
      <>
        <PageHead
          title={books.titles[book]}
          lead={books.leads[book](filter.year)}
          actions={mayOffice(signedIn.actor, 'keep-books') && <Keeping visitor={visitor} asked={asked} />}
        />
        <Tabs visitor={visitor} asked={asked} />
        <Years visitor={visitor} years={years} asked={asked} />
        <FilterForm visitor={visitor} asked={asked} />
        <Card flush title={books.bookOf(filter.year)}>
          <BookTable visitor={visitor} asked={asked} read={read} />
        </Card>
        <Pager
          label={books.pages}
          previous={after === null ? undefined : { href: bookAddress({ book, filter }), label: books.first }}
          next={
            read.next === null
              ? undefined
              : { href: bookAddress({ book, filter, after: read.next }), label: books.next }
          }
        />
      </>
    ),
  })
}

type Read =
  | { book: 'incoming'; rows: AgendaRow[]; next: string | null }
  | { book: 'outgoing'; rows: OutgoingRow[]; next: string | null }

type Wanted = Parameters<typeof readAgenda>[2]

const incoming = async (services: Services, agency: string, wanted: Wanted): Promise<Read> => {
  const { rows, more } = await readAgenda(services.store, agency, wanted)
  const last = rows.at(-1)
  return { book: 'incoming', rows, next: more && last ? encodeCursor([last.seq, last.sub, '']) : null }
}

const outgoing = async (services: Services, agency: string, wanted: Wanted): Promise<Read> => {
  const { rows, more } = await readOutgoing(services.store, agency, wanted)
  const last = rows.at(-1)
  return { book: 'outgoing', rows, next: more && last ? encodeCursor([last.seq, last.sub, last.series]) : null }
}

type Shown = { visitor: Visitor; asked: BookAsked }

const BookTable = ({ visitor, asked: { book, filter, used }, read }: Shown & { read: Read }) => {
  const { books } = visitor.text.office
  const empty = (
    <EmptyState title={used > 0 ? books.emptyFiltered : books.emptyTitle[book](filter.year)}>
      {used === 0 && books.empty[book]}
    </EmptyState>
  )
  const caption = books.leads[book](filter.year)
  const rowKey = ({ entry }: { entry: string }) => entry
  return read.book === 'incoming' ? (
    <Table
      caption={caption}
      captionHidden
      columns={incomingColumns(visitor)}
      rows={read.rows}
      rowKey={rowKey}
      empty={empty}
    />
  ) : (
    <Table
      caption={caption}
      captionHidden
      columns={outgoingColumns(visitor)}
      rows={read.rows}
      rowKey={rowKey}
      empty={empty}
    />
  )
}

const Keeping = ({ visitor, asked: { book } }: Shown) => {
  const { books } = visitor.text.office
  return (
    <ButtonRow>
      {book === 'incoming' ? (
        <LinkButton href="/agenda/register" icon="plus">
          {books.register}
        </LinkButton>
      ) : (
        <>
          <LinkButton href="/agenda/write" icon="plus">
            {books.write}
          </LinkButton>
          <LinkButton href="/agenda/reserve" icon="rubber-stamp">
            {books.reserve}
          </LinkButton>
        </>
      )}
    </ButtonRow>
  )
}

const Tabs = ({ visitor, asked }: Shown) => {
  const { tabs } = visitor.text.office.books
  return (
    <nav class="tabs" aria-label={tabs.label}>
      <ul class="tab-list">
        {(['incoming', 'outgoing'] as const).map((book) => (
          <li key={book}>
            <a
              class="tab"
              href={bookAddress({ book, filter: { year: asked.filter.year, month: asked.filter.month } })}
              aria-current={book === asked.book ? 'page' : undefined}
            >
              {tabs[book]}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

const Years = ({ visitor, years, asked: { book, filter } }: Shown & { years: number[] }) => {
  const all = [...new Set([filter.year, ...years])].toSorted((a, b) => b - a)
  if (all.length < 2) return null
  return (
    <nav class="button-row" aria-label={visitor.text.office.books.years}>
      {all.map((year) => (
        <a
          key={year}
          class="button button-quiet"
          href={bookAddress({ book, filter: { year } })}
          aria-current={year === filter.year ? 'page' : undefined}
        >
          {year}
        </a>
      ))}
    </nav>
  )
}
