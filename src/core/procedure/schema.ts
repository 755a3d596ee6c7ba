// The shape of a procedure file: the closed set of keys an officer may write (design: "A procedure file").
import { z } from 'zod'
import { ladderSchema } from '../clock/ladder-schema.ts'
import { fieldGroup, slug, text, when } from './field-schema.ts'
import { startSchema } from './start-schema.ts'

export const ACTS = [
  'submit',
  'enter',
  'dispose',
  'check',
  'analyse',
  'do',
  'fulfil',
  'measure',
  'report',
  'draft',
  'initial',
  'sign',
  'send',
  'receive',
] as const

export const FULFILMENTS = ['dns-record', 'hosting-space'] as const

/** What an edition without a printed date is called. */
const UNDATED = 'tanpa-tanggal'

const slugs = z.array(slug)
const oneOrMore = z.union([slug.transform((one) => [one]), slugs.min(1)])
const printedDate = z
  .string()
  .regex(/^\d{4}(-\d{2}(-\d{2})?)?$/)
  .nullable()
  .default(null)

const actor = z.strictObject({
  label: z.string(),
  is: z.literal('applicant').optional(),
  post: slug.optional(),
})

const fulfilment = z.strictObject({
  fulfil: z.enum(FULFILMENTS).describe('what is made on a real system'),
  with: z.record(slug, slug).describe('parameter of the adapter: form field that fills it'),
  when: when.optional(),
  changeWhen: when.optional().describe('what stands there already is replaced; otherwise it is never overwritten'),
  removeWhen: when.optional().describe('the same thing is taken away instead of made'),
})

const exit = z.strictObject({ answer: slug, label: text, to: oneOrMore })

export const stepSchema = z.strictObject({
  step: slug,
  no: z.string().optional().describe('number as printed, where it is not the count of the rows'),
  actor: oneOrMore.describe('lane or lanes; either may finish'),
  act: z.enum(ACTS),
  activity: z.string(),
  time: z
    .union([z.string(), z.number().transform(String)])
    .nullable()
    .default(''),
  needs: slugs.default([]),
  makes: slugs.default([]),
  forwardsTo: slug.optional().describe('the actor a letter is passed on to by this step'),
  fulfils: z.array(fulfilment).default([]),
  letter: slug.optional(),
  decides: z.strictObject({ question: text, exits: z.array(exit).min(2) }).optional(),
  // biome-ignore lint/suspicious/noThenProperty: a key of the file that officers write; a parsed step is never awaited
  then: oneOrMore.optional().describe('next step or steps (a fork); default is the next in the file; `end` ends'),
  join: z.literal('all').optional(),
  when: when.optional().describe('the step is passed over where this does not hold'),
  policy: z.boolean().default(false),
  inferred: z.array(z.string()).default([]),
  printed: z
    .strictObject({
      needs: z.array(z.string()).default([]),
      makes: z.array(z.string()).default([]),
      note: z.string().optional().describe('Keterangan'),
    })
    .optional(),
})

const policy = z.strictObject({
  return: z.strictObject({ from: slugs.min(1), to: slug, pauses: z.boolean().default(true) }).optional(),
  sendBack: z
    .array(z.strictObject({ from: slugs.min(1), to: slug }))
    .default([])
    .describe('inside the office: from these steps the work may go back to that one'),
  fourEyes: z
    .array(slugs.min(2))
    .optional()
    .describe('maker is not checker: no two steps of one line are done by the same person, under whatever post'),
  reject: z.strictObject({ by: slugs.min(1), reason: z.literal('required'), letter: slug.optional() }).optional(),
  withdraw: z.strictObject({ by: z.literal('applicant'), before: slug.optional() }).optional(),
  pauses: z
    .array(z.strictObject({ step: slug, for: z.enum(['applicant', 'third-party']), label: text.optional() }))
    .default([])
    .describe('while one of these steps stands open, the promise waits for the applicant or a third party'),
  extension: z
    .strictObject({ most: z.string(), by: slugs.min(1).optional() })
    .optional()
    .describe('how far the promise may be extended, once; `by` names the steps at which'),
  initials: z.record(slug, slugs).default({}).describe('letter: actors who initial it before it is sent'),
  initialsAfterCorrection: z
    .enum(['stay', 'hold'])
    .optional()
    .describe(
      'when somebody corrects a draft while initialing: initials given before stay with the version they saw, or hold for the new one too',
    ),
  rating: z.boolean().default(false),
  counter: z.boolean().default(false),
  secrecy: z.enum(['terbatas', 'rahasia']).optional().describe('grade of every dossier from its first moment'),
  ladder: ladderSchema.optional().describe('who is told when a clock runs out, instead of the ladder of the office'),
})

/** Key of registers that are books of what happened rather than of things looked after. */
export const DOSSIER_NUMBER = 'nomor-berkas'

const registerFeed = z.strictObject({
  register: slug,
  each: slug.optional().describe('a table of the form: one item for each of its rows, whose columns may stand below'),
  key: slug.describe(
    `form field that names the item; ${DOSSIER_NUMBER} is the number of the dossier, each an entry of its own`,
  ),
  columns: slugs,
  when: when.optional(),
  retireWhen: when.optional(),
})

const service = z.strictObject({
  name: text.optional().describe('what people call it; the title of the SOP without it'),
  area: slug.optional().describe('under which heading of the catalogue'),
  summary: text.optional(),
  requirements: z.array(text).default([]),
  cost: text.optional(),
  product: text.optional(),
  complaints: text.optional(),
  facilities: text.optional(),
  competence: text.optional(),
  supervision: text.optional(),
  staff: text.optional(),
  guarantee: text.optional(),
  safety: text.optional(),
  evaluation: text.optional(),
})

export const procedureSchema = z.strictObject({
  procedure: slug,
  edition: z
    .string()
    .regex(
      /^[a-z0-9]+([.-][a-z0-9]+)*$/,
      'huruf kecil, angka, titik, dan tanda hubung / lower-case letters, digits, dots and hyphens',
    )
    .nullable()
    .transform((printed) => printed ?? UNDATED)
    .describe('empty (~) where the sheet prints no date'),
  number: z.string().nullable().default(null),
  title: z.string().min(1),
  created: printedDate,
  revised: printedDate,
  effective: printedDate,
  replaces: z.string().optional(),
  promise: z.string().nullable().default(null),
  records: slugs.default([]),
  legalBasis: z.array(z.string()).default([]),
  qualifications: z.array(z.string()).default([]),
  relatedTo: z.string().nullable().default(null),
  equipment: z.array(z.string()).default([]),
  warning: z.string().nullable().default(null),
  recordKeeping: z.string().nullable().default(null),
  service: service.default({ requirements: [] }),
  actors: z.record(slug, actor),
  starts: z
    .array(startSchema)
    .min(1)
    .default([{ by: 'client' }])
    .describe('who may begin a dossier'),
  form: z.array(fieldGroup).default([]),
  subject: z.string().default('').describe('how the dossier is called in lists; {field} is filled from the form'),
  summary: slugs.default([]),
  steps: z.array(stepSchema).min(1),
  terminal: z.string().nullable().default(null),
  terminalNo: z.string().optional().describe('number of that closing row as printed, where it does not count on'),
  policy: policy.default({ sendBack: [], pauses: [], initials: {}, rating: false, counter: false }),
  registers: z.array(registerFeed).default([]),
  remarks: z
    .array(
      z.strictObject({
        step: slug.optional(),
        about: slug.optional().describe('what a remark beside the steps is about: promise, an actor, a register'),
        says: z.string(),
      }),
    )
    .default([]),
})

export type Procedure = z.output<typeof procedureSchema>
export type Lane = Procedure['actors'][string]
export type Step = z.output<typeof stepSchema>
export type Act = (typeof ACTS)[number]
export type FulfilmentKind = (typeof FULFILMENTS)[number]
export type RegisterFeed = Procedure['registers'][number]
