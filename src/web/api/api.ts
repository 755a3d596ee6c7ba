// The machine interface: every address by its noun, and the description made from them.
import type { Services } from '../services.ts'
import type { App } from '../visitor.ts'
import type { Endpoint } from './endpoint.ts'
import { API, languageOf, mountEndpoints } from './mount.ts'
import { filingEndpoints } from './nouns/filing.ts'
import { meEndpoints } from './nouns/me.ts'
import { procedureEndpoints } from './nouns/procedures.ts'
import { taskEndpoints } from './nouns/tasks.ts'
import { uploadEndpoints } from './nouns/uploads.ts'
import { openApi } from './openapi.ts'

const ENDPOINTS: readonly Endpoint[] = [
  ...procedureEndpoints,
  ...uploadEndpoints,
  ...filingEndpoints,
  ...taskEndpoints,
  ...meEndpoints,
]

export const apiRoutes = (app: App, services: Services): void => {
  const docs = ENDPOINTS.map(({ doc }) => doc)
  app.get(`${API}/openapi.json`, (c) => {
    c.header('vary', 'Accept-Language')
    c.header('access-control-allow-origin', '*')
    return c.json(openApi(docs, { language: languageOf(c), version: services.version }))
  })
  mountEndpoints(app, services, ENDPOINTS)
}
