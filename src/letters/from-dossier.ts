// A letter of a dossier as it would be printed now: a draft until it has its number.
import { type Client, postTitle } from '../core/agency/agency.ts'
import type { LivingOffice, OfficeRules } from '../core/agency/catalogue.ts'
import { type Instant, inZone } from '../core/clock/instant.ts'
import type { Dossier, Letter } from '../core/dossier/dossier.ts'
import type { By } from '../core/dossier/events.ts'
import { letterSecurity, securityNamed } from '../core/paper/classification.ts'
import { showCode } from '../core/paper/code.ts'
import { fieldsOf } from '../core/procedure/form.ts'
import type { Procedure } from '../core/procedure/schema.ts'
import { fieldsFor, templateFor } from './choose.ts'
import type { TypstDocument } from './document.ts'
import { formFacts } from './facts.ts'
import { securityLine } from './filing.ts'
import { titleOf } from './indonesian.ts'
import { fillTemplate } from './language/fill.ts'
import { plainText, readText } from './language/read.ts'
import type { FilledLetter, FillTemplate, TemplateFault, Text } from './language/template.ts'
import { letterPage } from './letter-page.ts'
import { agencyLetterhead } from './letterhead.ts'
import { addresseeOf, officeWords } from './office-words.ts'
import { seatOf, signatoryOf } from './signatory.ts'
import { printedSigning } from './signing.ts'
import { lettersFor } from './template-of.ts'
import { letterData } from './values.ts'

export type LetterInput = {
  agency: OfficeRules & Pick<LivingOffice, 'letterTemplates'> & Partial<Pick<LivingOffice, 'mandates'>>
  procedure: Procedure
  dossier: Dossier
  letter: Letter
  client: Client
  /** Who signs when the letter has no number yet: whoever holds the post that is to sign it. */
  by: By
  publicUrl: string
  /** Moment written into the file: of the number for a letter, of the look for a draft. */
  at: Instant
}

/** `attachments`: how many are written in it. */
export type LetterDocument =
  | { ok: true; document: TypstDocument; attachments: number }
  | { ok: false; faults: TemplateFault[] }

/** Not ok where the template does not fit the procedure, or the letter would never end. */
export const letterDocument = (input: LetterInput): LetterDocument => {
  const filled = printableLetter(input)
  if (!filled.ok) return filled
  return { ok: true, document: pageOf(input, filled.letter), attachments: filled.letter.annexes.length }
}

/** @param filled as `fillLetter` gives it */
export const pageOf = (input: LetterInput, filled: FilledLetter): TypstDocument => {
  const { agency, letter, client, dossier, publicUrl, at } = input
  const { agency: office, mandates = [] } = agency
  const by = letter.by ?? input.by
  const datedOn = letter.on ?? inZone(at, office.zone).toPlainDate().toString()
  return letterPage({
    letterhead: agencyLetterhead(office, agency.arms ?? null),
    author: office.letterhead.name,
    zone: office.zone,
    createdAt: at,
    place: office.letterhead.place,
    datedOn,
    number: letter.number ?? '',
    attachments: 0,
    addressee: addresseeOf(client, dossier.asker),
    letter: { ...filled, front: { ...filled.front, security: sifatOf(input, filled) } },
    signatory: signatoryOf({ office, mandates, by, at, signing: printedSigning(letter, at) }),
    initials: letter.initials.map((initial) => ({
      ...seatOf(office, initial.by, postTitle(office, initial.post)),
      at: initial.at,
    })),
    standing:
      letter.number && letter.checkCode
        ? {
            kind: 'issued',
            check: {
              code: showCode(letter.checkCode),
              url: `${publicUrl}/check/${letter.checkCode}`,
              site: `${hostOf(publicUrl)}/check`,
            },
          }
        : { kind: 'draft' },
  })
}

/** What its number has told; before that what a number would tell now. */
const sifatOf = ({ letter, dossier }: LetterInput, { front }: FilledLetter): string => {
  const graded = { draft: letter.draft.security, template: securityNamed(front.security), dossier: dossier.secrecy }
  const told = letter.number === null ? undefined : letter.place?.security
  return securityLine(front.security, told ?? letterSecurity(graded))
}

/** A text of one letter that took its number and yet cannot be read is printed as it was typed: no number is lost over it. */
const printableLetter = (input: LetterInput): FillTemplate => {
  const { draft, number } = input.letter
  const filled = fillLetter(input)
  return filled.ok || number === null || draft.text === undefined ? filled : fillLetter(input, plainText(draft.text))
}

/** The letter with its values, or what keeps it from being printed: for those who write it. @param literal in the place of its own text */
export const fillLetter = (input: LetterInput, literal?: Text): FillTemplate => {
  const { agency, procedure, dossier, letter, client, publicUrl, at, by } = input
  const office = agency.agency
  const template = templateFor(letter.letter, lettersFor(agency, letter))
  const { note, values = {}, text } = letter.draft
  const signing = printedSigning(letter, at)
  const signer = signatoryOf({ office, mandates: agency.mandates ?? [], by: letter.by ?? by, at, signing })
  const reserved = officeWords({
    office,
    client,
    procedure,
    form: dossier.form,
    dossier,
    publicUrl,
    letter: {
      number: letter.number ?? '',
      on: letter.on ?? inZone(at, office.zone).toPlainDate().toString(),
      note,
      reason: letter.reason,
    },
    signer: { post: titleOf(signer.post, signer.capacity), name: signer.holder[0] ?? '' },
  })
  const own = literal === undefined && text !== undefined ? readText(text) : null
  if (own && !own.ok) return own
  const form = { ...dossier.form, ...values }
  const data = {
    ...letterData(fieldsFor(template.front.fields, fieldsOf(procedure)), form, reserved),
    form: formFacts(procedure.form, dossier.form),
  }
  return fillTemplate(template, data, own?.text ?? literal)
}

const hostOf = (url: string): string => URL.parse(url)?.host ?? url
