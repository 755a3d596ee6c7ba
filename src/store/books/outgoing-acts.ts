// What somebody does by hand with numbers of outgoing letters, in one transaction with the line of the journal that tells of it.
import type { Day } from '../../core/clock/instant.ts'
import type { PaperOrder, SendingOrder } from '../../core/paper/book-orders.ts'
import type { Security } from '../../core/paper/classification.ts'
import type { Reading, Store } from '../connect.ts'
import { type BookDone, type Doing, type Entry, once, type Placed, refused, type Taking, takePlace } from './once.ts'
import type { OutgoingState, Scan } from './outgoing.ts'

export type Reserving = {
  taking: Taking
  count: number
  purpose: string
  classification: string
  security: Security
  today: Day
}

export const reserveNumbers = (store: Store, agency: string, doing: Doing, order: Reserving): Promise<BookDone> =>
  once(store, agency, doing, async (db) => {
    const entries: Entry[] = []
    for (let place = 0; place < order.count; place += 1) {
      const placed = await takePlace(db, agency, order.taking)
      entries.push(
        await insertOutgoing(db, agency, doing, {
          ...placed,
          series: order.taking.series,
          year: order.taking.year,
          state: 'reserved',
          on_day: order.today,
          classification: order.classification,
          security: order.security,
          remark: order.purpose,
        }),
      )
    }
    return { book: 'outgoing', what: 'reserved', entries, reason: order.purpose }
  })

export type PaperLetter = {
  taking: Taking
  order: PaperOrder
  classification: string
  security: Security
  late: string
  scan: Scan | null
}

/** A letter written outside, under the next number, or behind an earlier one when it comes late. */
export const registerOutgoing = (store: Store, agency: string, doing: Doing, letter: PaperLetter): Promise<BookDone> =>
  once(store, agency, doing, async (db) => {
    const placed = await takePlace(db, agency, letter.taking)
    const entry = await insertOutgoing(db, agency, doing, {
      ...placed,
      ...paperColumns(letter.order, letter.scan),
      series: letter.taking.series,
      year: letter.taking.year,
      classification: letter.classification,
      security: letter.security,
      late: letter.late === '' ? null : letter.late,
    })
    return { book: 'outgoing', what: 'registered', entries: [entry], reason: letter.late }
  })

export type Using = { entry: string; order: PaperOrder; scan: Scan | null }

/** A number in reserve is used for a letter written outside. */
export const useNumber = (
  store: Store,
  agency: string,
  doing: Doing,
  { entry, order, scan }: Using,
): Promise<BookDone> =>
  once(store, agency, doing, async (db) => {
    const held = await hold(db, agency, entry)
    if (held?.state !== 'reserved' || held.dossier !== null) return NOT_IN_RESERVE
    await db
      .updateTable('outgoing')
      .set({ ...paperColumns(order, scan), changed_at: doing.now })
      .where('agency', '=', agency)
      .where('entry', '=', entry)
      .execute()
    return { book: 'outgoing', what: 'used', entries: [held], reason: '' }
  })

/** A number in reserve becomes void; a letter on paper that was used is withdrawn. Neither number is ever used again. */
export const cancelNumber = (
  store: Store,
  agency: string,
  doing: Doing,
  { entry, reason }: { entry: string; reason: string },
): Promise<BookDone> =>
  once(store, agency, doing, async (db) => {
    const held = await hold(db, agency, entry)
    if (!held || held.dossier !== null) return OF_A_DOSSIER
    if (held.state !== 'reserved' && held.state !== 'used') return ALREADY
    const state = held.state === 'reserved' ? 'void' : 'withdrawn'
    await db
      .updateTable('outgoing')
      .set({ state, remark: reason, ended_at: doing.now, changed_at: doing.now })
      .where('agency', '=', agency)
      .where('entry', '=', entry)
      .execute()
    return { book: 'outgoing', what: state, entries: [held], reason }
  })

/** How a letter went and when it arrived, as somebody notes it. */
export const noteSending = (
  store: Store,
  agency: string,
  doing: Doing,
  { entry, sentHow, sentOn, receivedOn, receivedBy }: SendingOrder & { entry: string },
): Promise<BookDone> =>
  once(store, agency, doing, async (db) => {
    const held = await hold(db, agency, entry)
    if (held && held.dossier !== null) return OF_A_DOSSIER
    if (held?.state !== 'used') return NOT_SENT
    const columns = {
      sent_how: sentHow,
      sent_on: sentOn,
      received_on: receivedOn ?? null,
      received_by: receivedBy || null,
    }
    await db
      .updateTable('outgoing')
      .set({ ...columns, changed_at: doing.now })
      .where('agency', '=', agency)
      .where('entry', '=', entry)
      .execute()
    return { book: 'outgoing', what: 'sending', entries: [held], reason: '', details: columns }
  })

/** The scan of a letter on paper, added or put in the place of one. */
export const keepScan = (
  store: Store,
  agency: string,
  doing: Doing,
  { entry, scan }: { entry: string; scan: Scan },
): Promise<BookDone> =>
  once(store, agency, doing, async (db) => {
    const held = await hold(db, agency, entry)
    if (held?.state !== 'used' || held.dossier !== null) return NO_PAPER
    await db
      .updateTable('outgoing')
      .set({ scan: JSON.stringify(scan), changed_at: doing.now })
      .where('agency', '=', agency)
      .where('entry', '=', entry)
      .execute()
    return { book: 'outgoing', what: 'scan', entries: [held], reason: scan.name, details: scan }
  })

type OutgoingColumns = Placed & {
  series: string
  year: number
  state: OutgoingState
  on_day: Day
  classification: string
  security: Security
  remark: string
}

const insertOutgoing = (
  db: Reading,
  agency: string,
  { now }: Doing,
  columns: OutgoingColumns & { late?: string | null },
): Promise<Entry> =>
  db
    .insertInto('outgoing')
    .values({ agency, ...columns, numbered_at: now, changed_at: now })
    .returning(['entry', 'number'])
    .executeTakeFirstOrThrow()

const paperColumns = (order: PaperOrder, scan: Scan | null) => ({
  state: 'used' as const,
  on_day: order.on,
  addressee: order.addressee,
  subject: order.subject,
  attachments: order.attachments,
  signatory: order.signatory,
  processed_by: order.processedBy,
  sent_how: order.sentHow,
  sent_on: order.sentOn ?? order.on,
  remark: order.remark,
  scan: scan === null ? null : JSON.stringify(scan),
})

/** Until the end of the transaction nobody else changes this line. */
const hold = async (db: Reading, agency: string, entry: string) => {
  const [held] = await db
    .selectFrom('outgoing')
    .select(['entry', 'number', 'state', 'dossier'])
    .where('agency', '=', agency)
    .where('entry', '=', entry)
    .forUpdate()
    .execute()
  return held
}

const NOT_IN_RESERVE = refused(
  'Nomor ini tidak lagi menunggu dipakai. Lihat keadaannya di buku.',
  'This number does not lie in reserve any more. Look at how it stands in the book.',
)
const OF_A_DOSSIER = refused(
  'Nomor ini milik surat dalam berkas. Batalkan, kirim, atau tarik suratnya dari berkasnya.',
  'This number belongs to a letter of a dossier. Give it up, send or withdraw the letter there.',
)
const ALREADY = refused(
  'Nomor ini sudah batal atau suratnya sudah ditarik.',
  'This number is void already, or its letter is withdrawn.',
)
const NOT_SENT = refused(
  'Surat ini belum terbit, jadi pengirimannya belum dapat dicatat.',
  'This letter has not been issued, so there is no sending to be noted.',
)
const NO_PAPER = refused(
  'Pindaian hanya untuk surat kertas yang sudah terbit. Surat dalam berkas menyimpan naskahnya di berkas.',
  'A scan is kept of letters on paper that have been issued. A letter of a dossier keeps its page there.',
)
