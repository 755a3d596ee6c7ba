// The difference of two editions as data, open to anybody like the editions themselves.
import { z } from 'zod'
import { editionInForce, editionNamed } from '../../../core/agency/catalogue.ts'
import { compareEditions } from '../../../core/procedure/compare/compare.ts'
import { sentence } from '../../../core/sentence.ts'
import { bad, type Endpoint, good, openEndpoint } from '../endpoint.ts'
import { says } from '../says.ts'
import { bilingual } from '../shapes/common.ts'

const mark = z
  .enum(['same', 'spelling', 'changed', 'added', 'removed'])
  .meta(
    says(
      '`spelling`: hanya huruf besar, tanda baca, atau spasi yang berbeda',
      '`spelling`: only capitals, signs or spaces differ',
    ),
  )
const side = bilingual.nullable()
const row = z
  .strictObject({ key: z.string(), label: bilingual, mark, before: side, after: side })
  .meta({ id: 'ComparedFact' })
const item = z
  .strictObject({ mark, isMoved: z.boolean(), before: side, after: side, rows: z.array(row) })
  .meta({ id: 'ComparedThing' })
const head = z.strictObject({
  procedure: z.string(),
  edition: z.string(),
  number: z.string().nullable(),
  title: z.string(),
})
const comparison = z
  .strictObject({
    before: head,
    after: head,
    isSame: z.boolean(),
    summary: z.array(bilingual),
    chapters: z.array(
      z.strictObject({
        key: z.string(),
        label: bilingual,
        rows: z.array(row),
        items: z.array(item),
        isSame: z.boolean(),
      }),
    ),
  })
  .meta({ id: 'Comparison' })

export const comparisonEndpoints: readonly Endpoint[] = [
  openEndpoint('get', {
    id: 'compareEditions',
    path: '/procedures/{procedure}/comparison',
    tag: 'service',
    summary: sentence('Perbedaan dua edisi satu SOP', 'The difference of two editions of a procedure'),
    params: z.object({ procedure: z.string().max(100) }),
    query: z.object({
      a: z.string().max(100).meta(says('edisi lama', 'the older edition')),
      b: z
        .string()
        .max(100)
        .optional()
        .meta(says('edisi baru; tanpa ini, yang berlaku', 'the newer edition; without it the one in force')),
    }),
    answer: comparison,
    handle: async ({ agency, params: { procedure }, query: { a, b } }) => {
      const before = editionNamed(agency, procedure, a)
      const after = b === undefined ? editionInForce(agency, procedure) : editionNamed(agency, procedure, b)
      return before && after ? good(compareEditions(before.procedure, after.procedure)) : bad('not-found')
    },
  }),
]
