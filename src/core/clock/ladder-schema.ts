// The ladder as an office writes it: at which moments of a clock word is given, and to whom.
import { z } from 'zod'
import { slug } from '../procedure/field-schema.ts'
import { parseTime, type TimeUnit } from './time-limit.ts'

/** `superior` stands over whoever holds the step; `head` is the post above all others. */
const AUDIENCES = ['holder', 'superior', 'head', 'applicant', 'administrator'] as const

/** A share of the working time, the first minute of being late, or so long after the due. */
export type RungAt =
  | { kind: 'share'; percent: number }
  | { kind: 'due' }
  | { kind: 'after'; amount: number; unit: TimeUnit }

/** `null` when the text says none of the three. */
export const readRungAt = (text: string): RungAt | null => {
  const [, percent] = /^([1-9]\d?) ?%$/.exec(text) ?? []
  if (percent !== undefined) return { kind: 'share', percent: Number(percent) }
  if (text === 'due') return { kind: 'due' }
  const limit = parseTime(text)
  return limit?.kind === 'fixed' ? { kind: 'after', amount: limit.amount, unit: limit.unit } : null
}

const at = z
  .string()
  .trim()
  .refine(
    (text) => readRungAt(text) !== null,
    'tulis bagian waktu (75%), due, atau lamanya sesudah batas (1 hari, 4 jam) / write a share of the time (75%), due, or how long after the due (1 hari, 4 jam)',
  )

const rungSchema = z.strictObject({
  rung: slug,
  at: at.describe('75% of the working time, due (the first minute of being late), or how long after it: 1 hari'),
  clock: z.enum(['step', 'promise', 'both']).default('both'),
  tell: z.array(z.enum(AUDIENCES)).min(1),
  urgent: z.boolean().default(false).describe('told at once, outside working hours too'),
})

export const ladderSchema = z
  .array(rungSchema)
  .max(12)
  .refine(
    (rungs) => new Set(rungs.map(({ rung }) => rung)).size === rungs.length,
    'setiap anak tangga punya nama sendiri / every rung has a name of its own',
  )

export type Rung = z.output<typeof rungSchema>
export type Ladder = readonly Rung[]

/** What holds where an office says nothing else. */
export const DEFAULT_LADDER: Rung[] = [
  { rung: 'peringatan', at: '75%', clock: 'both', tell: ['holder'], urgent: false },
  { rung: 'terlewat', at: 'due', clock: 'both', tell: ['holder', 'superior'], urgent: false },
  { rung: 'eskalasi', at: '1 hari', clock: 'both', tell: ['holder', 'superior'], urgent: false },
  { rung: 'eskalasi-lanjut', at: '3 hari', clock: 'both', tell: ['superior', 'head'], urgent: true },
]
