// The request letter made from the form, where an applicant uploads none: to look at, and to keep with the dossier.
import type { Client } from '../../core/agency/agency.ts'
import type { AgencyData } from '../../core/agency/catalogue.ts'
import type { Instant } from '../../core/clock/instant.ts'
import type { PaperRef } from '../../core/dossier/events.ts'
import { subjectOf } from '../../core/dossier/submit.ts'
import { type Form, fieldsOf } from '../../core/procedure/form.ts'
import type { Procedure } from '../../core/procedure/schema.ts'
import { formText } from '../../core/register/feed.ts'
import { letterTitle, templateFor } from '../../letters/choose.ts'
import type { TypstDocument } from '../../letters/document.ts'
import { formFacts } from '../../letters/facts.ts'
import { fillTemplate } from '../../letters/language/fill.ts'
import type { FilledLetter } from '../../letters/language/template.ts'
import { letterPage } from '../../letters/letter-page.ts'
import { clientLetterhead } from '../../letters/letterhead.ts'
import { officeWords } from '../../letters/office-words.ts'
import { letterData } from '../../letters/values.ts'
import { MAX_FILE_BYTES } from '../request/body.ts'
import type { Services } from '../services.ts'
import type { FileField } from './uploads.ts'

export type LetterFacts = {
  agency: AgencyData
  procedure: Procedure
  field: FileField
  form: Form
  client: Client
  now: Instant
}

/** Fields that stand in the head of a letter, by the names that the agenda reads them by too. */
const NUMBER_FIELD = 'nomor-surat'
const DATE_FIELD = 'tanggal-surat'

/** The papers that a form leaves to be made, one after the other. */
export const makeRequestLetters = async (
  services: Pick<Services, 'renderPdf' | 'files' | 'newId'>,
  fields: readonly FileField[],
  facts: Omit<LetterFacts, 'field'>,
): Promise<PaperRef[]> => {
  const made: PaperRef[] = []
  for (const field of fields) made.push(await makeRequestLetter(services, { ...facts, field }))
  return made
}

/** Renders the letter and puts it into the file store. @returns the paper as the dossier refers to it */
const makeRequestLetter = async (
  services: Pick<Services, 'renderPdf' | 'files' | 'newId'>,
  facts: LetterFacts,
): Promise<PaperRef> => {
  const bytes = await services.renderPdf(requestLetter(facts))
  const kept = await services.files.put([bytes], { maxBytes: MAX_FILE_BYTES })
  if (!kept.ok) throw new Error(`The made letter could not be kept: ${kept.reason.en}`)
  const { paper } = facts.field
  return { id: services.newId(), paper, ...kept.value, mime: 'application/pdf', name: madeName(facts.agency, paper) }
}

/** "Surat Permohonan.pdf": what a made letter is called, here and in the dossier. */
export const madeName = (agency: AgencyData, paper: string): string => `${letterTitle(paper, agency.letters)}.pdf`

export const requestLetter = (facts: LetterFacts): TypstDocument => {
  const { agency, procedure, form, client, now } = facts
  const { agency: office } = agency
  const datedOn = formText(form[DATE_FIELD])
  return letterPage({
    letterhead: clientLetterhead(office, client, agency.arms ?? null),
    author: client.name,
    zone: office.zone,
    createdAt: now,
    place: office.letterhead.place,
    datedOn: datedOn === '' ? null : datedOn,
    number: formText(form[NUMBER_FIELD]),
    attachments: 0,
    addressee: { name: headOfOffice(office.posts[0]?.title ?? '', office.name), place: office.letterhead.place },
    letter: filled(facts),
    signatory: {
      post: client.head,
      capacity: 'definitive',
      onBehalfOf: null,
      signing: { kind: 'by-hand' },
      holder: [],
    },
    initials: [],
    standing: { kind: 'by-hand', foot: `Dibuat melalui MIPP dari formulir ${procedure.title}` },
  })
}

/** "Kepala Dinas" of "Dinas Kominfo Kabupaten Demak" says the word they share once: "Kepala Dinas Kominfo Kabupaten Demak". */
const headOfOffice = (title: string, office: string): string => {
  const shared = title.split(' ').at(-1) ?? ''
  return shared !== '' && office.startsWith(`${shared} `)
    ? `${title}${office.slice(shared.length)}`
    : `${title} ${office}`.trim()
}

const filled = ({ agency, procedure, field, form, client, now }: LetterFacts): FilledLetter => {
  const reserved = officeWords({
    office: agency.agency,
    client,
    procedure,
    form,
    dossier: { number: '', subject: subjectOf(procedure, form), submittedAt: now, trackingCode: '' },
    publicUrl: '',
    letter: { number: '', on: '', note: '', reason: '' },
    signer: { post: client.head, name: '' },
  })
  const facts = formFacts(procedure.form, form, [NUMBER_FIELD, DATE_FIELD])
  const data = { ...letterData(fieldsOf(procedure), form, reserved), form: facts }
  const result = fillTemplate(templateFor(field.paper, agency.letters), data)
  if (!result.ok)
    throw new Error(`Letter "${field.paper}", line ${result.faults[0]?.line}: ${result.faults[0]?.sentence.en}`)
  return result.letter
}
