// A book as narrowed, for a spreadsheet: all columns of the official book, whole, in the order of the numbers.
import type { Context } from 'hono'
import { postTitle } from '../../../core/agency/agency.ts'
import type { BookReader } from '../../../store/books/book.ts'
import { type AgendaRow, wholeAgenda } from '../../../store/books/incoming.ts'
import { type OutgoingRow, wholeOutgoing } from '../../../store/books/outgoing.ts'
import { BYTE_ORDER_MARK, csvRow } from '../../request/csv.ts'
import type { Services } from '../../services.ts'
import type { Visitor, WebEnv } from '../../visitor.ts'
import type { BookAsked } from './asked.ts'
import { wayOf } from './columns.tsx'

export type Wanted = { reader: BookReader; asked: BookAsked }

export const sendBookCsv = async (
  c: Context<WebEnv>,
  services: Services,
  { reader, asked: { book, filter } }: Wanted,
): Promise<Response> => {
  const visitor = c.get('visitor')
  const { agency } = visitor.agency.agency
  const wanted = { reader, filter }
  const rows =
    book === 'incoming'
      ? (await wholeAgenda(services.store, agency, wanted)).map((row) => incomingCells(visitor, row))
      : (await wholeOutgoing(services.store, agency, wanted)).map((row) => outgoingCells(visitor, row))
  const when = filter.month === null ? `${filter.year}` : `${filter.year}-${String(filter.month).padStart(2, '0')}`
  const name = `${visitor.text.office.books.csvName[book]}-${when}.csv`
  c.header('content-type', 'text/csv; charset=utf-8')
  c.header('content-disposition', `attachment; filename="${name}"`)
  c.header('cache-control', 'no-store')
  return c.body(BYTE_ORDER_MARK + [headOf(visitor, book), ...rows].map(csvRow).join(''))
}

const headOf = ({ text }: Visitor, book: BookAsked['book']): string[] => {
  const { columns: one } = text.office.books
  return book === 'incoming'
    ? [
        one.number.incoming,
        one.received,
        one.sender,
        one.letterNumber,
        one.letterOn,
        one.subject,
        one.attachments,
      ].concat([
        one.classification,
        one.forwarded,
        one.grade,
        one.security,
        one.remark,
        one.late,
        one.external,
        one.dossier,
      ])
    : [one.seq, one.number.outgoing, one.on, one.addressee, one.subject, one.attachments, one.classification].concat(
        [one.security, one.signatory, one.processed, one.sent, one.sent, one.arrived, one.state, one.remark, one.late],
        [one.external, one.dossier],
      )
}

const incomingCells = ({ text, agency }: Visitor, { number, receivedOn, urgency, secrecy, content }: AgendaRow) => {
  const { books, grades } = text.office
  const named: Readonly<Record<string, string>> = { ...grades.urgency }
  const graded: Readonly<Record<string, string>> = { ...grades.secrecy }
  const grade = [named[urgency] ?? urgency, graded[secrecy] ?? secrecy]
  if (!content) return [number, receivedOn, books.closed, '', '', '', '', '', '', ...grade, '', '', '', '']
  return [
    number,
    receivedOn,
    content.sender,
    content.letterNumber,
    content.letterOn ?? '',
    content.subject,
    String(content.attachments),
    content.classification,
    content.forwardedTo.map((post) => postTitle(agency.agency, post)).join(', '),
    ...grade,
    content.remark,
    content.late ?? '',
    content.externalNumber ?? '',
    content.dossierNumber,
  ]
}

const outgoingCells = (visitor: Visitor, row: OutgoingRow): string[] => {
  const { text, agency } = visitor
  const { books } = text.office
  const { content } = row
  const securities: Readonly<Record<string, string>> = books.securities
  const place = row.sub === '' ? String(row.seq) : `${row.seq}.${row.sub}`
  const state = books.states.outgoing[row.state]
  const security = securities[row.security] ?? row.security
  if (!content)
    return [place, row.number, row.on, books.closed, '', '', '', security, '', '', '', '', '', state, '', '', '', '']
  return [
    place,
    row.number,
    row.on,
    content.addressee,
    content.subject,
    String(content.attachments),
    content.classification,
    security,
    content.signatory === '' ? '' : postTitle(agency.agency, content.signatory),
    processedWords(visitor, content.processedBy),
    wayOf(visitor, content.sentHow),
    content.sentOn ?? '',
    content.receivedOn ?? '',
    state,
    content.remark,
    content.late ?? '',
    content.externalNumber ?? '',
    content.dossierNumber,
  ]
}

/** Posts that initialed; of a letter on paper the words that somebody wrote. */
export const processedWords = ({ agency }: Visitor, text: string): string =>
  text.split(' ').every((one) => agency.agency.posts.some(({ post }) => post === one))
    ? text
        .split(' ')
        .map((post) => postTitle(agency.agency, post))
        .join(', ')
    : text
