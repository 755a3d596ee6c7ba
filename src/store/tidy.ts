// What has served its time is forgotten: sessions, one-time links, counts of tries, parked forms, drafts nobody touched,
// uploads of programs.
import type { Instant } from '../core/clock/instant.ts'
import type { Reading, Store } from './connect.ts'
import { PARKED_DAYS } from './parked-forms.ts'

/** So long a dossier begun but never sent in is kept; the list of drafts says so. */
export const DRAFT_DAYS = 180
/** So long it can still be said whose session it was, for giving back what was typed into it. */
export const SESSION_DAYS = 30
const LINK_DAYS = 1
/** A report without an account is written in one sitting. */
const REPORT_DAYS = 1
/** A file is sent first and named by its form right after. */
export const UPLOAD_DAYS = 1
/** So long it can be seen what a program was told. */
const DELIVERY_DAYS = 90
/** No window of tries is longer than a day. */
const COUNT_DAYS = 2

export type Tidied = {
  sessions: number
  links: number
  counts: number
  parked: number
  drafts: number
  uploads: number
  /** Begun, and never added to again. */
  arriving: number
  reports: number
  /** Told of work that is done meanwhile: they count as read. */
  notices: number
  deliveries: number
}

/** @returns how many rows of each kind went */
export const tidyRows = (store: Store, agency: string, now: Instant): Promise<Tidied> =>
  store.inAgency(agency, async (db) => ({
    sessions: await forgetSessions(db, agency, daysBefore(now, SESSION_DAYS)),
    links: await forgetLinks(db, agency, daysBefore(now, LINK_DAYS)),
    counts: await forgetCounts(db, agency, daysBefore(now, COUNT_DAYS)),
    parked: await forgetParked(db, agency, daysBefore(now, PARKED_DAYS)),
    drafts: await forgetDrafts(db, agency, daysBefore(now, DRAFT_DAYS)),
    uploads: await forgetUploads(db, agency, daysBefore(now, UPLOAD_DAYS)),
    arriving: await forgetArriving(db, agency, daysBefore(now, UPLOAD_DAYS)),
    reports: await forgetReports(db, agency, daysBefore(now, REPORT_DAYS)),
    notices: await settleNotices(db, agency, now),
    deliveries: await forgetDeliveries(db, agency, daysBefore(now, DELIVERY_DAYS)),
  }))

/** Files of any agency, by their SHA-256. @returns those that some row still refers to */
export const filesInUse = async (store: Store, files: readonly string[]): Promise<Set<string>> => {
  const { rows } = await store.pool.query<{ file: string }>('select files_in_use($1::text[]) as file', [files])
  return new Set(rows.map(({ file }) => file))
}

export const daysBefore = (now: Instant, days: number): Instant =>
  new Date(Date.parse(now) - days * 24 * 3_600_000).toISOString()

const forgetSessions = (db: Reading, agency: string, before: Instant): Promise<number> =>
  db
    .deleteFrom('session')
    .where('agency', '=', agency)
    .where((or) => or.or([or('ended_at', '<', before), or('expires_at', '<', before)]))
    .executeTakeFirst()
    .then(deleted)

const forgetLinks = (db: Reading, agency: string, before: Instant): Promise<number> =>
  db
    .deleteFrom('account_token')
    .where('agency', '=', agency)
    .where((or) => or.or([or('used_at', '<', before), or('expires_at', '<', before)]))
    .executeTakeFirst()
    .then(deleted)

const forgetCounts = (db: Reading, agency: string, before: Instant): Promise<number> =>
  db
    .deleteFrom('rate_count')
    .where('agency', '=', agency)
    .where('window_start', '<', before)
    .executeTakeFirst()
    .then(deleted)

const forgetParked = (db: Reading, agency: string, before: Instant): Promise<number> =>
  db
    .deleteFrom('parked_form')
    .where('agency', '=', agency)
    .where('parked_at', '<', before)
    .executeTakeFirst()
    .then(deleted)

const forgetDrafts = (db: Reading, agency: string, before: Instant): Promise<number> =>
  db.deleteFrom('draft').where('agency', '=', agency).where('updated_at', '<', before).executeTakeFirst().then(deleted)

/** Only the name under which it lay ready goes: a paper made of it has its own row. */
const forgetUploads = (db: Reading, agency: string, before: Instant): Promise<number> =>
  db.deleteFrom('upload').where('agency', '=', agency).where('at', '<', before).executeTakeFirst().then(deleted)

const forgetArriving = (db: Reading, agency: string, before: Instant): Promise<number> =>
  db
    .deleteFrom('upload_arriving')
    .where('agency', '=', agency)
    .where('touched_at', '<', before)
    .executeTakeFirst()
    .then(deleted)

/** Begun and never sent: its files are nobody's any more. */
const forgetReports = (db: Reading, agency: string, before: Instant): Promise<number> =>
  db
    .deleteFrom('report_form')
    .where('agency', '=', agency)
    .where('updated_at', '<', before)
    .executeTakeFirst()
    .then(deleted)

const settleNotices = (db: Reading, agency: string, now: Instant): Promise<number> =>
  db
    .updateTable('notice')
    .set({ read_at: now })
    .where('agency', '=', agency)
    .where('read_at', 'is', null)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('task')
          .select('task.task')
          .whereRef('task.agency', '=', 'notice.agency')
          .whereRef('task.task', '=', 'notice.task')
          .where('task.closed_at', 'is not', null),
      ),
    )
    .executeTakeFirst()
    .then(({ numUpdatedRows }) => Number(numUpdatedRows))

/** What waits is kept, however long its program has been off. */
const forgetDeliveries = (db: Reading, agency: string, before: Instant): Promise<number> =>
  db
    .deleteFrom('webhook_delivery')
    .where('agency', '=', agency)
    .where('made_at', '<', before)
    .where('state', '<>', 'waiting')
    .executeTakeFirst()
    .then(deleted)

const deleted = ({ numDeletedRows }: { numDeletedRows: bigint }): number => Number(numDeletedRows)
