// All pages of the working calendar; the words of an address before the parts that vary.
import type { Services } from '../../services.ts'
import type { App } from '../../visitor.ts'
import { calendarExportRoutes } from './exports.ts'
import { calendarImportRoutes } from './import-page.tsx'
import { newCalendarRoutes } from './new-page.tsx'
import { calendarRowRoutes } from './row-page.tsx'
import { calendarUnitRoutes } from './units-page.tsx'
import { calendarRoute } from './year-page.tsx'

export const calendarRoutes = (app: App, services: Services): void => {
  calendarRoute(app, services)
  newCalendarRoutes(app, services)
  calendarUnitRoutes(app, services)
  calendarImportRoutes(app, services)
  calendarExportRoutes(app, services)
  calendarRowRoutes(app, services)
}
