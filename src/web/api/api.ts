// The machine interface: its addresses, and the description made from them.
import { askedLanguage } from '../request/language.ts'
import type { Services } from '../services.ts'
import type { Lang } from '../ui/masthead.tsx'
import type { App } from '../visitor.ts'
import { ENDPOINTS } from './endpoints.ts'
import { API, mountEndpoints } from './mount.ts'
import { openApi } from './openapi.ts'

export const apiRoutes = (app: App, services: Services): void => {
  const docs = ENDPOINTS.map(({ doc }) => doc)
  // Making it takes some dozens of milliseconds, and it stays the same as long as the program runs.
  const made = new Map<Lang, string>()
  const descriptionIn = (language: Lang): string => {
    const known = made.get(language) ?? JSON.stringify(openApi(docs, { language, version: services.version }))
    made.set(language, known)
    return known
  }
  app.get(`${API}/openapi.json`, (c) => {
    c.header('vary', 'Accept-Language')
    c.header('access-control-allow-origin', '*')
    return c.body(descriptionIn(askedLanguage(c)), 200, { 'content-type': 'application/json' })
  })
  mountEndpoints(app, services, ENDPOINTS)
}
