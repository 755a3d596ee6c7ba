// How a letter is filed: the classification and the security that whoever drafts it chooses in place of the usual ones.
import { z } from 'zod'
import { SECURITIES, type Security } from '../paper/classification.ts'
import { isKnownCode } from '../paper/number-rules.ts'
import { type Context, refuse } from './commands.ts'
import type { LetterDraft } from './letters/facts.ts'

export const filingShape = {
  /** Blank: as its text and its kind say. */
  classification: z.string().trim().max(30).optional(),
  /** Blank: as its text and its dossier say. */
  security: z.enum(SECURITIES).or(z.literal('')).optional(),
}

type Chosen = { classification?: string | undefined; security?: Security | '' | undefined }

export const filing = ({ classification, security }: Chosen): Pick<LetterDraft, 'classification' | 'security'> => ({
  ...(classification ? { classification } : {}),
  ...(security ? { security } : {}),
})

export const filingFault = ({ agency }: Pick<Context, 'agency'>, { classification }: Chosen) =>
  !classification || isKnownCode(agency.numbers, classification)
    ? null
    : refuse(
        'invalid-answer',
        `Kode klasifikasi "${classification}" tidak ada dalam daftar kantor. Pilih kode dari daftar.`,
        `The classification "${classification}" is not in the list of the office. Choose one of the list.`,
        [['classification']],
      )
