// A template as it would be printed with its sample: for the preview beside its text, and for the pictures of all kinds.
import type { Agency } from '../core/agency/agency.ts'
import type { Field } from '../core/procedure/field-schema.ts'
import type { TypstDocument } from './document.ts'
import { fillTemplate } from './language/fill.ts'
import { sampleData } from './language/sample.ts'
import type { LetterTemplate, TemplateFault } from './language/template.ts'
import { letterPage } from './letter-page.ts'
import { agencyLetterhead } from './letterhead.ts'

export type SamplePage = { ok: true; document: TypstDocument } | { ok: false; faults: TemplateFault[] }

export type SampleOffice = {
  office: Pick<Agency, 'letterhead' | 'zone'>
  arms: string | null
  /** Of the procedure that sends the letter, where there is one. */
  fields?: readonly Field[]
  /** `draft` shows the mark KONSEP, `issued` a number and a code that lead nowhere. */
  standing: 'draft' | 'issued'
}

export const samplePage = (template: LetterTemplate, sample: SampleOffice): SamplePage => {
  const { office, arms, fields = [], standing } = sample
  const data = sampleData(template, fields)
  const filled = fillTemplate(template, data)
  if (!filled.ok) return filled
  const said = (name: string): string => data.words[name] ?? ''
  const isIssued = standing === 'issued'
  const page = letterPage({
    letterhead: agencyLetterhead(office, arms),
    author: office.letterhead.name,
    zone: office.zone,
    createdAt: SAMPLE_AT,
    place: office.letterhead.place,
    datedOn: SAMPLE_DAY,
    number: isIssued ? said('surat.nomor') : '',
    attachments: 0,
    addressee: { name: said('pemohon.pimpinan'), place: said('pemohon.alamat') },
    letter: filled.letter,
    signatory: {
      post: said('penanda-tangan.jabatan'),
      capacity: 'definitive',
      onBehalfOf: null,
      signing: { kind: 'in-mipp', at: SAMPLE_AT },
      holder: [said('penanda-tangan.nama')],
    },
    initials: [],
    standing: isIssued ? { kind: 'issued', check: SAMPLE_CHECK } : { kind: 'draft' },
  })
  return { ok: true, document: page }
}

/** Friday 27 November 2026, 10.15 in Jakarta: the day that the words of the sample name. */
const SAMPLE_AT = '2026-11-27T03:15:00.000Z'
const SAMPLE_DAY = '2026-11-27'
const SAMPLE_CHECK = {
  code: 'K7QM-2XWD',
  url: 'https://mipp.contoh.go.id/check/K7QM2XWD',
  site: 'mipp.contoh.go.id/check',
}
