// The ways in which a dossier of a procedure may begin: by whom, by what rule, or by what a probe found.
import { z } from 'zod'
import { slug } from './field-schema.ts'

/** What the form holds when nobody fills it in; `{key}` and `{found}` stand for what the rule or the probe speaks of. */
const prefilled = z.record(slug, z.union([z.string(), z.array(z.record(slug, z.string()))])).default({})

export const startSchema = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('client') }).describe('an agency with its account'),
  z.strictObject({ by: z.literal('company') }).describe('a company with its account'),
  z.strictObject({ by: z.literal('public') }).describe('anybody, without an account'),
  z.strictObject({ by: z.literal('post') }).describe('an order inside the office, by a post of the first step'),
  z
    .strictObject({
      by: z.literal('schedule'),
      rule: z.string().describe('recurrence rule of RFC 5545, as FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=1'),
      each: slug.optional().describe('one dossier for each active item of this register'),
      form: prefilled,
    })
    .describe('a rule of the calendar'),
  z
    .strictObject({
      by: z.literal('monitor'),
      probe: z.enum(['site-down', 'site-words']),
      register: slug.describe('whose active items are looked at'),
      every: z.string().describe('as 15 menit, 1 jam'),
      words: z.array(z.string()).default([]).describe('of site-words: what must not stand on a page'),
      form: prefilled,
    })
    .describe('a probe that found something'),
])

export type Start = z.output<typeof startSchema>
