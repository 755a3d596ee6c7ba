// The working calendars that a database holds, as the owner reads them on the command line.
import type { OwnerStore } from './owner.ts'

export const storedCalendars = (store: OwnerStore, agency: string): Promise<{ calendar: string; data: unknown }[]> =>
  store.inSnapshot((db) =>
    db.selectFrom('working_calendar').select(['calendar', 'data']).where('agency', '=', agency).execute(),
  )
