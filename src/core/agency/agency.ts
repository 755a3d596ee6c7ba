// What an agency's own file says: its name, letterhead, posts, clients, numbers, zone, and the demo's people.
import { z } from 'zod'
import { DEFAULT_LADDER, ladderSchema } from '../clock/ladder-schema.ts'
import { noticesSchema } from '../notice/routes.ts'
import { classificationsSchema } from '../paper/classification.ts'
import { numbersSchema } from '../paper/number-rules.ts'
import { signingSchema } from '../paper/signing.ts'
import { slug, text } from '../procedure/field-schema.ts'
import { breachReasonsSchema, DEFAULT_BREACH_REASONS } from './breach-reasons.ts'

const letterhead = z.strictObject({
  government: z.string(),
  name: z.string(),
  address: z.string(),
  contact: z.string(),
  place: z.string().describe('where letters are dated'),
  arms: z.string().optional().describe('path of an SVG beside this file'),
})

const post = z.strictObject({
  post: slug,
  title: z.string(),
  unit: slug,
  superior: slug.optional(),
  duties: z.array(z.enum(['front-office', 'registers', 'procedures', 'archive', 'destruction'])).default([]),
  closedOn: z.iso.date().optional().describe('the first day on which the post no longer exists'),
  successor: slug.optional().describe('the post that does its work from then on; the one above it without'),
})

const client = z.strictObject({
  client: slug,
  name: z.string(),
  head: z.string(),
  address: z.string(),
  kind: z.enum(['agency', 'company']).default('agency'),
})

const demoPerson = z.strictObject({
  role: slug,
  name: z.string(),
  email: z.email(),
  posts: z.array(slug).default([]),
  client: slug.optional(),
  job: z.string().default(''),
  administrator: z.boolean().default(false),
})

const inForce = z.strictObject({
  procedure: slug,
  edition: z.string(),
  from: z.iso.date(),
  to: z.iso.date().optional().describe('the first day on which it is no longer in force'),
  assumed: z.boolean().default(false).describe('the source prints no date; the office has to confirm it'),
})

const EXTENSION = /^[1-9]\d{0,3} ?(menit|jam|hari)( kerja)?$/

export const agencySchema = z.strictObject({
  agency: slug,
  name: z.string(),
  short: z.string(),
  zone: z.string(),
  publicUrl: z.url().optional(),
  hosts: z.array(z.string()).default([]),
  accent: z.string().optional(),
  contact: z.strictObject({ email: z.email(), phone: z.string(), hours: text }),
  complaints: text,
  privacy: z.array(text).min(1),
  areas: z
    .array(
      z.strictObject({
        area: slug,
        label: text,
        procedures: z.array(slug).default([]).describe('that name no heading in their own file'),
      }),
    )
    .default([])
    .describe('headings of the service catalogue, in this order'),
  standard: z
    .strictObject({
      supervision: text.optional(),
      guarantee: text.optional(),
      safety: text.optional(),
      evaluation: text.optional(),
    })
    .default({})
    .describe('components of the service standard that hold for all services'),
  letterhead,
  numbers: numbersSchema,
  classifications: classificationsSchema.describe('from classifications.yaml beside this file'),
  signing: signingSchema.describe('how letters are signed'),
  names: z.strictObject({ zone: z.string(), reserved: z.array(z.string()) }),
  hosting: z.strictObject({ address: z.string() }).optional(),
  units: z.array(
    z.strictObject({
      unit: slug,
      name: z.string(),
      superior: slug.optional(),
      kind: z.enum(['office', 'secretariat', 'division', 'team']).default('division'),
      calendar: slug.optional().describe('working calendar of its posts; that of the unit above without it'),
    }),
  ),
  posts: z.array(post).min(1),
  instructions: z.array(z.string()).min(1),
  retention: z
    .strictObject({
      number: z
        .string()
        .default('BA-{seq}/PEMUSNAHAN/{year}')
        .describe('of official records of destruction; {seq} is taken when one is approved'),
    })
    .prefault({}),
  dispositions: z
    .strictObject({
      onward: z
        .array(z.enum(['below', 'beside', 'any']))
        .min(1)
        .default(['below', 'beside'])
        .describe(
          'to whom a recipient may dispose further: posts below theirs, posts under the same superior, any post',
        ),
    })
    .prefault({}),
  notices: noticesSchema,
  ladder: ladderSchema
    .default(DEFAULT_LADDER)
    .describe('who is told when a clock runs out: warning, breach, escalation'),
  clock: z
    .strictObject({
      extension: z
        .strictObject({ most: z.string().regex(EXTENSION, 'misalnya 3 hari / for example 3 hari') })
        .optional()
        .describe('how far a promise may be extended where its procedure does not say'),
    })
    .default({}),
  breachReasons: breachReasonsSchema.default(DEFAULT_BREACH_REASONS).describe('why work was late: what one may choose'),
  uploads: z
    .strictObject({
      whenScannerIsDown: z
        .enum(['wait', 'refuse'])
        .default('wait')
        .describe('files are taken and opened once they are scanned, or are not taken'),
    })
    .default({ whenScannerIsDown: 'wait' }),
  clients: z.array(client).default([]),
  'in-force': z.array(inForce).default([]),
  demo: z.array(demoPerson).default([]),
})

export type Agency = z.output<typeof agencySchema>
export type Client = Omit<Agency['clients'][number], 'kind'>

export const postTitle = (agency: Pick<Agency, 'posts'>, post: string): string =>
  agency.posts.find((one) => one.post === post)?.title ?? post

/** Posts that exist on this day: nothing new is passed on to one that is closed. */
export const openPosts = ({ posts }: Pick<Agency, 'posts'>, day: string): string[] =>
  posts.filter(({ closedOn }) => closedOn === undefined || day < closedOn).map(({ post }) => post)

/** The post above all others: it ratifies, where nobody names another. */
export const headPost = ({ posts }: Pick<Agency, 'posts'>): string =>
  (posts.find((one) => one.superior === undefined) ?? posts[0])?.post ?? ''

/** Every post that stands over one of these, up to the head. */
export const postsAbove = ({ posts }: Pick<Agency, 'posts'>, below: readonly string[]): string[] => {
  const above = new Set<string>()
  const waiting = [...below]
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    const superior = posts.find((one) => one.post === name)?.superior
    if (superior === undefined || above.has(superior)) continue
    above.add(superior)
    waiting.push(superior)
  }
  return [...above]
}
