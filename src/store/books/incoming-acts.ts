// A letter that is registered by hand, and the number of another system beside ours.
import type { ExternalOrder, IncomingOrder } from '../../core/paper/book-orders.ts'
import type { Reading, Store } from '../connect.ts'
import type { Book } from './book.ts'
import { type BookDone, type Doing, once, refused, type Taking, takePlace } from './once.ts'

export type Incoming = { taking: Taking; order: IncomingOrder; classification: string; dossier: string | null }

/** A letter that comes in where no step enters it. */
export const registerIncoming = (
  store: Store,
  agency: string,
  doing: Doing,
  { taking, order, classification, dossier }: Incoming,
): Promise<BookDone> =>
  once(store, agency, doing, async (db) => {
    if (dossier !== null && (await isEntered(db, agency, dossier))) return ENTERED
    const { seq, sub, number } = await takePlace(db, agency, taking)
    const entry = await db
      .insertInto('agenda')
      .values({
        agency,
        number,
        seq,
        sub,
        year: taking.year,
        dossier,
        received_on: order.receivedOn,
        sender: order.sender,
        letter_number: order.letterNumber,
        letter_on: order.letterOn ?? null,
        subject: order.subject,
        attachments: order.attachments,
        classification,
        urgency: order.urgency,
        secrecy: order.secrecy,
        forwarded_to: [...order.forwardedTo],
        remark: order.remark,
        late: order.late || null,
        entered_at: doing.now,
      })
      .returning(['entry', 'number'])
      .executeTakeFirstOrThrow()
    return { book: 'incoming', what: 'registered', entries: [entry], reason: order.late }
  })

/** The number of another system (SRIKANDI) beside ours. */
export const keepExternal = (
  store: Store,
  agency: string,
  doing: Doing,
  { book, entry, number, link }: ExternalOrder & { book: Book; entry: string },
): Promise<BookDone> =>
  once(store, agency, doing, async (db) => {
    const columns = { external_number: number || null, external_link: link || null }
    const [changed] = await db
      .updateTable(book === 'incoming' ? 'agenda' : 'outgoing')
      .set(columns)
      .where('agency', '=', agency)
      .where('entry', '=', entry)
      .returning(['entry', 'number'])
      .execute()
    return changed ? { book, what: 'external', entries: [changed], reason: '', details: columns } : GONE
  })

const isEntered = async (db: Reading, agency: string, dossier: string): Promise<boolean> => {
  const found = await db
    .selectFrom('agenda')
    .select('entry')
    .where('agency', '=', agency)
    .where('dossier', '=', dossier)
    .limit(1)
    .execute()
  return found.length > 0
}

const GONE = refused('Baris buku ini tidak ada.', 'There is no such line in the book.')
const ENTERED = refused(
  'Surat berkas ini sudah tercatat di buku agenda.',
  'The letter of this dossier stands in the agenda already.',
  'dossierNumber',
)
