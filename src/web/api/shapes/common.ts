// Shapes that many answers share.
import { z } from 'zod'

export const id = z.uuid()
export const moment = z.iso.datetime().meta({ description: 'UTC' })

export const day = z.iso.date()

/** In both languages of the product. */
export const bilingual = z.strictObject({ id: z.string(), en: z.string() }).meta({ id: 'Sentence' })

/** Where the next page begins; null on the last. */
export const next = z.string().nullable().meta({ description: 'pass as `after` for the next page; null on the last' })
export const after = z.string().max(1000).optional().meta({ description: 'the `next` of the page before' })
