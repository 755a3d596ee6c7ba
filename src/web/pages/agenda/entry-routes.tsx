// One line of a book: all its columns, the way of its letter, its control card, and what may be done with it.
import type { Context } from 'hono'
import { mayOffice } from '../../../core/person/may.ts'
import type { Book } from '../../../store/books/book.ts'
import { agendaEntry } from '../../../store/books/incoming.ts'
import { outgoingEntry } from '../../../store/books/outgoing.ts'
import { page } from '../../page.tsx'
import { first, type Posted } from '../../request/body.ts'
import { setFlash } from '../../request/cookies.ts'
import { downloadHeaders } from '../../request/headers.ts'
import { posted } from '../../request/posted.ts'
import type { Services } from '../../services.ts'
import type { FieldFault } from '../../ui/error-summary.tsx'
import type { App, SignedIn, WebEnv } from '../../visitor.ts'
import { sendOwnPdf } from '../dossier/picture.ts'
import { notFoundPage } from '../message.tsx'
import { signInFirst } from '../sign-in-first.ts'
import { entryAddress } from './asked.ts'
import { cardPdf, type Entry } from './card-pdf.ts'
import { EntryView } from './entry-view.tsx'
import { movesOf } from './moves.ts'
import { doPosted } from './posted-deeds.ts'

type Web = Context<WebEnv>
type Found = { entry: Entry; signedIn: SignedIn }

export const entryRoutes = (app: App, services: Services): void => {
  for (const book of ['incoming', 'outgoing'] as const) {
    const only = (show: (c: Web, found: Found) => Response | Promise<Response>) => async (c: Web) => {
      const { signedIn } = c.get('visitor')
      if (!signedIn) return signInFirst(c)
      const entry = mayOffice(signedIn.actor, 'see-agenda') ? await find(c, services, book, signedIn) : null
      // A closed line shows no more on a page of its own than in the book.
      return entry?.content ? show(c, { entry, signedIn }) : notFoundPage(c, services)
    }
    app.get(
      `/agenda/${book}/:entry`,
      only((c, found) => entryPage(c, services, found, { form: c.get('visitor').restored, faults: [] })),
    )
    app.post(
      `/agenda/${book}/:entry`,
      only((c, found) => act(c, services, found)),
    )
    app.get(
      `/agenda/${book}/:entry/card.pdf`,
      only(async (c, { entry }) => {
        const pdf = await cardPdf(services, c.get('visitor'), entry)
        return sendOwnPdf(c, pdf, `Kartu Kendali ${entry.number.replaceAll('/', '-')}.pdf`)
      }),
    )
  }
  app.get('/agenda/outgoing/:entry/scan', (c) => sendScan(c, services))
}

const find = async (c: Web, services: Services, book: Book, { actor }: SignedIn): Promise<Entry | null> => {
  const { agency } = c.get('visitor').agency.agency
  const wanted = { reader: actor, entry: c.req.param('entry') ?? '' }
  if (!UUID.test(wanted.entry)) return null
  if (book === 'incoming') {
    const row = await agendaEntry(services.store, agency, wanted)
    return row && { book, ...row }
  }
  const row = await outgoingEntry(services.store, agency, wanted)
  return row && { book, ...row }
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

const act = async (c: Web, services: Services, { entry, signedIn }: Found): Promise<Response> => {
  const visitor = c.get('visitor')
  if (!mayOffice(signedIn.actor, 'keep-books')) return notFoundPage(c, services)
  const form = posted(c)
  const of = { book: entry.book, entry: entry.entry }
  const done = await doPosted(services, { form, signedIn, visitor, of })
  if (done === null) return notFoundPage(c, services)
  if (!done.ok) return entryPage(c, services, { entry, signedIn }, { form, faults: done.faults })
  setFlash(c, services, 'good', visitor.text.office.books.entry.done)
  return c.redirect(entryAddress(entry.book, entry.entry), 303)
}

type Typed = { form: Posted | null; faults: readonly FieldFault[] }

const entryPage = async (c: Web, services: Services, { entry, signedIn }: Found, typed: Typed): Promise<Response> => {
  const visitor = c.get('visitor')
  const words = visitor.text.office.books.entry
  const moves = await movesOf(services, visitor, {
    book: entry.book,
    entry: entry.entry,
    number: entry.number,
    letter: entry.book === 'outgoing' ? (entry.content?.letter ?? null) : null,
    dossier: entry.content?.dossier ?? null,
  })
  const children = (
    <EntryView
      visitor={visitor}
      entry={entry}
      moves={moves}
      mayKeep={mayOffice(signedIn.actor, 'keep-books')}
      typed={{ ...typed, deed: typed.form ? first(typed.form, 'do') : '' }}
      formKey={services.newId()}
    />
  )
  const title = words.title[entry.book](entry.number)
  return page(c, services, { title, children }, typed.faults.length > 0 ? 422 : 200)
}

const sendScan = async (c: Web, services: Services): Promise<Response> => {
  const { signedIn } = c.get('visitor')
  if (!signedIn) return signInFirst(c)
  const entry = mayOffice(signedIn.actor, 'see-agenda') ? await find(c, services, 'outgoing', signedIn) : null
  const scan = entry?.book === 'outgoing' ? entry.content?.scan : null
  const bytes = scan && (await services.files.read(scan.sha256))
  if (!scan || !bytes) return notFoundPage(c, services)
  return c.body(Uint8Array.from(bytes), 200, downloadHeaders(scan.name, scan.mime))
}
