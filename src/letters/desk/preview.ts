// A text of a letter on paper while it is written: with answers that nobody gave, or with those of a real dossier. Always marked as a draft.
import type { AgencyData } from '../../core/agency/catalogue.ts'
import { type Instant, inZone } from '../../core/clock/instant.ts'
import type { By } from '../../core/dossier/events.ts'
import { blankLetter } from '../../core/dossier/letters/letter.ts'
import { fieldsOf } from '../../core/procedure/form.ts'
import type { Procedure } from '../../core/procedure/schema.ts'
import { fieldsFor } from '../choose.ts'
import type { TypstDocument } from '../document.ts'
import { fillLetter, type LetterInput, pageOf } from '../from-dossier.ts'
import { fillTemplate } from '../language/fill.ts'
import { readTemplate } from '../language/read.ts'
import { sampleData } from '../language/sample.ts'
import type { FilledLetter, LetterTemplate, TemplateFault } from '../language/template.ts'
import { letterPage } from '../letter-page.ts'
import { agencyLetterhead } from '../letterhead.ts'
import { inventedAnswers } from './invented.ts'

export type PreviewPaper = 'a4' | 'f4'

/** `null`: the paper that the text names. */
type Asked = { letter: string; source: string; paper: PreviewPaper | null; agency: AgencyData }

export type Previewed = { ok: true; document: TypstDocument } | { ok: false; faults: TemplateFault[] }

/** @param procedure of which the form is taken; without one only what the text itself asks for is invented */
export const previewSample = (
  { source, paper, agency }: Asked,
  { procedure, at }: { procedure: Procedure | undefined; at: Instant },
): Previewed => {
  const read = readTemplate(source)
  if (!read.ok) return read
  const fields = procedure ? fieldsOf(procedure) : []
  const filled = fillTemplate(read.template, sampleData(withInvented(read.template, procedure), fields))
  if (!filled.ok) return filled
  const { agency: office, arms } = agency
  const { signatory } = signedBy(agency)
  return {
    ok: true,
    document: letterPage({
      letterhead: agencyLetterhead(office, arms ?? null),
      author: office.letterhead.name,
      zone: office.zone,
      createdAt: at,
      place: office.letterhead.place,
      datedOn: inZone(at, office.zone).toPlainDate().toString(),
      number: '',
      attachments: 0,
      addressee: { name: 'Kepala Dinas Kesehatan', place: office.letterhead.place },
      letter: onPaper(filled.letter, paper),
      signatory: { ...signatory, signing: { kind: 'by-hand' } },
      initials: [],
      standing: { kind: 'draft' },
    }),
  }
}

/** What the text says of its own sample stands before what is invented. */
const withInvented = (template: LetterTemplate, procedure: Procedure | undefined): LetterTemplate => {
  const fields = fieldsFor(template.front.fields, procedure ? fieldsOf(procedure) : [])
  const sample = { 'surat.catatan': '‹Catatan penyusun surat›', ...inventedAnswers(fields), ...template.front.sample }
  return { ...template, front: { ...template.front, sample } }
}

const signedBy = ({ agency }: Pick<AgencyData, 'agency'>) => ({
  signatory: {
    post: agency.posts[0]?.title ?? agency.short,
    capacity: 'definitive' as const,
    onBehalfOf: null,
    holder: [],
  },
})

type WithDossier = Pick<LetterInput, 'procedure' | 'dossier' | 'client' | 'publicUrl' | 'at'> & { by: By }

export const previewDossier = ({ letter: name, source, paper, agency }: Asked, about: WithDossier): Previewed => {
  const read = readTemplate(source)
  if (!read.ok) return read
  const letter = blankLetter(null, name)
  const input: LetterInput = {
    ...about,
    letter,
    agency: { ...agency, letters: { ...agency.letters, [name]: source } },
  }
  const filled = fillLetter(input)
  return filled.ok ? { ok: true, document: pageOf(input, onPaper(filled.letter, paper)) } : filled
}

const onPaper = (letter: FilledLetter, paper: PreviewPaper | null): FilledLetter =>
  paper === null ? letter : { ...letter, front: { ...letter.front, paper } }
