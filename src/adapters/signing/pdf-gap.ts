// Adds a signature to a PDF as a further section behind it: its bytes stay as they are, and PDF/A stays PDF/A.
import type { Instant } from '../../core/clock/instant.ts'
import { type PdfParts, readParts } from './pdf-file.ts'

export type Gap = {
  /** All but the gap: what is signed. */
  range: readonly Uint8Array[]
  /** Null when the signature takes more than the gap has room for. */
  fill: (cms: Uint8Array) => Uint8Array | null
}

/**
 * @param room bytes that the signature may take
 * @returns null for a file that is made in another way than by our own press
 */
export const openGap = (
  pdf: Uint8Array,
  { at, name, room }: { at: Instant; name: string; room: number },
): Gap | null => {
  const text = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.length).toString('latin1')
  const parts = readParts(text)
  if (!parts) return null
  const update = updateOf(parts, { at, name, room, from: text.length + 1 })
  const whole = Buffer.from(`${text}\n${update}`, 'latin1')
  const open = whole.indexOf(GAP, text.length) + GAP.length - 1
  const close = open + room * 2 + 2
  const range = `[0 ${open} ${close} ${whole.length - close}]`.padEnd(RANGE.length, ' ')
  whole.write(range, whole.indexOf(RANGE, text.length), 'latin1')
  return {
    range: [whole.subarray(0, open), whole.subarray(close)],
    fill: (cms) => {
      if (cms.length > room) return null
      const filled = Buffer.from(whole)
      filled.write(Buffer.from(cms).toString('hex'), open + 1, 'latin1')
      return filled
    },
  }
}

const GAP = '/Contents <'
/** Wide enough for files of a hundred gigabytes. */
const RANGE = '[0 ~~~~~~~~~~~~ ~~~~~~~~~~~~ ~~~~~~~~~~~~]'

type Update = { at: Instant; name: string; room: number; from: number }

const updateOf = ({ size, root, page, kept, start }: PdfParts, { at, name, room, from }: Update): string => {
  const [signature, field] = [size, size + 1]
  const objects = [
    { number: root.number, body: withEntry(root.body, `/AcroForm << /Fields [${field} 0 R] /SigFlags 3 >>`) },
    { number: page.number, body: withAnnotation(page.body, `${field} 0 R`) },
    { number: signature, body: signatureBody(at, name, room) },
    { number: field, body: fieldBody(page.number, signature) },
  ].toSorted((one, other) => one.number - other.number)
  let written = ''
  const rows = objects.map(({ number, body }) => {
    const offset = String(from + written.length).padStart(10, '0')
    written += `${number} 0 obj\n${body}\nendobj\n`
    return `${number} 1\n${offset} 00000 n\r\n`
  })
  const trailer = `trailer\n<< /Size ${size + 2} /Root ${root.number} 0 R ${kept} /Prev ${start} >>`
  return `${written}xref\n${rows.join('')}${trailer}\nstartxref\n${from + written.length}\n%%EOF\n`
}

const signatureBody = (at: Instant, name: string, room: number): string =>
  `<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached /Name ${textString(name)} /M (${pdfDate(at)})\n` +
  `/ByteRange ${RANGE}\n${GAP}${'0'.repeat(room * 2)}> >>`

/** Seen by no eye, for the page says it in words; printed nevertheless, as PDF/A wants of every annotation, and locked. */
const fieldBody = (page: number, signature: number): string =>
  `<< /Type /Annot /Subtype /Widget /FT /Sig /T (Segel) /F 132 /Rect [0 0 0 0] /P ${page} 0 R /V ${signature} 0 R >>`

const withEntry = (body: string, entry: string): string => body.replace('<<', () => `<<\n  ${entry}`)

const withAnnotation = (body: string, reference: string): string =>
  /\/Annots\s*\[/.test(body)
    ? body.replace(/\/Annots\s*\[/, (found) => `${found}${reference} `)
    : withEntry(body, `/Annots [${reference}]`)

const pdfDate = (at: Instant): string => `D:${new Date(at).toISOString().slice(0, 19).replaceAll(/[-:T]/g, '')}Z`

const textString = (text: string): string => {
  const bytes = Buffer.from(`\ufeff${text}`, 'utf16le').swap16()
  return `<${bytes.toString('hex')}>`
}
