// Who is told of what, and by which way: data of the office, with defaults for what its file does not say.
import { z } from 'zod'
import { NATURE, OCCASIONS, type Occasion } from './occasions.ts'

/**
 * `holder`: who may do the task now. `superior`: of those. `head`: of the office. `involved`: through whose hands the
 * dossier has gone and who still hold a post.
 */
export const AUDIENCES = ['applicant', 'holder', 'superior', 'head', 'administrator', 'involved'] as const
export type Audience = (typeof AUDIENCES)[number]

export const NOTICE_CHANNELS = ['in-app', 'email'] as const
export type NoticeChannel = (typeof NOTICE_CHANNELS)[number]

const route = z
  .strictObject({
    to: z.enum(AUDIENCES),
    about: z.array(z.enum(OCCASIONS)).min(1),
    by: z.array(z.enum(NOTICE_CHANNELS)).describe('an empty list: this audience is not told of it'),
  })
  .refine(({ to, about, by }) => to !== 'applicant' || by.includes('email') || !about.some(isDemanded), {
    message:
      'Surat hasil, penolakan, dan permintaan perbaikan harus sampai kepada pemohon melalui surel: jangan hapus email dari baris ini. / The result, a refusal and a wanted correction must reach the applicant by mail: do not take email out of this line.',
  })

  .refine(({ to, about }) => to !== 'applicant' || about.every((occasion) => FOR_APPLICANTS.includes(occasion)), {
    message:
      'Pemohon tidak diberi tahu tentang pekerjaan di dalam kantor. / Applicants are not told of work inside the office.',
  })

const FOR_APPLICANTS: readonly Occasion[] = [
  'received',
  'returned',
  'entered',
  'your-turn',
  'rejected',
  'withdrawn',
  'letter',
  'letter-withdrawn',
  'finished',
  'comment',
  'overdue',
  'escalated',
  'extended',
]

const isDemanded = (occasion: Occasion): boolean => NATURE[occasion].isDemanded === true

export const noticesSchema = z
  .strictObject({
    routes: z
      .array(route)
      .default([])
      .describe('take the place of the default for the same audience and the same occasion'),
    quiet: z
      .strictObject({ officers: z.boolean().default(true), applicants: z.boolean().default(false) })
      .prefault({})
      .describe('whose mails wait for the office to open, unless they are urgent'),
  })
  .prefault({})

export type NoticeRules = z.output<typeof noticesSchema>
export type Route = NoticeRules['routes'][number]

/** Whom each rung is told the ladder says; the routes say by which way. */
const RUNGS: Occasion[] = ['due-soon', 'overdue', 'escalated']

const DEFAULTS: readonly Route[] = [
  {
    to: 'applicant',
    about: [...FOR_APPLICANTS],
    by: ['in-app', 'email'],
  },
  {
    to: 'holder',
    about: [
      'work-arrived',
      'letter-corrected',
      'letter-sent-back',
      'handed-over',
      'disposition-answered',
      'disposition-recalled',
      'withdrawn',
      ...RUNGS,
    ],
    by: ['in-app', 'email'],
  },
  { to: 'involved', about: ['comment'], by: ['in-app', 'email'] },
  { to: 'superior', about: ['post-without-holder', 'breach-explained', ...RUNGS], by: ['in-app', 'email'] },
  { to: 'head', about: RUNGS, by: ['in-app', 'email'] },
  { to: 'administrator', about: ['post-without-holder', ...RUNGS], by: ['in-app', 'email'] },
]

export type Way = { to: Audience; by: readonly NoticeChannel[] }

/** Every audience of one occasion; the office's own line counts before the default. */
export const waysOf = ({ routes }: Pick<NoticeRules, 'routes'>, occasion: Occasion): Way[] =>
  AUDIENCES.flatMap((to) => {
    const fits = (one: Route) => one.to === to && one.about.includes(occasion)
    const found = routes.findLast(fits) ?? DEFAULTS.find(fits)
    return found && found.by.length > 0 ? [{ to, by: found.by }] : []
  })
