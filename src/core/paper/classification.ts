// The codes by which an office files its letters (kode klasifikasi arsip), and how secret a letter is by its code.
import { z } from 'zod'
import type { Secrecy } from '../dossier/events.ts'

export const classificationSchema = z.strictObject({
  code: z
    .string()
    .regex(/^[0-9A-Z][0-9A-Za-z.-]{0,29}$/, 'angka, huruf, titik / digits, letters, dots')
    .describe('kode klasifikasi arsip'),
  title: z.string().min(1).max(200),
})

export const classificationsSchema = z.array(classificationSchema).default([])

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

export const classificationTitle = (list: readonly Classification[], code: string): string =>
  list.find((one) => one.code === code)?.title ?? ''
