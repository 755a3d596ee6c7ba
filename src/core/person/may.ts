// Who may see or do what: one table, a row per act, tested row by row. Acts on tasks are judged by their posts.
import type { Secrecy } from '../dossier/events.ts'

export type Actor = {
  person: string
  isAdministrator: boolean
  /** Posts held today, in whatever capacity. */
  posts: readonly string[]
  /** Posts whose work is done today for certain procedures alone. */
  limited?: readonly { post: string; procedures: readonly string[] }[]
  duties: readonly string[]
  /** Does the work of the post above all others. */
  isHead?: boolean
  /** Does the work of a post that others stand below. */
  isSuperior?: boolean
  /** Clients (OPD) this person may ask for. */
  clients: readonly string[]
}

/** What the rules look at of a dossier. `posts` had or have a task on it, or were named in a disposition; `above` stand over those with an open task. */
export type DossierFacts = {
  client: string
  secrecy: Secrecy | null
  posts: readonly string[]
  /** The post that gave the order by which it began. */
  orderedBy: string | null
  above?: readonly string[]
}

type Rule = (actor: Actor, dossier: DossierFacts) => boolean

const isOfficer = ({ posts, limited = [] }: Actor): boolean => posts.length + limited.length > 0
const isClientOf: Rule = (actor, { client }) => actor.clients.includes(client)
const isInvolved: Rule = (actor, { posts }) => actor.posts.some((post) => posts.includes(post))
const isOrderer: Rule = (actor, { orderedBy }) => orderedBy !== null && actor.posts.includes(orderedBy)
const hasDuty = (duty: string) => (actor: Actor) => actor.duties.includes(duty)

/** `terbatas` and `rahasia` are open only to those through whose hands the dossier goes. */
const maySeeAsOfficer: Rule = (actor, dossier) =>
  isOfficer(actor) && (dossier.secrecy === null || dossier.secrecy === 'biasa' || isInvolved(actor, dossier))

const keepsArchive = (actor: Actor): boolean => actor.isAdministrator || hasDuty('archive')(actor)
const decidesDestruction = (actor: Actor): boolean => actor.isHead === true || hasDuty('destruction')(actor)

const DOSSIER_RULES = {
  'see-dossier': (actor, dossier) => isClientOf(actor, dossier) || maySeeAsOfficer(actor, dossier),
  'see-inside': maySeeAsOfficer,
  'see-confidential': isInvolved,
  comment: (actor, dossier) => isClientOf(actor, dossier) || maySeeAsOfficer(actor, dossier),
  attach: (actor, dossier) => isClientOf(actor, dossier) || maySeeAsOfficer(actor, dossier),
  'begin-letter': isInvolved,
  /** That a letter went out, and that it arrived. */
  'note-delivery': (actor, dossier) =>
    isInvolved(actor, dossier) || (maySeeAsOfficer(actor, dossier) && hasDuty('front-office')(actor)),
  'see-as-applicant': isClientOf,
  withdraw: (actor, dossier) => isClientOf(actor, dossier) || isOrderer(actor, dossier),
  rate: isClientOf,
  'open-secret': isClientOf,
  'move-edition': (actor, dossier) =>
    maySeeAsOfficer(actor, dossier) &&
    (actor.isAdministrator ||
      hasDuty('procedures')(actor) ||
      actor.posts.some((post) => dossier.above?.includes(post) === true)),
} satisfies Record<string, Rule>

const OFFICE_RULES = {
  apply: (actor) => actor.clients.length > 0,
  'see-work': isOfficer,
  'give-order': isOfficer,
  'file-at-counter': hasDuty('front-office'),
  /** Agencies are known to everybody; which companies have an account is not. */
  'see-companies': (actor) => actor.isAdministrator || hasDuty('front-office')(actor),
  'see-registers': isOfficer,
  'see-agenda': isOfficer,
  /** Numbers in reserve, letters on paper, late entries: what stands in the books by hand. */
  'keep-books': (actor) => hasDuty('front-office')(actor) || hasDuty('registers')(actor),
  'see-organisation': (actor) => actor.isAdministrator || isOfficer(actor),
  /** For oneself; for anybody, whoever manages the organisation. */
  'name-substitute': (actor) => actor.isAdministrator || isOfficer(actor),
  'manage-organisation': (actor) => actor.isAdministrator,
  'manage-people': (actor) => actor.isAdministrator,
  'edit-procedures': (actor) => actor.isAdministrator || hasDuty('procedures')(actor),
  'ratify-procedures': (actor) => actor.isAdministrator || hasDuty('procedures')(actor),
  'edit-letters': (actor) => actor.isAdministrator || hasDuty('procedures')(actor),
  'ratify-letters': (actor) => actor.isAdministrator || hasDuty('procedures')(actor),
  /** Working days are no secret, and everybody's due dates hang on them. */
  'see-calendar': () => true,
  'edit-calendar': (actor) => actor.isAdministrator || hasDuty('procedures')(actor),
  'see-outbox': (actor) => actor.isAdministrator,
  /** Who opened a secret dossier; not what stands in it. */
  /** How the work stands of those below one's post; of the whole office for administrators. */
  'see-board': (actor) => actor.isAdministrator || actor.isSuperior === true,
  'see-access-log': (actor) => actor.isAdministrator || actor.isHead === true,
  'see-storage': (actor) => actor.isAdministrator,
  /** Files in which the scanner found something: who sent them, and what becomes of them. */
  'decide-quarantine': (actor) => actor.isAdministrator,
  /** How long everything is kept; those who decide of it see what they decide on. */
  'see-retention': (actor) => keepsArchive(actor) || decidesDestruction(actor),
  'keep-archive': (actor) => keepsArchive(actor),
  'decide-destruction': (actor) => decidesDestruction(actor),
  'manage-webhooks': (actor) => actor.isAdministrator,
  'edit-notice-texts': (actor) => actor.isAdministrator,
} satisfies Record<string, (actor: Actor) => boolean>

export type DossierAct = keyof typeof DOSSIER_RULES
export type OfficeAct = keyof typeof OFFICE_RULES

/** Before a dossier of one procedure: whoever stands in for that procedure alone counts as holding the post. */
export const inProcedure = <A extends Pick<Actor, 'posts' | 'limited'>>(actor: A, procedure: string): A => ({
  ...actor,
  posts: [
    ...actor.posts,
    ...(actor.limited ?? []).filter((one) => one.procedures.includes(procedure)).map((one) => one.post),
  ],
})

/** Nobody signed in may nothing. */
export const mayDossier = (actor: Actor | null, act: DossierAct, dossier: DossierFacts): boolean =>
  actor !== null && DOSSIER_RULES[act](actor, dossier)

export const mayOffice = (actor: Actor | null, act: OfficeAct): boolean => actor !== null && OFFICE_RULES[act](actor)
