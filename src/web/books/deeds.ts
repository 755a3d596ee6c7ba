// What pages and programs do in the books alike: judged by the office as it is today, then done once.
import { openPosts } from '../../core/agency/agency.ts'
import type { AgencyData } from '../../core/agency/catalogue.ts'
import { type Day, type Instant, inZone } from '../../core/clock/instant.ts'
import {
  type BookFacts,
  type ExternalOrder,
  type IncomingOrder,
  type OrderFault,
  orderFaults,
  type PaperLetterOrder,
  type PaperOrder,
  type ReserveOrder,
  type SendingOrder,
} from '../../core/paper/book-orders.ts'
import { SECURITY_CODES, type Security } from '../../core/paper/classification.ts'
import type { Filed } from '../../core/paper/filed.ts'
import { fillLetterTokens, fillNumberPattern } from '../../core/paper/number-pattern.ts'
import { AGENDA_SERIES, letterNumbering } from '../../core/paper/number-rules.ts'
import { sentence } from '../../core/sentence.ts'
import type { Book } from '../../store/books/book.ts'
import { dossierNumbered } from '../../store/books/incoming.ts'
import { keepExternal, registerIncoming } from '../../store/books/incoming-acts.ts'
import type { Doing, Entry, Taking } from '../../store/books/once.ts'
import type { Scan } from '../../store/books/outgoing.ts'
import {
  cancelNumber,
  keepScan,
  noteSending,
  registerOutgoing,
  reserveNumbers,
  useNumber,
} from '../../store/books/outgoing-acts.ts'
import { byPost } from '../acting.ts'
import { filedAs } from '../letter-filing.ts'
import type { Services } from '../services.ts'
import type { Person } from '../visitor.ts'

export type BookDeed =
  | { do: 'reserve'; order: ReserveOrder }
  | { do: 'write'; order: PaperLetterOrder; scan: Scan | null }
  | { do: 'use'; entry: string; order: PaperOrder; scan: Scan | null }
  | { do: 'cancel'; entry: string; reason: string }
  | { do: 'sending'; entry: string; order: SendingOrder }
  | { do: 'scan'; entry: string; scan: Scan }
  | { do: 'external'; book: Book; entry: string; order: ExternalOrder }
  | { do: 'register'; order: IncomingOrder }

export type BookOutcome = { ok: true; entries: Entry[] } | { ok: false; faults: OrderFault[] }

export type Keeper = {
  services: Pick<Services, 'store'>
  agency: AgencyData
  person: Person
  now: Instant
  /** The same deed under the same key is done once. */
  key: string
}

export const doInBooks = async (keeper: Keeper, deed: BookDeed): Promise<BookOutcome> => {
  const faults = faultsOf(keeper, deed)
  if (faults.length > 0) return { ok: false, faults }
  const done = await doIt(keeper, deed)
  return done.ok ? done : { ok: false, faults: [{ at: done.at, sentence: done.sentence }] }
}

const faultsOf = (keeper: Keeper, deed: BookDeed): OrderFault[] => {
  const facts = factsFor(keeper)
  switch (deed.do) {
    case 'reserve':
      return orderFaults({ classification: deed.order.classification }, '', facts)
    case 'write':
    case 'use':
      return orderFaults({ ...deed.order, day: deed.order.on, days: { sentOn: deed.order.sentOn } }, 'on', facts)
    case 'sending':
      return orderFaults({ day: deed.order.sentOn, days: { receivedOn: deed.order.receivedOn } }, 'sentOn', facts)
    case 'register':
      return orderFaults(
        { ...deed.order, day: deed.order.receivedOn, days: { letterOn: deed.order.letterOn } },
        'receivedOn',
        facts,
      )
    case 'cancel':
    case 'scan':
    case 'external':
      return []
  }
}

const factsFor = ({ agency, now }: Keeper): BookFacts => {
  const today = todayOf(agency, now)
  const { numbers, classifications } = agency.agency
  return {
    today,
    numbers: { ...numbers, codes: classifications.map(({ code }) => code) },
    posts: openPosts(agency.agency, today),
  }
}

const todayOf = ({ agency }: AgencyData, now: Instant): Day => inZone(now, agency.zone).toPlainDate().toString()

const doIt = async (keeper: Keeper, deed: BookDeed) => {
  const { store } = keeper.services
  const office = keeper.agency.agency.agency
  const doing: Doing = {
    key: keeper.key,
    person: keeper.person.person,
    post: postOf(keeper.person) ?? '',
    now: keeper.now,
  }
  switch (deed.do) {
    case 'reserve': {
      const today = todayOf(keeper.agency, keeper.now)
      const { count, purpose } = deed.order
      const { taking, classification, security } = takingFor(keeper, deed.order, { on: today, isLate: false })
      return reserveNumbers(store, office, doing, { taking, count, purpose, classification, security, today })
    }
    case 'write': {
      const { order, scan } = deed
      const { taking, classification, security } = takingFor(keeper, order, { on: order.on, isLate: order.late !== '' })
      return registerOutgoing(store, office, doing, { taking, order, classification, security, late: order.late, scan })
    }
    case 'use':
      return useNumber(store, office, doing, deed)
    case 'cancel':
      return cancelNumber(store, office, doing, deed)
    case 'sending':
      return noteSending(store, office, doing, { ...deed.order, entry: deed.entry })
    case 'scan':
      return keepScan(store, office, doing, deed)
    case 'external':
      return keepExternal(store, office, doing, { ...deed.order, book: deed.book, entry: deed.entry })
    case 'register':
      return register(keeper, doing, deed.order)
  }
}

const postOf = (person: Person): string | null => {
  const by = byPost(person, null)
  return by?.kind === 'post' ? by.post : null
}

type Kind = { kind?: string | undefined; classification?: string | undefined; security?: Security | undefined }

/** Filed as whoever keeps the books says, else as a letter of this kind would be. A number of today stands under today's year; a late one under the day of its letter. */
const takingFor = (
  { agency: data, person, now }: Keeper,
  { kind = '', ...draft }: Kind,
  { on, isLate }: { on: Day; isLate: boolean },
): Filed & { taking: Taking } => {
  const { agency } = data
  const unit = agency.posts.find((one) => one.post === postOf(person))?.unit ?? null
  const numbering = letterNumbering(agency.numbers, kind, unit)
  const filed = filedAs(data, kind, { draft })
  const day = isLate ? dayParts(on) : inZone(now, agency.zone).toPlainDate()
  const filled = fillLetterTokens(numbering.pattern, {
    ...numbering,
    classification: filed.classification,
    security: SECURITY_CODES[filed.security],
  })
  const pattern = fillNumberPattern(filled, day)
  return { taking: { series: numbering.series, year: day.year, pattern, lateOn: isLate ? on : null }, ...filed }
}

const dayParts = (day: Day): { year: number; month: number } => ({
  year: Number(day.slice(0, 4)),
  month: Number(day.slice(5, 7)),
})

const register = async (keeper: Keeper, doing: Doing, order: IncomingOrder) => {
  const { services, agency, person, now } = keeper
  const { numbers, agency: office, zone } = agency.agency
  const dossier =
    order.dossierNumber === ''
      ? null
      : await dossierNumbered(services.store, office, { reader: person.actor, number: order.dossierNumber })
  if (order.dossierNumber !== '' && dossier === null) return NO_DOSSIER
  const day = inZone(now, zone).toPlainDate()
  const taking = {
    series: AGENDA_SERIES,
    year: day.year,
    pattern: fillNumberPattern(numbers.agenda, day),
    lateOn: order.late === '' ? null : order.receivedOn,
  }
  const classification = order.classification || (numbers.classification ?? '')
  return registerIncoming(services.store, office, doing, { taking, order, classification, dossier })
}

const NO_DOSSIER = {
  ok: false as const,
  at: 'dossierNumber',
  sentence: sentence(
    'Tidak ada berkas dengan nomor ini yang dapat Anda lihat. Periksa nomornya, atau kosongkan.',
    'There is no dossier of this number that you may see. Check the number, or leave it empty.',
  ),
}
