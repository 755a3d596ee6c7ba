// The control card of one letter (kartu kendali), from its line in the book and the way it went.
import { postTitle } from '../../../core/agency/agency.ts'
import { inZone } from '../../../core/clock/instant.ts'
import { classificationTitle } from '../../../core/paper/classification.ts'
import { controlCardDocument } from '../../../letters/control-card.ts'
import { attachmentCount, longDate } from '../../../letters/indonesian.ts'
import type { AgendaRow } from '../../../store/books/incoming.ts'
import type { OutgoingRow } from '../../../store/books/outgoing.ts'
import type { Services } from '../../services.ts'
import { textOf } from '../../text/text.ts'
import type { Visitor } from '../../visitor.ts'
import { processedWords } from './csv.ts'
import { movesOf } from './moves.ts'

export type Entry = ({ book: 'incoming' } & AgendaRow) | ({ book: 'outgoing' } & OutgoingRow)

/** In Indonesian, as every paper of the office. */
export const cardPdf = async (services: Services, reading: Visitor, entry: Entry): Promise<Uint8Array> => {
  const visitor: Visitor = { ...reading, text: textOf('id'), language: 'id' }
  const { agency } = visitor.agency
  const moves = await movesOf(services, visitor, {
    book: entry.book,
    entry: entry.entry,
    number: entry.number,
    letter: entry.book === 'outgoing' ? (entry.content?.letter ?? null) : null,
    dossier: entry.content?.dossier ?? null,
  })
  return services.renderPdf(
    controlCardDocument({
      office: agency.name,
      zone: agency.zone,
      createdAt: visitor.now,
      place: entry.sub === '' ? `${entry.seq}` : `${entry.seq}.${entry.sub}`,
      ...(entry.book === 'incoming' ? incomingFields(visitor, entry) : outgoingFields(visitor, entry)),
      moves: moves.map(({ at, who, what, note }) => ({
        at: shortMoment(visitor, at),
        who,
        what: note === '' ? what : `${what}: ${note}`,
      })),
    }),
  )
}

const shortMoment = ({ agency }: Visitor, at: string): string => {
  const local = inZone(at, agency.agency.zone)
  const two = (value: number) => String(value).padStart(2, '0')
  return `${two(local.day)}/${two(local.month)}/${local.year} ${two(local.hour)}.${two(local.minute)}`
}

const dayOr = (day: string | null): string => (day === null ? '' : longDate(day))
const joined = (parts: readonly string[]): string => parts.filter((part) => part !== '').join(', ')

const incomingFields = ({ agency: { agency } }: Visitor, row: AgendaRow) => ({
  direction: 'M' as const,
  index: classificationTitle(agency.classifications, row.content?.classification ?? ''),
  code: row.content?.classification ?? '',
  day: dayOr(row.receivedOn),
  summary: row.content?.subject ?? '',
  attachments: attachmentCount(row.content?.attachments ?? 0),
  from: row.content?.sender ?? '',
  to: agency.name,
  letter: joined([row.content?.letterNumber ?? '', dayOr(row.content?.letterOn ?? null)]),
  processed: (row.content?.forwardedTo ?? []).map((post) => postTitle(agency, post)).join(', '),
  remark: joined([row.content?.remark ?? '', row.content?.late ?? '', row.content?.externalNumber ?? '']),
})

const outgoingFields = (visitor: Visitor, row: OutgoingRow) => {
  const { agency } = visitor.agency
  const { content } = row
  return {
    direction: 'K' as const,
    index: classificationTitle(agency.classifications, content?.classification ?? ''),
    code: content?.classification ?? '',
    day: dayOr(row.on),
    summary: content?.subject ?? '',
    attachments: attachmentCount(content?.attachments ?? 0),
    from: content?.signatory ? postTitle(agency, content.signatory) : agency.name,
    to: content?.addressee ?? '',
    letter: joined([row.number, dayOr(row.on)]),
    processed: processedWords(visitor, content?.processedBy ?? ''),
    remark: joined([
      row.state === 'used' ? '' : visitor.text.office.books.states.outgoing[row.state],
      content?.remark ?? '',
      content?.externalNumber ?? '',
    ]),
  }
}
