// A unit or a post that moves may count by another calendar from then on: that is journalled, and open deadlines are computed anew.
import { MAIN_CALENDAR } from '../core/agency/catalogue.ts'
import type { Write } from '../core/organisation/change.ts'
import { journalCalendar } from './calendar-journal.ts'
import type { Reading } from './connect.ts'
import type { ChangedBy } from './organisation-journal.ts'

type Why = ChangedBy & { reason: string | null }

const NO_REASON = 'Susunan organisasi diubah'

/** Stands in the transaction of the change. */
export const recountAfter = async (db: Reading, agency: string, write: Write, why: Why): Promise<void> => {
  if (write.before === null || write.after === null) return
  const by = { ...why, reason: why.reason ?? NO_REASON }
  if (write.kind === 'unit') {
    const { before, after } = write
    if (before.calendar === after.calendar && before.superior === after.superior) return
    const unit = { unit: after.unit, before: before.calendar, after: after.calendar }
    await journalCalendar(db, agency, { calendar: after.calendar ?? MAIN_CALENDAR, detail: { unit } }, by)
  }
  if (write.kind === 'post') {
    const { before, after } = write
    if (before.unit === after.unit) return
    const post = { post: after.post, before: before.unit, after: after.unit }
    await journalCalendar(db, agency, { calendar: MAIN_CALENDAR, detail: { post } }, by)
  }
}
