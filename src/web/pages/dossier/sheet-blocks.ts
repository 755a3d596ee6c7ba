// The disposition sheet as it stands: one block for each disposing step, filled, at work, or still to come.
import { type Agency, postTitle } from '../../../core/agency/agency.ts'
import type { Instant } from '../../../core/clock/instant.ts'
import { pathDispositions } from '../../../core/dossier/dispositions/tree.ts'
import type { Dossier } from '../../../core/dossier/dossier.ts'
import { type SeatedBy, seatTitle } from '../../../core/person/title.ts'
import type { Procedure, Step } from '../../../core/procedure/schema.ts'
import { holds } from '../../../core/procedure/when.ts'
import { formText } from '../../../core/register/feed.ts'

export type SheetBlock = {
  step: string
  state: 'done' | 'current' | 'later'
  /** The post that disposes. */
  from: string
  /** Boxes: the next desk, the posts under this one, and whoever was chosen. */
  choices: string[]
  to: string[]
  instructions: string[]
  note: string
  initial: (SeatedBy & { at: Instant }) | null
}

export type SheetInput = { agency: Agency; procedure: Procedure; dossier: Dossier }

export const sheetBlocks = (input: SheetInput): SheetBlock[] =>
  input.procedure.steps
    .filter((step) => step.act === 'dispose' && holds(step.when, input.dossier.form))
    .map((step) => blockOf(input, step))

const blockOf = ({ agency, procedure, dossier }: SheetInput, step: Step): SheetBlock => {
  const tasks = dossier.tasks.filter((task) => task.kind === 'main' && task.step === step.step)
  const disposition = pathDispositions(dossier).findLast((one) => tasks.some((task) => task.task === one.task))
  const isOpen = tasks.some((task) => task.closedAt === null)
  const post = step.actor.flatMap((key) => procedure.actors[key]?.post ?? [])[0] ?? ''
  const next = step.forwardsTo ? (procedure.actors[step.forwardsTo]?.post ?? '') : ''
  const below = agency.posts.filter((one) => one.superior === post).map((one) => one.post)
  const titles = (posts: readonly string[]): string[] => [
    ...new Set(posts.filter((one) => one !== '').map((one) => postTitle(agency, one))),
  ]
  const by = disposition?.by
  return {
    step: step.step,
    state: isOpen ? 'current' : disposition ? 'done' : 'later',
    from: postTitle(agency, post),
    choices: titles([next, ...below, ...(disposition?.to ?? [])]),
    to: isOpen ? [] : titles(disposition?.to ?? []),
    instructions: isOpen ? [] : (disposition?.instructions ?? []),
    note: isOpen ? '' : (disposition?.note ?? ''),
    initial:
      !isOpen && disposition && by?.kind === 'post'
        ? { ...by, post: seatTitle(by, (one) => postTitle(agency, one)), at: disposition.at }
        : null,
  }
}

/** Number and date of the letter as the applicant gave them; the agenda reads the same fields. */
export const incomingOf = ({ form }: Dossier): { number: string; datedOn: string | null } => ({
  number: formText(form['nomor-surat']),
  datedOn: formText(form['tanggal-surat']) || null,
})
