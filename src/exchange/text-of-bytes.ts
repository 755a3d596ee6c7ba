// The text that a file holds, or why it holds none.
import { type Fault, faultAt } from '../core/procedure/fault.ts'

/** A mark at the beginning that says UTF-8 is no part of the text. */
export const textOfBytes = (bytes: Uint8Array): string | Fault => {
  const [first, second] = bytes
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return wideText()
  if (bytes.includes(0)) return noText()
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return otherText(bytes)
  }
}

const wideText = (): Fault =>
  faultAt(
    1,
    'Berkas tersimpan sebagai UTF-16. Simpan ulang sebagai UTF-8.',
    'The file is saved as UTF-16. Save it again as UTF-8.',
  )

const noText = (): Fault =>
  faultAt(
    1,
    'Berkas bukan teks. Pilih berkas prosedur, bukan gambar, arsip, atau dokumen.',
    'The file is no text. Choose a procedure file, not a picture, an archive or a document.',
  )

const otherText = (bytes: Uint8Array): Fault => {
  const good = new TextDecoder().decode(bytes).split('\ufffd')[0] ?? ''
  return faultAt(
    good.split('\n').length,
    'Baris ini memuat huruf yang tidak tersimpan sebagai UTF-8. Simpan ulang berkas sebagai UTF-8.',
    'This line holds letters that are not saved as UTF-8. Save the file again as UTF-8.',
  )
}
