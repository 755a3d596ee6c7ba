// The machine interface: its addresses, and the description made from them.
import { askedLanguage } from '../request/language.ts'
import type { Services } from '../services.ts'
import type { App } from '../visitor.ts'
import { descriptionIn } from './description.ts'
import { ENDPOINTS } from './endpoints.ts'
import { API, mountEndpoints } from './mount.ts'

export const apiRoutes = (app: App, services: Services): void => {
  app.get(`${API}/openapi.json`, (c) => {
    c.header('vary', 'Accept-Language')
    c.header('access-control-allow-origin', '*')
    return c.json(descriptionIn(askedLanguage(c), services.version))
  })
  mountEndpoints(app, services, ENDPOINTS)
}
