// The pages of letter texts; fixed addresses before those that name a kind.
import type { Services } from '../../services.ts'
import type { App } from '../../visitor.ts'
import { letterTemplateCompareRoute } from './compare-page.tsx'
import { letterEditionRoutes } from './edition-page.tsx'
import { letterEditorRoutes } from './editor-routes.ts'
import { letterTemplateKindRoutes } from './kind-page.tsx'
import { letterTemplateListRoute } from './list-page.tsx'
import { newLetterTemplateRoutes } from './new-page.tsx'

export const letterTemplateRoutes = (app: App, services: Services): void => {
  letterTemplateListRoute(app, services)
  newLetterTemplateRoutes(app, services)
  letterTemplateCompareRoute(app, services)
  letterEditionRoutes(app, services)
  letterEditorRoutes(app, services)
  letterTemplateKindRoutes(app, services)
}
