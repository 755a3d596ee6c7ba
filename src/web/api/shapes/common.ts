// Shapes that many answers share.
import { z } from 'zod'
import { sentence } from '../../../core/sentence.ts'
import { decodeCursor } from '../../request/cursor.ts'
import { says } from '../says.ts'
import { saying } from '../shape-faults.ts'

export const id = z.uuid()
export const moment = z.iso.datetime().meta(says('UTC', 'UTC'))

export const day = z.iso.date()

/** In both languages of the product. */
export const bilingual = z.strictObject({ id: z.string(), en: z.string() }).meta({ id: 'Sentence' })

/** Where the next page begins; null on the last. */
export const next = z
  .string()
  .nullable()
  .meta(
    says(
      'kirim sebagai `after` untuk halaman berikutnya; null di halaman terakhir',
      'pass as `after` for the next page; null on the last',
    ),
  )
/** In a query: where a page begins, read by the shape of the list's own cursor. */
export const afterOf = <T>(cursor: z.ZodType<T>) =>
  z
    .string()
    .max(1000)
    .transform((text, context): T => {
      const read = decodeCursor(text, cursor)
      if (read !== null) return read
      context.addIssue({ code: 'custom', ...saying(NO_CURSOR) })
      return z.NEVER
    })
    .optional()
    .meta(
      says(
        '`next` dari halaman sebelumnya; satu halaman berisi paling banyak 50',
        'the `next` of the page before; a page holds 50 at most',
      ),
    )

const NO_CURSOR = sentence(
  'Di sini diharapkan `next` dari halaman sebelumnya, apa adanya; tanpa `after` daftar mulai dari awal.',
  'Expected here: `next` of the page before, as it is; without `after` the list begins at its beginning.',
)
