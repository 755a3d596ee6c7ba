// A kind of letter with the editions of its text and its drafts, as a program sees it.
import { z } from 'zod'
import { EDITION_STATES } from '../../editions/state.ts'
import { id, moment } from './common.ts'

export const letterTextKind = z
  .strictObject({
    letter: z.string(),
    title: z.string(),
    editions: z.array(
      z.strictObject({
        edition: z.int(),
        state: z.enum(EDITION_STATES),
        from: z.iso.date().nullable(),
        to: z.iso.date().nullable(),
        ratified: z.strictObject({ post: z.string(), decree: z.string(), at: moment }).nullable(),
      }),
    ),
    drafts: z.array(z.strictObject({ draft: id, base: z.int().nullable(), version: z.int(), changedAt: moment })),
  })
  .meta({ id: 'LetterText' })
