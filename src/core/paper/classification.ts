// The codes by which an office files its letters (kode klasifikasi arsip), and how secret a letter is by its code.
import { z } from 'zod'
import type { Secrecy } from '../dossier/events.ts'

export const classificationSchema = z.strictObject({
  code: z
    .string()
    .regex(/^[0-9A-Z][0-9A-Za-z.-]{0,29}$/, 'angka, huruf, titik / digits, letters, dots')
    .describe('kode klasifikasi arsip'),
  title: z.string().min(1).max(200),
  active: z.int().min(0).max(100).optional().describe('years after the end of a dossier in which it is at hand'),
  inactive: z.int().min(0).max(100).optional().describe('years after those in which it is kept'),
  fate: z.enum(['musnah', 'permanen', 'dinilai-kembali']).optional().describe('what becomes of it then'),
  procedures: z
    .array(z.string())
    .default([])
    .describe('whose dossiers are filed under it unless somebody says another'),
})

export const classificationsSchema = z
  .array(classificationSchema)
  .default([])
  .superRefine((list, context) => {
    for (const [index, { active, inactive, fate }] of list.entries()) {
      const said = [active, inactive, fate].filter((one) => one !== undefined).length
      if (said === 0 || said === 3) continue
      const message = 'isi active, inactive, dan fate, atau tidak satu pun / give active, inactive and fate, or none'
      context.addIssue({ code: 'custom', path: [index], message })
    }
    const procedures = list.flatMap((one) => one.procedures)
    const twice = procedures.filter((name, index) => procedures.indexOf(name) !== index)
    for (const name of new Set(twice)) context.addIssue({ code: 'custom', message: `${name}: dua kode / two codes` })
  })

export type Classification = z.output<typeof classificationSchema>

/** A letter may be graded once more than a dossier: domain of tata naskah. */
export const SECURITIES = ['biasa', 'terbatas', 'rahasia', 'sangat-rahasia'] as const satisfies readonly (
  | Secrecy
  | 'sangat-rahasia'
)[]
export type Security = (typeof SECURITIES)[number]

/** Permendagri 1/2023: the letter in front of a number. */
export const SECURITY_CODES: Readonly<Record<Security, string>> = {
  biasa: 'B',
  terbatas: 'T',
  rahasia: 'R',
  'sangat-rahasia': 'SR',
}

/** As the line Sifat of a letter has it, which is Indonesian whoever reads it. */
export const SECURITY_NAMES: Readonly<Record<Security, string>> = {
  biasa: 'Biasa',
  terbatas: 'Terbatas',
  rahasia: 'Rahasia',
  'sangat-rahasia': 'Sangat Rahasia',
}

/** What the text of a letter says about its filing. */
export type TemplateFiling = { classification?: string | undefined; security?: Security | undefined }

/** "Sangat Rahasia" as the line Sifat has it; undefined for a line that tells something else, as "Segera". */
export const securityNamed = (line: string): Security | undefined =>
  SECURITIES.find((one) => one === line.trim().toLowerCase().replaceAll(/\s+/g, '-'))

type Graded = { draft: Security | undefined; template: Security | undefined; dossier: Security | null | undefined }

/** As whoever drafts it has chosen; without a choice the stricter of its text and its dossier. */
export const letterSecurity = ({ draft, template, dossier }: Graded): Security =>
  draft ?? SECURITIES.findLast((one) => one === template || one === dossier) ?? 'biasa'

export const classificationTitle = (list: readonly Classification[], code: string): string =>
  list.find((one) => one.code === code)?.title ?? ''
