// The files of a report that somebody without an account is writing; what they type is kept nowhere until it is sent.
import type { Instant } from '../core/clock/instant.ts'
import type { Store } from './connect.ts'
import { type DraftFile, keptFiles } from './drafts.ts'

/** `report` becomes the identity of the dossier; only the browser that `holder` stands for reaches it. */
export type ReportKey = { report: string; holder: string }

export const reportFiles = (store: Store, agency: string, { report, holder }: ReportKey): Promise<DraftFile[]> =>
  store.inAgency(agency, async (db) => {
    const row = await db
      .selectFrom('report_form')
      .select('files')
      .where('agency', '=', agency)
      .where('report', '=', report)
      .where('holder', '=', holder)
      .executeTakeFirst()
    return row ? keptFiles.parse(row.files) : []
  })

type Keeping = { key: ReportKey; procedure: string; files: readonly DraftFile[]; now: Instant }

/** Of a report that another browser writes nothing changes. */
export const keepReportFiles = (store: Store, agency: string, { key, procedure, files, now }: Keeping): Promise<void> =>
  store.inAgency(agency, async (db) => {
    const kept = JSON.stringify(files)
    await db
      .insertInto('report_form')
      .values({ agency, ...key, procedure, files: kept, updated_at: now })
      .onConflict((conflict) =>
        conflict
          .columns(['agency', 'report'])
          .doUpdateSet({ files: kept, updated_at: now })
          .where('report_form.holder', '=', key.holder),
      )
      .execute()
  })

export const dropReportForm = (store: Store, agency: string, { report, holder }: ReportKey): Promise<void> =>
  store.inAgency(agency, async (db) => {
    await db
      .deleteFrom('report_form')
      .where('agency', '=', agency)
      .where('report', '=', report)
      .where('holder', '=', holder)
      .execute()
  })
