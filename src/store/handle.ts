// One write: load, decide, commit. If the dossier moved meanwhile, it is read and decided anew, up to three times.

import type { LivingOffice } from '../core/agency/catalogue.ts'
import { agencyRules } from '../core/agency/rules.ts'
import { type Instant, inZone } from '../core/clock/instant.ts'
import type { Command, Context, Refusal } from '../core/dossier/commands.ts'
import { refuse } from '../core/dossier/commands.ts'
import { decide } from '../core/dossier/decide.ts'
import type { Dossier } from '../core/dossier/dossier.ts'
import type { By, Event } from '../core/dossier/events.ts'
import { evolve, fold } from '../core/dossier/evolve.ts'
import { project } from '../core/dossier/project.ts'
import { reactions } from '../core/dossier/reactions.ts'
import { taskMark } from '../core/dossier/task-mark.ts'
import type { TemplateFiling } from '../core/paper/classification.ts'
import { templateFor } from '../core/paper/letter-templates.ts'
import type { Procedure } from '../core/procedure/schema.ts'
import type { Store } from './connect.ts'
import type { DossierRecord } from './dossiers.ts'
import { AS_SEEN } from './living.ts'
import { type Answer, loadForCommand } from './load.ts'

export type Handler = {
  store: Store
  now: () => Instant
  newId: () => string
  /** An agency as it is now; `changes` says what was read beside the dossier, so that nothing is asked twice. */
  officeOf: (agency: string, now: Instant, changes: string) => Promise<LivingOffice>
  /** The very edition a dossier runs on. */
  procedureOf: (agency: string, procedure: string, edition: string) => Promise<Procedure>
  /** What the text of a letter says about its filing. */
  filingOf?: (source: string) => TemplateFiling
  /** What keeps a letter from being printed is told before anything is committed. */
  judgeLetters?: (decided: Decided) => Promise<{ ok: false; refusal: Refusal } | null>
}

export type Decided = {
  agency: string
  procedure: Procedure
  before: Dossier | null
  events: readonly Event[]
  now: Instant
}

export type Order = {
  agency: string
  dossier: string
  by: By
  command: Command
  /** The same key is answered alike and done once. */
  key: string
  /** What the key was made for: used again for something else, it is refused. */
  fingerprint?: string
  /** The task as whoever acts has seen it (`taskMark`): when it has changed since, they are told instead. */
  seen?: { task: string; mark: string }
  /** The dossier as whoever asks has just read it to judge by: decided upon first, so that it is not read twice. */
  known?: DossierRecord
  /** Only for a submit: what the new dossier runs on. */
  edition?: { procedure: string; edition: string }
}

export type Handled =
  | { ok: true; dossier: string; version: number; number: string; isRepeated: boolean }
  | { ok: false; refusal: Refusal }

type Committed = { done?: Answer; repeated?: Answer; conflict?: number }

const TRIES = 3

export const handle = async (handler: Handler, order: Order): Promise<Handled> => {
  // Only what is committed counts: the commit looks at version and key itself. All else is decided on a fresh reading.
  const quick = order.known ? await attempt(handler, order, { ...order.known, changes: AS_SEEN }) : null
  if (quick?.ok && !quick.isRepeated) return quick
  for (let tries = 0; tries < TRIES; tries += 1) {
    const handled = await tryOnce(handler, order)
    if (handled) return handled
  }
  return refuse(
    'not-open',
    'Berkas ini sedang ramai diubah. Tunggu sebentar lalu kirim lagi.',
    'This dossier is being changed by others right now. Wait a moment and send again.',
  )
}

/** @returns null when somebody else committed in between */
const tryOnce = async (handler: Handler, order: Order): Promise<Handled | null> => {
  if (!UUID.test(order.dossier)) return notFound()
  const { agency, dossier: id, key, command } = order
  const client = command.type === 'submit' ? command.client : null
  const { dossier, clientName, answered, changes } = await loadForCommand(handler.store.pool, {
    agency,
    dossier: id,
    key,
    client,
  })
  if (answered) return repeated(order, answered)
  const edition = dossier ?? order.edition
  if (!edition) return notFound()
  const before = dossier ? fold(id, dossier.events) : null
  return attempt(handler, order, { ...edition, clientName, dossier: before, changes })
}

type Standing = {
  procedure: string
  edition: string
  clientName: string | null
  dossier: Dossier | null
  changes: string | undefined
}

/** @returns null when somebody else committed in between */
const attempt = async (
  handler: Handler,
  order: Order,
  { procedure: name, edition, clientName, dossier: before, changes }: Standing,
): Promise<Handled | null> => {
  const now = handler.now()
  const office = await handler.officeOf(order.agency, now, changes ?? AS_SEEN)
  const procedure = await handler.procedureOf(order.agency, name, edition)
  if (before && hasChanged(before, order.seen)) return changedMeanwhile()
  const target = await targetOf(handler, order, name)
  const context = { ...contextOf(handler, order, { office, now }), ...(target ? { target } : {}) }
  const decided = decide(procedure, before, order.command, context)
  if (!decided.ok) return decided
  if (decided.events.length === 0)
    return done({ dossier: order.dossier, version: before?.version ?? 0, number: before?.number ?? '' }, true)
  const { events } = decided
  const misprint = await handler.judgeLetters?.({ agency: order.agency, procedure, before, events, now })
  if (misprint) return misprint
  const committed = await commit(handler, order, {
    before,
    // Its rows are those of the edition that it is on afterwards.
    procedure: target ?? procedure,
    clientName,
    events: decided.events,
    numbers: decided.numbers,
    office,
    now,
  })
  if (committed.repeated) return repeated(order, committed.repeated)
  return committed.done ? done(committed.done, false) : null
}

/** The edition that a dossier is to be moved to. */
const targetOf = async (handler: Handler, { agency, command }: Order, name: string): Promise<Procedure | null> =>
  command.type === 'move-edition' ? handler.procedureOf(agency, name, command.edition) : null

const contextOf = (
  handler: Handler,
  order: Order,
  { office, now }: { office: LivingOffice; now: Instant },
): Context => {
  const today = inZone(now, office.agency.zone).toPlainDate()
  const agency = agencyRules(office.agency, today)
  const filingOf = (letter: string): TemplateFiling => {
    const text = templateFor(office.letterTemplates ?? [], letter, today.toString())
    return (text && handler.filingOf?.(text.source)) ?? {}
  }
  return { now, today: today.toString(), by: order.by, newId: handler.newId, agency, office, filingOf }
}

type Change = {
  before: Dossier | null
  procedure: Procedure
  clientName: string | null
  events: Event[]
  numbers: unknown[]
  office: LivingOffice
  now: Instant
}

const commit = async (
  handler: Handler,
  order: Order,
  { before, procedure, events, numbers, office, now, ...loaded }: Change,
): Promise<Committed> => {
  const after = events.reduce<Dossier | null>((state, event) => evolve(order.dossier, state, event), before)
  if (!after) throw new Error('A decision without events cannot be committed')
  const clientName = loaded.clientName ?? after.client
  const rows = project({ agency: order.agency, procedure, office, clientName, before, after, events, now })
  const jobs = reactions(order.agency, after, events)
  const change = { ...rows, events, numbers, jobs, fingerprint: order.fingerprint ?? null }
  const result = await handler.store.pool.query<{ committed: Committed }>({
    name: 'commit_transition',
    text: 'select commit_transition($1, $2, $3, $4, $5) as committed',
    values: [order.agency, order.dossier, before?.version ?? 0, order.key, JSON.stringify(change)],
  })
  const committed = result.rows[0]?.committed ?? {}
  if (committed.done) handler.store.tell(order.agency, rows.posts)
  return committed
}

const done = ({ dossier, version, number }: Answer, isRepeated: boolean): Handled => ({
  ok: true,
  dossier,
  version,
  number,
  isRepeated,
})

const repeated = ({ fingerprint }: Order, answer: Answer): Handled =>
  fingerprint !== undefined && answer.fingerprint !== undefined && answer.fingerprint !== fingerprint
    ? refuse(
        'key-reused',
        'Kunci ini sudah dipakai untuk perintah lain. Pakai kunci baru untuk setiap perintah.',
        'This key was used for another command before. Use a new key for every command.',
      )
    : done(answer, true)

const hasChanged = (dossier: Dossier, seen: Order['seen']): boolean =>
  seen !== undefined && taskMark(dossier, seen.task) !== seen.mark

const changedMeanwhile = (): { ok: false; refusal: Refusal } =>
  refuse(
    'changed-meanwhile',
    'Tugas ini sudah berubah sejak Anda melihatnya. Lihat lagi, lalu putuskan.',
    'This task has changed since you saw it. Look at it again, then decide.',
  )

const notFound = (): { ok: false; refusal: Refusal } =>
  refuse('not-open', 'Berkas tidak ditemukan.', 'There is no such dossier.')

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
