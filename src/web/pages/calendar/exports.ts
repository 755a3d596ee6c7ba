// A calendar as files: a year of holidays as CSV, the whole of it as JSON; both can be imported again.
import type { Calendar } from '../../../core/clock/calendar.ts'
import type { Services } from '../../services.ts'
import type { App } from '../../visitor.ts'
import { notFoundPage } from '../message.tsx'
import { CALENDAR_PATH } from './address.ts'
import { calendarCsv } from './calendar-csv.ts'
import { forReaders, onCalendar } from './gate.ts'

export const calendarExportRoutes = (app: App, services: Services): void => {
  app.get(
    `${CALENDAR_PATH}/of/:calendar/:file{(\\d{4}\\.csv|all\\.json)}`,
    onCalendar(services, forReaders, (c, { own }) => {
      const file = c.req.param('file') ?? ''
      const year = /^(\d{4})\.csv$/.exec(file)?.[1]
      if (year !== undefined)
        return c.body(calendarCsv(own.data, Number(year), c.get('visitor').language), 200, {
          'content-type': 'text/csv; charset=utf-8',
          'content-disposition': `attachment; filename="${own.calendar}-${year}.csv"`,
        })
      if (file !== 'all.json') return notFoundPage(c, services)
      return c.body(jsonOf(own.label, own.data), 200, {
        'content-type': 'application/json; charset=utf-8',
        'content-disposition': `attachment; filename="${own.calendar}.json"`,
      })
    }),
  )
}

const jsonOf = (label: string, calendar: Calendar): string => `${JSON.stringify({ label, ...calendar }, null, 2)}\n`
