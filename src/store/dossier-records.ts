// Dossiers as the owner of the installation reads them on the command line: over all agencies, nothing narrowed by secrecy.
import type { Instant } from '../core/clock/instant.ts'
import type { Status } from '../core/dossier/dossier.ts'
import type { Event } from '../core/dossier/events.ts'
import type { OwnerStore } from './owner.ts'

export type DossierRow = {
  agency: string
  dossier: string
  number: string
  procedure: string
  edition: string
  client: string
  status: string
  subject: string
  secrecy: string | null
  urgency: string | null
  agendaNumber: string | null
  submittedAt: Instant
  endedAt: Instant | null
  dueAt: Instant | null
  version: number
}

export type DossierFilter = { agency?: string; status?: Status; procedure?: string; limit: number }

/** The newest first. */
export const listDossiers = (
  store: OwnerStore,
  { agency, status, procedure, limit }: DossierFilter,
): Promise<DossierRow[]> =>
  store.inSnapshot((db) =>
    db
      .selectFrom('dossier')
      .select(COLUMNS)
      .$if(agency !== undefined, (query) => query.where('agency', '=', agency ?? ''))
      .$if(status !== undefined, (query) => query.where('status', '=', status ?? 'open'))
      .$if(procedure !== undefined, (query) => query.where('procedure', '=', procedure ?? ''))
      .orderBy('submitted_at', 'desc')
      .orderBy('dossier')
      .limit(limit)
      .execute(),
  )

const COLUMNS = [
  'agency',
  'dossier',
  'number',
  'procedure',
  'edition',
  'client',
  'status',
  'subject',
  'secrecy',
  'urgency',
  'agenda_number as agendaNumber',
  'submitted_at as submittedAt',
  'ended_at as endedAt',
  'due_at as dueAt',
  'version',
] as const

export type DossierTask = {
  step: string
  kind: string
  posts: string[]
  forApplicant: boolean
  openedAt: Instant
  dueAt: Instant | null
  closedAt: Instant | null
  outcome: string | null
}

export type DossierPaper = { paper: string; kind: string; name: string; number: string | null; sha256: string }

export type DossierDetail = DossierRow & {
  trackingCode: string
  channel: string
  headHash: string
  tasks: DossierTask[]
  papers: DossierPaper[]
}

/** @param wanted its number or its identity; two agencies may have the same number */
export const findDossiers = (store: OwnerStore, wanted: string, agency?: string): Promise<DossierDetail[]> =>
  store.inSnapshot(async (db) => {
    const rows = await db
      .selectFrom('dossier')
      .select([...COLUMNS, 'tracking_code as trackingCode', 'channel', 'head_hash as headHash'])
      .where((test) => (UUID.test(wanted) ? test('dossier', '=', wanted) : test('number', '=', wanted)))
      .$if(agency !== undefined, (query) => query.where('agency', '=', agency ?? ''))
      .orderBy('agency')
      .execute()
    const found: DossierDetail[] = []
    for (const row of rows) {
      const tasks = await db
        .selectFrom('task')
        .select([
          'step',
          'kind',
          'posts',
          'for_applicant as forApplicant',
          'opened_at as openedAt',
          'due_at as dueAt',
          'closed_at as closedAt',
          'outcome',
        ])
        .where('agency', '=', row.agency)
        .where('dossier', '=', row.dossier)
        .orderBy('opened_at')
        .orderBy('task')
        .execute()
      const papers = await db
        .selectFrom('paper')
        .select(['paper', 'kind', 'name', 'number', 'sha256'])
        .where('agency', '=', row.agency)
        .where('dossier', '=', row.dossier)
        .orderBy('filed_at')
        .orderBy('paper')
        .execute()
      found.push({ ...row, tasks, papers })
    }
    return found
  })

export type EventRow = {
  seq: number
  at: Instant
  type: string
  /** Nothing when it was destroyed by law. */
  payload: unknown
  hash: string
}

export const eventsOf = (
  store: OwnerStore,
  { agency, dossier }: Pick<DossierRow, 'agency' | 'dossier'>,
): Promise<EventRow[]> =>
  store.inSnapshot(async (db) => {
    const rows = await db
      .selectFrom('event')
      .select(['seq', 'at', 'type', 'payload', 'hash'])
      .where('agency', '=', agency)
      .where('dossier', '=', dossier)
      .orderBy('seq')
      .execute()
    return rows.map((row) => ({ ...row, payload: row.payload === null ? null : readable(row.payload) }))
  })

/** To be folded; null where a payload has been destroyed or spoilt, so that nothing can be said of the dossier any more. */
export const historyOf = async (
  store: OwnerStore,
  one: Pick<DossierRow, 'agency' | 'dossier'>,
): Promise<Event[] | null> => {
  const payloads = (await eventsOf(store, one)).map(({ payload }) => payload)
  return payloads.every((payload) => typeof payload === 'object' && payload !== null) ? (payloads as Event[]) : null
}

/** A payload that somebody has spoilt is shown as it is. */
const readable = (payload: string): unknown => {
  try {
    return JSON.parse(payload)
  } catch {
    return payload
  }
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
