// The pages of the organisation, each with its addresses.
import type { Services } from '../../services.ts'
import type { App } from '../../visitor.ts'
import { chartRoute } from './chart.tsx'
import { clientRoutes } from './clients-page.tsx'
import { filesRoutes } from './files-page.tsx'
import { holdersRoute } from './holders-page.tsx'
import { journalRoute } from './journal-page.tsx'
import { postRoutes } from './post-page.tsx'
import { substituteRoutes } from './substitutes-page.tsx'
import { unitRoutes } from './unit-page.tsx'

export const organisationRoutes = (app: App, services: Services): void => {
  for (const routes of [
    chartRoute,
    unitRoutes,
    postRoutes,
    clientRoutes,
    substituteRoutes,
    holdersRoute,
    filesRoutes,
    journalRoute,
  ])
    routes(app, services)
}
