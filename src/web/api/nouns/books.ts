// What whoever keeps the books does in them: numbers in reserve, letters on paper, late entries, numbers of other systems.
import { z } from 'zod'
import {
  externalOrder,
  incomingOrder,
  paperLetterOrder,
  paperOrder,
  reasonOrder,
  reserveOrder,
  sendingOrder,
} from '../../../core/paper/book-orders.ts'
import { mayOffice } from '../../../core/person/may.ts'
import { sentence } from '../../../core/sentence.ts'
import { agendaEntry } from '../../../store/books/incoming.ts'
import { outgoingEntry } from '../../../store/books/outgoing.ts'
import { type BookDeed, doInBooks } from '../../books/deeds.ts'
import { ANY_KIND } from '../../fields/attachment.ts'
import { lookInto } from '../../fields/uploads.ts'
import { keyOf, WRONG_KEY } from '../command.ts'
import { type Asked, bad, type Caller, type Endpoint, endpoint, good, SENT_FILE } from '../endpoint.ts'
import { says } from '../says.ts'
import { agendaRow, outgoingRow } from '../shapes/books.ts'
import { id } from '../shapes/common.ts'

const params = z.object({ entry: id.meta(says('baris buku', 'a line of the book')) })
const taken = z
  .strictObject({ entries: z.array(z.strictObject({ entry: id, number: z.string() })) })
  .meta({ id: 'BookEntries' })
const writing = { tag: 'register', scope: 'work', problems: ['not-allowed'], answer: taken } as const

const doDeed = async (call: Asked & { caller: Caller }, deed: BookDeed) => {
  const { services, agency, caller, now } = call
  if (!mayOffice(caller.actor, 'keep-books')) return bad('not-allowed')
  const sent = keyOf(call)
  if (sent === null) return bad('invalid', undefined, [{ in: 'header', path: 'Idempotency-Key', sentence: WRONG_KEY }])
  const key = `api:${caller.person}:${deed.do}:${sent || services.newId()}`
  const outcome = await doInBooks({ services, agency, person: caller, now, key }, deed)
  if (outcome.ok) return good({ entries: outcome.entries })
  return bad(
    'invalid',
    undefined,
    outcome.faults.map((fault) => ({ in: 'body', path: `/${fault.at}`, sentence: fault.sentence })),
  )
}

const TODAY = '2026-11-20'

export const bookEndpoints: readonly Endpoint[] = [
  endpoint('post', {
    ...writing,
    id: 'reserveNumbers',
    path: '/agenda/outgoing/reservations',
    summary: sentence('Memesan nomor surat berikutnya', 'Reserve the next numbers of letters'),
    body: reserveOrder,
    status: 201,
    example: { count: 2, purpose: 'Undangan rapat koordinasi' },
    handle: (call) => doDeed(call, { do: 'reserve', order: call.body }),
  }),
  endpoint('post', {
    ...writing,
    id: 'registerOutgoing',
    path: '/agenda/outgoing',
    summary: sentence(
      'Mencatat surat keluar yang ditulis di luar MIPP di bawah nomor berikutnya, atau sebagai susulan',
      'Enter a letter written outside under the next number, or as a late entry',
    ),
    body: paperLetterOrder,
    status: 201,
    example: {
      on: TODAY,
      addressee: 'Camat Demak',
      subject: 'Undangan rapat koordinasi',
      signatory: 'kepala-dinas',
      sentHow: 'kurir',
    },
    handle: (call) => doDeed(call, { do: 'write', order: call.body, scan: null }),
  }),
  endpoint('post', {
    ...writing,
    id: 'useNumber',
    path: '/agenda/outgoing/{entry}/use',
    summary: sentence('Memakai nomor pesanan untuk surat kertas', 'Use a number in reserve for a letter on paper'),
    params,
    body: paperOrder,
    example: {
      on: TODAY,
      addressee: 'Camat Demak',
      subject: 'Undangan rapat koordinasi',
      signatory: 'kepala-dinas',
      sentHow: 'kurir',
    },
    handle: (call) => doDeed(call, { do: 'use', entry: call.params.entry, order: call.body, scan: null }),
  }),
  endpoint('post', {
    ...writing,
    id: 'cancelNumber',
    path: '/agenda/outgoing/{entry}/cancel',
    summary: sentence(
      'Membatalkan nomor pesanan, atau menarik surat kertas; nomornya tidak dipakai lagi',
      'Make a number in reserve void, or withdraw a letter on paper; the number is never used again',
    ),
    params,
    body: reasonOrder,
    example: { reason: 'Rapat batal' },
    handle: (call) => doDeed(call, { do: 'cancel', entry: call.params.entry, reason: call.body.reason }),
  }),
  endpoint('post', {
    ...writing,
    id: 'noteSending',
    path: '/agenda/outgoing/{entry}/sending',
    summary: sentence('Mencatat pengiriman dan penerimaan surat', 'Note how a letter went and when it arrived'),
    params,
    body: sendingOrder,
    example: { sentHow: 'pos', sentOn: TODAY },
    handle: (call) => doDeed(call, { do: 'sending', entry: call.params.entry, order: call.body }),
  }),
  endpoint('post', {
    ...writing,
    id: 'keepScan',
    path: '/agenda/outgoing/{entry}/scan',
    summary: sentence('Menyimpan pindaian surat kertas', 'Keep the scan of a letter on paper'),
    params,
    body: SENT_FILE,
    handle: async (call) => {
      if (!mayOffice(call.caller.actor, 'keep-books')) return bad('not-allowed')
      const looked = await lookInto(call.services, { paper: 'pindaian', accept: ANY_KIND }, call.body)
      if (!looked.ok) return bad('invalid', looked.reason, [{ in: 'body', path: '/file', sentence: looked.reason }])
      const { sha256, bytes, mime, name } = looked.paper
      return doDeed(call, { do: 'scan', entry: call.params.entry, scan: { sha256, bytes, mime, name } })
    },
  }),
  endpoint('post', {
    ...writing,
    id: 'registerIncoming',
    path: '/agenda',
    summary: sentence(
      'Mencatat surat masuk yang tidak dicatat oleh langkah SOP, juga susulan',
      'Enter a letter that no step of an SOP enters, also a late one',
    ),
    body: incomingOrder,
    status: 201,
    example: { sender: 'Camat Demak', letterNumber: '005/12', receivedOn: TODAY, subject: 'Undangan rapat' },
    handle: (call) => doDeed(call, { do: 'register', order: call.body }),
  }),
  endpoint('post', {
    ...writing,
    id: 'keepExternalIncoming',
    path: '/agenda/{entry}/external',
    summary: sentence('Nomor sistem lain bagi surat masuk', 'The number of another system for a letter that came in'),
    params,
    body: externalOrder,
    example: { number: 'SRK-2026-000123', link: '' },
    handle: (call) => doDeed(call, { do: 'external', book: 'incoming', entry: call.params.entry, order: call.body }),
  }),
  endpoint('post', {
    ...writing,
    id: 'keepExternalOutgoing',
    path: '/agenda/outgoing/{entry}/external',
    summary: sentence('Nomor sistem lain bagi surat keluar', 'The number of another system for a letter that went out'),
    params,
    body: externalOrder,
    example: { number: 'SRK-2026-000123', link: '' },
    handle: (call) => doDeed(call, { do: 'external', book: 'outgoing', entry: call.params.entry, order: call.body }),
  }),
  endpoint('get', {
    id: 'getIncoming',
    path: '/agenda/{entry}',
    tag: 'register',
    scope: 'read',
    summary: sentence('Satu baris agenda surat masuk', 'One line of the book of incoming letters'),
    params,
    problems: ['not-allowed'],
    answer: agendaRow,
    handle: async ({ services, office, caller, params: { entry } }) => {
      if (!mayOffice(caller.actor, 'see-agenda')) return bad('not-allowed')
      const found = await agendaEntry(services.store, office, { reader: caller.actor, entry })
      if (!found) return bad('not-found')
      const { year: _, ...row } = found
      return good(row)
    },
  }),
  endpoint('get', {
    id: 'getOutgoing',
    path: '/agenda/outgoing/{entry}',
    tag: 'register',
    scope: 'read',
    summary: sentence('Satu baris agenda surat keluar', 'One line of the book of outgoing letters'),
    params,
    problems: ['not-allowed'],
    answer: outgoingRow,
    handle: async ({ services, office, caller, params: { entry } }) => {
      if (!mayOffice(caller.actor, 'see-agenda')) return bad('not-allowed')
      const found = await outgoingEntry(services.store, office, { reader: caller.actor, entry })
      if (!found) return bad('not-found')
      const { year: _, ...row } = found
      return good(row)
    },
  }),
]
