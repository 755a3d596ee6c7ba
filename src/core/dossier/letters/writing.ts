// What somebody writes into a draft: its parts, and that nobody writes over what a colleague has written meanwhile.
import { z } from 'zod'
import { type Refusal, refuse } from '../commands.ts'
import { valuesAnswer } from '../filled.ts'
import { filing, filingShape } from '../letter-filing.ts'
import { MAX_TEXT } from '../reason.ts'
import type { LetterDraft } from './facts.ts'
import { type Letter, sameDraft } from './letter.ts'

/** A letter of many pages; longer ones are attached. */
export const MAX_BODY = 40_000

/** Beside `draft`, the note. What is not sent stays as it stands. */
export const draftParts = {
  values: valuesAnswer.optional(),
  text: z.string().trim().max(MAX_BODY).optional(),
  /** Which version whoever writes had before them, counted from 1. */
  version: z.int().min(0).optional(),
  ...filingShape,
}

export const noteText = z.string().trim().max(MAX_TEXT)

export type Written = {
  draft?: string | undefined
  values?: LetterDraft['values'] | undefined
  text?: string | undefined
  version?: number | undefined
  classification?: string | undefined
  security?: LetterDraft['security'] | '' | undefined
}

/** An empty body of its own is none: the template's stands again. A blank in the place of a choice takes it back. */
export const writtenDraft = (
  { draft, values, text, classification, security }: Written,
  before: LetterDraft | undefined,
): LetterDraft => {
  const body = text ?? before?.text ?? ''
  const filled = values ?? before?.values
  return {
    note: draft ?? before?.note ?? '',
    ...(filled && Object.keys(filled).length > 0 ? { values: filled } : {}),
    ...(body === '' ? {} : { text: body }),
    ...filing({ classification: classification ?? before?.classification, security: security ?? before?.security }),
  }
}

/** Null where the version is the one that stands, where none was told, or where both wrote the same. */
export const writtenMeanwhile = (
  letter: Letter | undefined,
  { version }: Written,
  draft: LetterDraft,
): { ok: false; refusal: Refusal } | null =>
  letter && version !== undefined && version !== letter.versions.length && !sameDraft(draft, letter.draft)
    ? refuse(
        'changed-meanwhile',
        'Rekan Anda sudah menyimpan versi lain dari surat ini. Keduanya ada di halaman ini: bandingkan, lalu pilih yang dipakai.',
        'A colleague has saved another version of this letter. Both stand on this page: compare them and choose.',
        [['version']],
      )
    : null

/** Initials and signatures are given for the very text that was read. */
export const readAnother = (letter: Letter | undefined, version: number | undefined) =>
  letter && version !== undefined && version !== letter.versions.length
    ? refuse(
        'changed-meanwhile',
        'Surat ini berubah sejak Anda membacanya. Baca lagi yang berubah, lalu putuskan.',
        'This letter has changed since you read it. Read what has changed, then decide.',
        [['version']],
      )
    : null
