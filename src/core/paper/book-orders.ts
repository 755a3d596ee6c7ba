// What whoever keeps the books may write into them by hand: numbers in reserve, letters on paper, notes beside a number.
import { z } from 'zod'
import { type Day, isDay } from '../clock/instant.ts'
import { slug } from '../procedure/field-schema.ts'
import { type Sentence, sentence } from '../sentence.ts'
import { SECURITIES } from './classification.ts'
import { isKnownCode, type NumberRules } from './number-rules.ts'

/** How a letter went on its way. `mipp`: it lies with its reader on line. */
export const SENDING_WAYS = ['mipp', 'kurir', 'pos', 'surel', 'diambil', 'srikandi', 'lainnya'] as const
export type SendingWay = (typeof SENDING_WAYS)[number]

export const MOST_RESERVED = 50

const day = z.iso.date().refine(isDay)
const words = (most: number) => z.string().trim().max(most)
const said = (most: number) => words(most).min(1)
const code = words(30).optional()
/** Without it as the text of its kind says. */
const security = z.enum(SECURITIES).optional()

export const reserveOrder = z.strictObject({
  kind: slug.optional(),
  count: z.int().min(1).max(MOST_RESERVED),
  purpose: said(500).min(3),
  classification: code,
  security,
})

/** A letter that was written outside; without `late` it takes the number in reserve that is named, or the next one. */
export const paperOrder = z.strictObject({
  on: day,
  addressee: said(300),
  subject: said(500),
  attachments: z.int().min(0).max(999).default(0),
  signatory: slug,
  processedBy: words(200).default(''),
  sentHow: z.enum(SENDING_WAYS),
  sentOn: day.optional(),
  remark: words(500).default(''),
})

export const paperLetterOrder = paperOrder.extend({
  kind: slug.optional(),
  classification: code,
  security,
  /** Why it stands among the numbers of an earlier day. */
  late: words(500).default(''),
})

export const reasonOrder = z.strictObject({ reason: said(500).min(3) })

export const sendingOrder = z.strictObject({
  sentHow: z.enum(SENDING_WAYS),
  sentOn: day,
  receivedOn: day.optional(),
  receivedBy: words(200).default(''),
})

/** Both empty: the number beside ours is taken away. */
export const externalOrder = z.strictObject({
  number: words(100),
  link: words(500).refine((text) => text === '' || isWebAddress(text)),
})

export const incomingOrder = z.strictObject({
  sender: said(300),
  letterNumber: words(100).default(''),
  letterOn: day.optional(),
  receivedOn: day,
  subject: said(500),
  attachments: z.int().min(0).max(999).default(0),
  classification: code,
  urgency: z.enum(['biasa', 'segera', 'sangat-segera']).default('biasa'),
  secrecy: z.enum(['biasa', 'terbatas', 'rahasia']).default('biasa'),
  forwardedTo: z.array(slug).max(20).default([]),
  /** Of a dossier whose SOP has no step of entering. */
  dossierNumber: words(100).default(''),
  remark: words(500).default(''),
  late: words(500).default(''),
})

export type ReserveOrder = z.output<typeof reserveOrder>
export type PaperOrder = z.output<typeof paperOrder>
export type PaperLetterOrder = z.output<typeof paperLetterOrder>
export type SendingOrder = z.output<typeof sendingOrder>
export type ExternalOrder = z.output<typeof externalOrder>
export type IncomingOrder = z.output<typeof incomingOrder>

export type OrderFault = { at: string; sentence: Sentence }
export type BookFacts = { today: Day; numbers: NumberRules; posts: readonly string[] }

type Dated = {
  classification?: string | undefined
  late?: string
  signatory?: string
  forwardedTo?: readonly string[]
  /** The day under which it stands in its book, and other days that cannot lie ahead. */
  day?: Day
  days?: Readonly<Record<string, Day | undefined>>
}

/** What only the office itself can tell of an order: its codes, its posts, its own day. */
export const orderFaults = (order: Dated, at: string, { today, numbers, posts }: BookFacts): OrderFault[] => {
  const { classification, late = '', signatory, forwardedTo = [], day: on, days = {} } = order
  const ahead = Object.entries({ [at]: on, ...days }).filter(([, one]) => one !== undefined && one > today)
  const strangers = [
    ...(signatory === undefined ? [] : [['signatory', signatory]]),
    ...forwardedTo.map((post) => ['forwardedTo', post]),
  ]
  return [
    ...(classification && !isKnownCode(numbers, classification) ? [fault('classification', UNKNOWN_CODE)] : []),
    ...ahead.map(([place]) => fault(place, AHEAD)),
    ...strangers.filter(([, post]) => !posts.includes(post ?? '')).map(([place]) => fault(place ?? '', UNKNOWN_POST)),
    ...(late === '' || on === undefined ? [] : lateFaults(on, today, at)),
  ]
}

const lateFaults = (on: Day, today: Day, at: string): OrderFault[] => {
  if (on.slice(0, 4) !== today.slice(0, 4)) return [fault(at, CLOSED_YEAR)]
  return on < today ? [] : [fault('late', NOT_LATE)]
}

const fault = (at: string, says: Sentence): OrderFault => ({ at, sentence: says })

/** A wrong shape, told at its field in words an officer understands. */
export const shapeFaults = (error: z.ZodError): OrderFault[] =>
  [...new Set(error.issues.map((issue) => String(issue.path[0] ?? '')))].map((at) => fault(at, SHAPES[at] ?? WRONG))

const isWebAddress = (text: string): boolean => {
  const url = URL.parse(text)
  return url !== null && (url.protocol === 'https:' || url.protocol === 'http:')
}

const WRONG = sentence('Isian ini belum benar. Periksa lalu kirim lagi.', 'This is not right. Check it and send again.')
const DATE = sentence('Pilih tanggal yang benar.', 'Choose a day that exists.')
const SHAPES: Readonly<Record<string, Sentence>> = {
  count: sentence(`Pesan 1 sampai ${MOST_RESERVED} nomor.`, `Reserve 1 to ${MOST_RESERVED} numbers.`),
  purpose: sentence(
    'Tulis untuk apa nomor dipesan (paling panjang 500 huruf).',
    'Write what the numbers are for (500 characters at most).',
  ),
  reason: sentence('Tulis alasannya (3 sampai 500 huruf).', 'Write the reason (3 to 500 characters).'),
  addressee: sentence(
    'Tulis kepada siapa surat ini (paling panjang 300 huruf).',
    'Write to whom the letter goes (300 characters at most).',
  ),
  sender: sentence(
    'Tulis asal surat (paling panjang 300 huruf).',
    'Write where the letter comes from (300 characters at most).',
  ),
  subject: sentence(
    'Tulis hal surat (paling panjang 500 huruf).',
    'Write what the letter is about (500 characters at most).',
  ),
  attachments: sentence('Jumlah lampiran 0 sampai 999.', 'Attachments: 0 to 999.'),
  signatory: sentence('Pilih jabatan penanda tangan.', 'Choose the post that signs.'),
  sentHow: sentence('Pilih cara surat dikirim.', 'Choose how the letter was sent.'),
  on: DATE,
  sentOn: DATE,
  receivedOn: DATE,
  letterOn: DATE,
  number: sentence('Nomor paling panjang 100 huruf.', 'A number has 100 characters at most.'),
  link: sentence(
    'Tautan harus berawalan https:// atau http://, atau dikosongkan.',
    'A link begins with https:// or http://, or is left empty.',
  ),
}
const UNKNOWN_CODE = sentence(
  'Kode klasifikasi ini tidak ada dalam daftar kantor. Pilih kode dari daftar.',
  'This classification is not in the list of the office. Choose one of the list.',
)
const UNKNOWN_POST = sentence(
  'Jabatan ini tidak ada. Pilih jabatan dari daftar.',
  'This post does not exist. Choose one of the list.',
)
const AHEAD = sentence(
  'Tanggal ini belum tiba. Pilih hari ini atau sebelumnya.',
  'This day is yet to come. Choose today or an earlier day.',
)
const CLOSED_YEAR = sentence(
  'Buku tahun itu sudah ditutup, jadi tidak dapat disisipi. Kosongkan alasan susulan: surat dicatat dengan nomor hari ini.',
  'The book of that year is closed, so nothing can be put in between. Leave the reason empty: it is entered under a number of today.',
)
const NOT_LATE = sentence(
  'Surat hari ini memakai nomor hari ini. Kosongkan alasan susulan, atau perbaiki tanggalnya.',
  'A letter of today takes a number of today. Leave the reason of a late entry empty, or mend the day.',
)
