// The reply letter of a dossier as it would be printed now: a draft until it has its number.
import { type Agency, type Client, postTitle } from '../core/agency/agency.ts'
import type { LivingOffice, OfficeRules } from '../core/agency/catalogue.ts'
import { type Instant, inZone } from '../core/clock/instant.ts'
import type { Dossier, Letter } from '../core/dossier/dossier.ts'
import type { By } from '../core/dossier/events.ts'
import { showCode } from '../core/paper/code.ts'
import { type SeatedBy, seatTitle } from '../core/person/title.ts'
import { fieldsOf } from '../core/procedure/form.ts'
import type { Procedure } from '../core/procedure/schema.ts'
import { formText } from '../core/register/feed.ts'
import { letterTextFor } from './choose.ts'
import type { TypstDocument } from './document.ts'
import { longDate } from './indonesian.ts'
import { agencyLetterhead } from './letterhead.ts'
import { replyLetterDocument } from './reply-letter.ts'
import { lettersFor } from './template-of.ts'
import { type FilledLetter, fillLetter } from './text.ts'
import { letterWords, type Reserved } from './values.ts'

export type LetterInput = {
  agency: OfficeRules & Pick<LivingOffice, 'letterTemplates'>
  procedure: Procedure
  dossier: Dossier
  letter: Letter
  client: Client
  /** Who signs when the letter has not been sent yet: the one who looks at the draft. */
  by: By
  publicUrl: string
  /** Moment written into the file: of the number for a letter, of the look for a draft. */
  at: Instant
}

/** @throws when the catalogue's text does not fit the procedure: the start of the program checks that */
export const letterDocument = (input: LetterInput): TypstDocument => {
  const { agency, letter, client, publicUrl, at } = input
  const { agency: office } = agency
  const by = letter.by ?? input.by
  const datedOn = letter.on ?? inZone(at, office.zone).toPlainDate().toString()
  return replyLetterDocument({
    letterhead: agencyLetterhead(office, agency.arms ?? null),
    zone: office.zone,
    createdAt: at,
    place: office.letterhead.place,
    datedOn,
    number: letter.number ?? '',
    attachments: 0,
    addressee: { name: client.head, place: client.address },
    letter: filled(input, datedOn),
    signatory: signatoryOf(office, by, at),
    initials: letter.initials.map((initial) => ({
      ...seatOf(office, initial.by, postTitle(office, initial.post)),
      at: initial.at,
    })),
    check:
      letter.number && letter.checkCode
        ? {
            code: showCode(letter.checkCode),
            url: `${publicUrl}/check/${letter.checkCode}`,
            site: `${hostOf(publicUrl)}/check`,
          }
        : null,
  })
}

const signatoryOf = (office: Agency, by: By, at: Instant) => ({
  ...seatOf(office, by, office.short),
  onBehalfOf: null,
  signing: { kind: 'in-mipp' as const, at },
  holder: by.kind === 'post' ? holderLines(by) : [],
})

/** Both names, where somebody signs for somebody else. */
const holderLines = ({ name, actsFor }: SeatedBy): string[] => [
  ...(name === undefined ? [] : [name]),
  ...(actsFor ? [`mewakili ${actsFor.name}`] : []),
]

/** The post as it is printed behind the capacity; what is neither signed nor initialed by a post stands under another name. */
const seatOf = (office: Agency, by: By, otherwise: string): SeatedBy =>
  by.kind === 'post'
    ? { ...by, post: seatTitle(by, (post) => postTitle(office, post)) }
    : { post: otherwise, capacity: 'definitive' }

const filled = (
  { agency, procedure, dossier, letter, client, publicUrl }: LetterInput,
  datedOn: string,
): FilledLetter => {
  const text = letterTextFor(letter.letter, lettersFor(agency, letter), {})
  const reserved: Record<Reserved, string> = {
    'agency.name': agency.agency.name,
    'client.name': client.name,
    'client.head': client.head,
    'dossier.number': dossier.number,
    'dossier.subject': dossier.subject,
    'dossier.submittedOn': longDate(inZone(dossier.submittedAt, agency.agency.zone).toPlainDate().toString()),
    'tracking.code': dossier.trackingCode,
    'tracking.url': `${publicUrl}/track/${dossier.trackingCode}`,
    'procedure.title': procedure.title,
    'procedure.number': procedure.number ?? '',
    'incoming.number': formText(dossier.form['nomor-surat']),
    'incoming.date': dossier.form['tanggal-surat'] ? longDate(formText(dossier.form['tanggal-surat'])) : '',
    'letter.number': letter.number ?? '',
    'letter.date': longDate(datedOn),
    note: letter.draft.note,
    reason: letter.reason,
  }
  const result = fillLetter(text, {
    words: letterWords(fieldsOf(procedure), dossier.form, reserved),
    form: dossier.form,
  })
  if (!result.ok) throw new Error(`Letter "${letter.letter}" names ${result.unknown.join(', ')}, which nothing fills`)
  return result.letter
}

const hostOf = (url: string): string => URL.parse(url)?.host ?? url
