// What the books of the office say of a dossier: its letter that came in, and every letter that was given a number.
import { type Instant, inZone } from '../clock/instant.ts'
import type { SendingWay } from '../paper/book-orders.ts'
import { LETTER_SERIES } from '../paper/number-rules.ts'
import { formText } from '../register/feed.ts'
import { openForm } from './confidential.ts'
import type { Letter } from './dossier.ts'
import type { Event } from './events.ts'
import type { LetterWay } from './letters/facts.ts'
import type { ProjectionInput } from './project.ts'

type Row = Record<string, unknown>

export const agendaRows = ({ agency, procedure, office, clientName, after, events }: ProjectionInput): Row[] => {
  const { agenda } = after
  if (!agenda || !events.some((event) => event.type === 'entered' || event.type === 'corrected')) return []
  const form = openForm(procedure, after.form)
  const { number, seq, sub = '', late = null, note: remark, at } = agenda
  return [
    {
      agency,
      number,
      // Of before places were kept: the database finds it in the number.
      ...(seq === undefined ? {} : { seq }),
      sub,
      year: inZone(at, office.calendar.zone).year,
      dossier: after.id,
      received_on: agenda.receivedOn,
      sender: clientName,
      letter_number: formText(form['nomor-surat']),
      letter_on: formText(form['tanggal-surat']) || null,
      subject: after.subject,
      urgency: agenda.urgency,
      secrecy: agenda.secrecy,
      entered_at: at,
      attachments: agenda.attachments ?? 0,
      classification: agenda.classification ?? '',
      forwarded_to: forwardedTo(events),
      remark,
      late,
    },
  ]
}

/** The posts to which the letter went on in the same moment. */
const forwardedTo = (events: readonly Event[]): string[] => {
  const entered = events.findIndex(({ type }) => type === 'entered')
  if (entered < 0) return []
  return [...new Set(events.slice(entered).flatMap((event) => (event.type === 'step-opened' ? event.posts : [])))]
}

/** Of each letter that these events changed and that has its number; the number itself stays in the book for ever. */
export const outgoingRows = (input: ProjectionInput): Row[] => [
  ...input.after.letters
    .filter((letter) => letter.number !== null && !input.before?.letters.includes(letter))
    .map((letter) => outgoingRow(input, letter)),
  ...voidRows(input),
]

/** Given up before the letter was signed: the letter has no number any more, and the book keeps it. */
const voidRows = (input: ProjectionInput): Row[] =>
  input.events.flatMap((event) => {
    if (event.type !== 'letter-voided') return []
    const letter = input.before?.letters.find((one) => one.number === event.number)
    return letter ? [{ ...outgoingRow(input, letter), state: 'void', remark: event.reason, ended_at: event.at }] : []
  })

const outgoingRow = ({ agency, office, clientName, after, now }: ProjectionInput, letter: Letter): Row => {
  const { number, on, place, withdrawn, received } = letter
  const dayOf = (at: Instant): string => inZone(at, office.calendar.zone).toPlainDate().toString()
  const day = on ?? dayOf(now)
  const sent = sentOf(letter)
  return {
    agency,
    year: Number(day.slice(0, 4)),
    series: place?.series ?? LETTER_SERIES,
    number,
    ...(place === undefined ? {} : { seq: place.seq }),
    state: stateOf(letter),
    dossier: after.id,
    letter: letter.letter,
    on_day: day,
    addressee: addresseeOf(letter, { clientName, office: office.agency.name }),
    subject: outgoingSubject(letter, after.subject),
    attachments: letter.attachments ?? 0,
    classification: place?.classification ?? '',
    security: place?.security ?? after.secrecy ?? 'biasa',
    signatory: letter.by?.kind === 'post' ? letter.by.post : '',
    processed_by: [...new Set(letter.initials.map(({ post }) => post))].join(' '),
    sent_how: sent && WAYS[sent.way],
    sent_on: sent && dayOf(sent.at),
    received_on: received?.on ?? null,
    received_by: received?.receiver || null,
    remark: withdrawn?.reason ?? '',
    check_code: letter.checkCode,
    ended_at: withdrawn?.at ?? null,
    numbered_at: now,
    changed_at: now,
  }
}

/** Which letter it is, and what its dossier is about: the letters of one dossier are told apart by it. */
const outgoingSubject = ({ letter }: Letter, subject: string): string => {
  const kind = letter.charAt(0).toUpperCase() + letter.slice(1).replaceAll('-', ' ')
  return subject.toLowerCase().startsWith(kind.toLowerCase()) ? subject : `${kind}: ${subject}`
}

/** A number whose letter is not yet signed lies in reserve for it. */
const stateOf = ({ paper, withdrawn }: Letter): 'reserved' | 'used' | 'withdrawn' => {
  if (withdrawn !== null) return 'withdrawn'
  return paper === null ? 'reserved' : 'used'
}

const addresseeOf = ({ beside }: Letter, names: { clientName: string; office: string }): string => {
  switch (beside?.to.kind) {
    case 'other':
      return beside.to.name
    case 'inside':
      return names.office
    case 'applicant':
    case undefined:
      return names.clientName
  }
}

const WAYS: Readonly<Record<LetterWay, SendingWay>> = { mipp: 'mipp', 'by-hand': 'kurir', other: 'lainnya' }

/** On the path a letter lies with its reader as soon as it is filed, also where nobody said so. */
const sentOf = ({ sent, filedAt, beside }: Letter): { way: LetterWay; at: Instant } | null =>
  sent ?? (filedAt !== null && beside === null ? { way: 'mipp', at: filedAt } : null)
