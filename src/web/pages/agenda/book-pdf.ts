// A month of a book as the office prints and binds it, with the official heads of its columns.
import { postTitle } from '../../../core/agency/agency.ts'
import { inZone } from '../../../core/clock/instant.ts'
import { holdersOf } from '../../../core/person/holders.ts'
import { signedLines } from '../../../core/person/service.ts'
import { agendaBookDocument } from '../../../letters/agenda-book.ts'
import { BOOK_COLUMNS, BOOK_TITLES } from '../../../letters/agenda-columns.ts'
import { attachmentCount, longDate } from '../../../letters/indonesian.ts'
import { agencyLetterhead } from '../../../letters/letterhead.ts'
import { type AgendaRow, wholeAgenda } from '../../../store/books/incoming.ts'
import { type OutgoingRow, wholeOutgoing } from '../../../store/books/outgoing.ts'
import type { Services } from '../../services.ts'
import { textOf } from '../../text/text.ts'
import type { Visitor } from '../../visitor.ts'
import { monthName } from '../calendar/month-name.ts'
import type { BookAsked } from './asked.ts'
import { processedWords, type Wanted } from './csv.ts'

/** The book is an official paper: it is in Indonesian whoever prints it. */
const LANGUAGE = 'id'

type Printed = { bytes: Uint8Array; name: string }

/** For pages and programs. */
export const bookPdf = async (services: Services, reading: Visitor, { reader, asked }: Wanted): Promise<Printed> => {
  const visitor = { ...reading, text: textOf(LANGUAGE), language: LANGUAGE } as const
  const { book, filter } = asked
  const { agency, arms } = visitor.agency
  const wanted = { reader, filter }
  const rows =
    book === 'incoming'
      ? (await wholeAgenda(services.store, agency.agency, wanted)).map((row, at) => incomingCells(visitor, row, at + 1))
      : (await wholeOutgoing(services.store, agency.agency, wanted)).map((row) => outgoingCells(visitor, row))
  const title = BOOK_TITLES[book]
  const period = periodOf(asked)
  const bytes = await services.renderPdf(
    agendaBookDocument({
      letterhead: agencyLetterhead(agency, arms ?? null),
      zone: agency.zone,
      createdAt: visitor.now,
      title,
      period,
      columns: BOOK_COLUMNS[book],
      rows,
      signing: signingOf(visitor),
    }),
  )
  return { bytes, name: `${title} ${period}.pdf` }
}

const periodOf = ({ filter: { year, month, classification, state, words } }: BookAsked): string =>
  [
    month === null ? `Tahun ${year}` : `Bulan ${monthName(year, month, LANGUAGE)}`,
    ...(classification === null ? [] : [`klasifikasi ${classification}`]),
    ...(state === null && words.trim() === '' ? [] : ['sebagian']),
  ].join(', ')

/** The head of the secretariat signs; where the office has none, its head. */
const signingOf = ({ agency, now }: Pick<Visitor, 'agency' | 'now'>) => {
  const { posts, units, zone, letterhead } = agency.agency
  const secretariat = units.filter(({ kind }) => kind === 'secretariat').map(({ unit }) => unit)
  const inside = posts.filter(({ unit }) => secretariat.includes(unit))
  const head =
    inside.find(({ superior }) => !inside.some(({ post }) => post === superior)) ??
    posts.find(({ superior }) => superior === undefined)
  const today = inZone(now, zone).toPlainDate().toString()
  const [holder] = head ? holdersOf(agency, head.post, today) : []
  return {
    place: letterhead.place,
    day: longDate(today),
    post: head?.title ?? '',
    holder: holder ? signedLines(holder, agency.mandates) : [],
  }
}

const CLOSED = 'RAHASIA'
const dateOr = (day: string | null): string => (day === null ? '' : longDate(day))
const parts = (list: readonly string[]): string => list.filter((one) => one !== '').join('; ')

const incomingCells = ({ agency, text }: Visitor, row: AgendaRow, at: number): string[] => {
  const { content } = row
  const secret: Readonly<Record<string, string>> = text.office.grades.secrecy
  if (!content)
    return [`${at}`, row.number, longDate(row.receivedOn), CLOSED, '', '', '', '', '', '', secret[row.secrecy] ?? '']
  const urgency: Readonly<Record<string, string>> = text.office.grades.urgency
  return [
    `${at}`,
    row.number,
    longDate(row.receivedOn),
    content.sender,
    content.letterNumber,
    dateOr(content.letterOn),
    content.subject,
    attachmentCount(content.attachments),
    content.classification,
    content.forwardedTo.map((post) => postTitle(agency.agency, post)).join(', '),
    parts([
      row.urgency === 'biasa' ? '' : (urgency[row.urgency] ?? ''),
      content.remark,
      content.late === null ? '' : `Susulan: ${content.late}`,
      content.externalNumber ?? '',
    ]),
  ]
}

const outgoingCells = (visitor: Visitor, row: OutgoingRow): string[] => {
  const { agency, text } = visitor
  const { content } = row
  const { states, ways, securities } = text.office.books
  const place = row.sub === '' ? `${row.seq}` : `${row.seq}.${row.sub}`
  const state = row.state === 'used' ? '' : states.outgoing[row.state].toUpperCase()
  if (!content) return [place, row.number, longDate(row.on), CLOSED, '', '', '', '', '', '', '', state]
  const way: Readonly<Record<string, string>> = ways
  const graded: Readonly<Record<string, string>> = securities
  return [
    place,
    row.number,
    longDate(row.on),
    content.addressee,
    content.subject,
    row.state === 'reserved' ? '' : attachmentCount(content.attachments),
    content.classification,
    content.signatory === '' ? '' : postTitle(agency.agency, content.signatory),
    processedWords(visitor, content.processedBy),
    parts([content.sentHow === null ? '' : (way[content.sentHow] ?? ''), dateOr(content.sentOn)]),
    parts([dateOr(content.receivedOn), content.receivedBy ?? '']),
    parts([
      state,
      row.security === 'biasa' ? '' : (graded[row.security] ?? ''),
      content.remark,
      content.late === null ? '' : `Susulan: ${content.late}`,
      content.externalNumber ?? '',
    ]),
  ]
}
