// What a person types into the form of SOP 03/13, and the ways of sending it, for the tests of these pages.
import { PDFDocument } from 'pdf-lib'
import { valuesOf } from '../../src/web/fields/typed-form.ts'
import type { TestOffice } from './office.ts'
import { type Answer, type FormFile, fieldValue, type Visit } from './visit.ts'
import { letterPdf, subdomainForm, type Walk, walkOf } from './walk.ts'

export const SERVICE = '/services/subdomain-hosting'

/** A right form, by the names of its controls; an empty text takes one away. */
export const typed = (name: string, more: Record<string, string> = {}): Record<string, string> => {
  const all = { ...valuesOf(subdomainForm(name)), 'nama-domain': [name] }
  const flat = Object.fromEntries(Object.entries(all).map(([key, value]) => [key, value[0] ?? '']))
  return Object.fromEntries(Object.entries({ ...flat, ...more }).filter(([, value]) => value !== ''))
}

export const upload = (bytes: Uint8Array, name = 'surat.pdf', type = 'application/pdf'): FormFile => ({
  field: 'surat-permohonan',
  name,
  type,
  bytes,
})

export const fillIn = (visit: Visit, fields: Record<string, string>, files: FormFile[] = []): Promise<Answer> =>
  visit.post(`${SERVICE}/apply`, { do: 'check', ...fields }, files)

/** The hidden fields of the summary, as its button sends them. */
export const summaryFields = async (visit: Visit): Promise<Record<string, string>> => {
  const { text } = await visit.get(`${SERVICE}/summary`)
  return { draft: fieldValue(text, 'draft') ?? '', seen: fieldValue(text, 'seen') ?? '' }
}

/** From the empty form to the receipt, through the pages. */
export const applyFor = async (
  office: TestOffice,
  visit: Visit,
  name: string,
  more: Record<string, string> = {},
  files?: FormFile[],
): Promise<Walk> => {
  const filled = await fillIn(visit, typed(name, more), files ?? [upload(await letterPdf())])
  if (filled.location !== `${SERVICE}/summary`) throw new Error(`not taken: ${filled.status}`)
  const sent = await visit.post(`${SERVICE}/summary`, await summaryFields(visit))
  const id = /^\/mine\/([0-9a-f-]{36})\/receipt$/.exec(sent.location)?.[1]
  if (!id) throw new Error(`not sent: ${sent.status}`)
  return walkOf(office, 'demak', id)
}

/** A PDF that says of itself that it is encrypted. */
export const lockedPdf = async (): Promise<Uint8Array> => {
  const pdf = await PDFDocument.create()
  pdf.addPage()
  const plain = Buffer.from(await pdf.save({ useObjectStreams: false })).toString('latin1')
  return Buffer.from(plain.replace('/Root', '/Encrypt 99 0 R /Root'), 'latin1')
}
