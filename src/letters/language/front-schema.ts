// The front matter of a letter template: what an officer says about a letter before its text.
import { z } from 'zod'
import { fieldSchema, slug } from '../../core/procedure/field-schema.ts'

const line = z.string().min(1)

/** One entry for each line: a text of several lines, or a list. */
const lines = z.union([line, z.array(line).transform((list) => list.join('\n'))])

const party = z.strictObject({
  as: line.optional().describe('stands above the post, as PIHAK KEDUA'),
  post: line.describe('post or firm of the one who signs'),
  name: line.default('').describe('name under the signature, with rank and number below it; a dotted line when empty'),
})

export const frontSchema = z.strictObject({
  letter: slug.describe('the kind of letter, by which procedures name it; also the name of the file'),
  title: line.describe('what the office calls this letter'),
  shape: z
    .enum(['correspondence', 'titled', 'form'])
    .default('correspondence')
    .describe('with an addressee; with a centred title and a number; with a title alone'),
  paper: z.enum(['a4', 'f4']).default('a4'),
  across: z.boolean().default(false).describe('the long side of the paper lies at the bottom'),
  heading: line.optional().describe('the centred title; the title in capitals without it'),
  about: line.optional().describe('stands under TENTANG'),
  subject: line.default('{dossier.subject}').describe('the line Hal, and what the agenda tells of the letter'),
  security: line.default('Biasa').describe('the line Sifat'),
  classification: line.optional().describe('classification code of the archive'),
  addressee: lines.optional().describe('who it goes to instead of the one who asked; one entry a line'),
  dated: line.optional().describe('the words before place and date under a titled letter; - leaves them out'),
  copies: lines.optional().describe('Tembusan; one entry a line'),
  signatory: z
    .union([
      z.enum(['office', 'none']).transform((kind) => ({ kind, as: undefined, other: undefined, knows: undefined })),
      z
        .strictObject({ as: line.optional(), other: party.optional(), knows: party.optional() })
        .transform(({ as, other, knows }) => ({ kind: 'office' as const, as, other, knows })),
    ])
    .default({ kind: 'office', as: undefined, other: undefined, knows: undefined })
    .describe('office, none, or a second party beside the office and one who takes note'),
  fields: z.array(fieldSchema).default([]).describe('what the writer of this letter is asked'),
  sample: z.record(z.string(), z.unknown()).default({}).describe('answers for the preview, by name'),
})

export type Front = z.output<typeof frontSchema>
