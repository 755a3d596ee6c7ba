// Why work was late: the short list of an office, from which whoever held it chooses.
import { z } from 'zod'
import { slug, text } from '../procedure/field-schema.ts'

const breachReason = z.strictObject({
  reason: slug,
  label: text,
  note: z.boolean().default(false).describe('has to be told in words as well'),
})

export const breachReasonsSchema = z.array(breachReason).min(1)

export type BreachReason = z.output<typeof breachReason>

/** What holds where an office says nothing else. */
export const DEFAULT_BREACH_REASONS: BreachReason[] = [
  {
    reason: 'instansi-lain',
    label: { id: 'Menunggu instansi lain', en: 'Waiting for another agency' },
    note: false,
  },
  {
    reason: 'pejabat-tidak-di-tempat',
    label: { id: 'Pejabat tidak di tempat', en: 'An officer was absent' },
    note: false,
  },
  {
    reason: 'sistem-luar-terganggu',
    label: { id: 'Sistem di luar kantor terganggu', en: 'An outside system was down' },
    note: false,
  },
  { reason: 'berkas-kurang', label: { id: 'Berkas tidak lengkap', en: 'Papers were incomplete' }, note: false },
  { reason: 'beban-kerja', label: { id: 'Pekerjaan terlalu banyak', en: 'Too much work' }, note: false },
  { reason: 'lainnya', label: { id: 'Lainnya', en: 'Other' }, note: true },
]
