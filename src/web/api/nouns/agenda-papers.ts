// The papers of the books for programs: a book as it is printed and bound, and the control card of one letter.
import { z } from 'zod'
import { inZone } from '../../../core/clock/instant.ts'
import { mayOffice } from '../../../core/person/may.ts'
import { sentence } from '../../../core/sentence.ts'
import type { Book } from '../../../store/books/book.ts'
import { agendaEntry } from '../../../store/books/incoming.ts'
import { OUTGOING_STATES, outgoingEntry } from '../../../store/books/outgoing.ts'
import { bookPdf } from '../../pages/agenda/book-pdf.ts'
import { cardPdf, type Entry } from '../../pages/agenda/card-pdf.ts'
import { downloadHeaders } from '../../request/headers.ts'
import { type Asked, bad, type Caller, type Endpoint, endpoint, FILE, good } from '../endpoint.ts'
import { says } from '../says.ts'
import { id } from '../shapes/common.ts'
import { filterOf, filters } from './agenda.ts'

const { after: _, ...narrowed } = filters
const reading = { tag: 'register', scope: 'read', problems: ['not-allowed'], answer: FILE } as const
const params = z.object({ entry: id.meta(says('baris buku', 'a line of the book')) })

type Call = Asked & { caller: Caller }

const printBook = async (call: Call, book: Book, query: Parameters<typeof filterOf>[0]) => {
  const { services, agency, visitor, caller, now } = call
  if (!mayOffice(caller.actor, 'see-agenda')) return bad('not-allowed')
  const filter = filterOf(query, inZone(now, agency.agency.zone).year)
  const asked = { book, filter, after: null, used: 0 }
  const { bytes, name } = await bookPdf(services, visitor, { reader: caller.actor, asked })
  return good(Uint8Array.from(bytes), downloadHeaders(name, 'application/pdf'))
}

/** A closed line has no card, as on its page. */
const printCard = async ({ services, visitor, caller }: Call, entry: Entry | null) => {
  if (!mayOffice(caller.actor, 'see-agenda')) return bad('not-allowed')
  if (!entry?.content) return bad('not-found')
  const name = `Kartu Kendali ${entry.number.replaceAll('/', '-')}.pdf`
  const bytes = await cardPdf(services, visitor, entry)
  return good(Uint8Array.from(bytes), downloadHeaders(name, 'application/pdf'))
}

/** Before the lines of the book: their addresses begin alike. */
export const agendaPaperEndpoints: readonly Endpoint[] = [
  endpoint('get', {
    ...reading,
    id: 'printAgenda',
    path: '/agenda/book.pdf',
    summary: sentence('Buku agenda surat masuk untuk dicetak (PDF)', 'The book of incoming letters for printing (PDF)'),
    query: z.object({ ...narrowed, state: z.enum(['late', 'registered']).optional() }),
    handle: (call) => printBook(call, 'incoming', call.query),
  }),
  endpoint('get', {
    ...reading,
    id: 'printOutgoing',
    path: '/agenda/outgoing/book.pdf',
    summary: sentence(
      'Buku agenda surat keluar untuk dicetak (PDF)',
      'The book of outgoing letters for printing (PDF)',
    ),
    query: z.object({ ...narrowed, state: z.enum([...OUTGOING_STATES, 'late']).optional() }),
    handle: (call) => printBook(call, 'outgoing', call.query),
  }),
  endpoint('get', {
    ...reading,
    id: 'printIncomingCard',
    path: '/agenda/{entry}/card.pdf',
    summary: sentence('Kartu kendali satu surat masuk (PDF)', 'The control card of a letter that came in (PDF)'),
    params,
    handle: async (call) => {
      const wanted = { reader: call.caller.actor, entry: call.params.entry }
      const row = await agendaEntry(call.services.store, call.office, wanted)
      return printCard(call, row && { book: 'incoming', ...row })
    },
  }),
  endpoint('get', {
    ...reading,
    id: 'printOutgoingCard',
    path: '/agenda/outgoing/{entry}/card.pdf',
    summary: sentence('Kartu kendali satu surat keluar (PDF)', 'The control card of a letter that went out (PDF)'),
    params,
    handle: async (call) => {
      const wanted = { reader: call.caller.actor, entry: call.params.entry }
      const row = await outgoingEntry(call.services.store, call.office, wanted)
      return printCard(call, row && { book: 'outgoing', ...row })
    },
  }),
]
