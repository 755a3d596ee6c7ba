// Words of a notice with placeholders: which there are, what is put in their place, and what an office may not write.
import { type Sentence, sentence } from '../sentence.ts'

/** `headline` heads the mail, `body` is its text in paragraphs, `line` stands in the list of notices. */
export type NoticeText = { headline: string; body: string; line: string }

/** In Indonesian, because officers write them. */
export const PLACEHOLDERS = {
  peristiwa: sentence('apa yang terjadi', 'what happened'),
  nomor: sentence('nomor berkas', 'dossier number'),
  layanan: sentence('nama layanan', 'name of the service'),
  hal: sentence('perihal', 'subject'),
  pemohon: sentence('yang mengajukan', 'who asks'),
  langkah: sentence('langkah yang menunggu', 'the step that waits'),
  jabatan: sentence('jabatan yang ditunggu', 'the post that is waited for'),
  batas: sentence('batas waktu langkah', 'when the step is due'),
  oleh: sentence('jabatan yang berbuat', 'the post that acted'),
  alasan: sentence('alasan', 'reason'),
  catatan: sentence('catatan petugas terakhir', 'the last note of the office'),
  giliran: sentence('yang ditunggu dari pemohon', 'what waits for the applicant'),
  komentar: sentence('isi catatan', 'text of the comment'),
  agenda: sentence('nomor agenda', 'agenda number'),
  surat: sentence('nomor surat', 'letter number'),
  kantor: sentence('nama kantor', 'name of the office'),
} as const satisfies Record<string, Sentence>

export type Placeholder = keyof typeof PLACEHOLDERS
export type Words = Readonly<Record<Placeholder, string>>

const IN_BRACES = /\{([^{}\n]*)\}/g

/** What stands in braces and means nothing. */
export const unknownPlaceholders = (template: string): string[] => [
  ...new Set(namesIn(template).filter((name) => !Object.hasOwn(PLACEHOLDERS, name))),
]

/** A value is put in once and never read again as text with placeholders. */
export const filled = (template: string, words: Words): string =>
  template.replace(IN_BRACES, (whole, name: string) => (isPlaceholder(name) ? words[name] : whole))

/** A paragraph is left out when it has placeholders and all of them are empty. */
export const paragraphsOf = (template: string, words: Words): string[] =>
  template
    .split(/\n[^\S\n]*\n/)
    .filter((paragraph) => hasWords(paragraph, words))
    .map((paragraph) => filled(paragraph, words).trim())
    .filter((paragraph) => paragraph !== '')

const hasWords = (paragraph: string, words: Words): boolean => {
  const names = namesIn(paragraph).filter(isPlaceholder)
  return names.length === 0 || names.some((name) => words[name].trim() !== '')
}

const isPlaceholder = (name: string): name is Placeholder => Object.hasOwn(PLACEHOLDERS, name)

const namesIn = (template: string): string[] => [...template.matchAll(IN_BRACES)].map((found) => found[1] ?? '')
