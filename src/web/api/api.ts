// The machine interface: its addresses, and the description made from them.
import { askedLanguage } from '../request/language.ts'
import type { Services } from '../services.ts'
import type { App } from '../visitor.ts'
import { ENDPOINTS } from './endpoints.ts'
import { API, mountEndpoints } from './mount.ts'
import { openApi } from './openapi.ts'

export const apiRoutes = (app: App, services: Services): void => {
  const docs = ENDPOINTS.map(({ doc }) => doc)
  app.get(`${API}/openapi.json`, (c) => {
    c.header('vary', 'Accept-Language')
    c.header('access-control-allow-origin', '*')
    return c.json(openApi(docs, { language: askedLanguage(c), version: services.version }))
  })
  mountEndpoints(app, services, ENDPOINTS)
}
