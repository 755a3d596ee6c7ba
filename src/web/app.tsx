// The web application: who is asking, what was sent, which page answers, and a plain page when something breaks.
import { Hono } from 'hono'
import { isHeld } from '../adapters/files/held.ts'
import { apiRoutes } from './api/api.ts'
import { assetRoutes } from './pages/assets.ts'
import { faultPage } from './pages/fault.tsx'
import { healthRoutes } from './pages/health.ts'
import { heldPage, notFoundPage } from './pages/message.tsx'
import { compressed } from './request/compress.ts'
import { securityHeaders } from './request/headers.ts'
import { logFault, loggedPath } from './request/log-fault.ts'
import { readPosted } from './request/posted.ts'
import { visit } from './request/visit.ts'
import { routes } from './routes.ts'
import type { Services } from './services.ts'
import type { App, WebEnv } from './visitor.ts'

export const createApp = (services: Services): App => {
  const app: App = new Hono<WebEnv>()
  app.use(async (c, next) => {
    c.set('requestId', services.newId())
    const begun = performance.now()
    await next()
    const { method } = c.req
    // Nobody reads it: left alone it would hold its file or its subscription for ever.
    if (method === 'HEAD') await c.res.body?.cancel()
    const path = loggedPath(c.req.path)
    const log = {
      requestId: c.get('requestId'),
      method,
      path,
      status: c.res.status,
      // To the microsecond: the quick pages take less than one millisecond.
      ms: Math.round((performance.now() - begun) * 1000) / 1000,
    }
    if (!path.startsWith('/assets/') && !path.endsWith('z')) services.log.info(log, 'request')
  })
  app.use(compressed())
  app.use(securityHeaders(services.secureCookies))
  healthRoutes(app, services)
  assetRoutes(app, services)
  apiRoutes(app, services)
  app.use(visit(services))
  app.use(readPosted(services))
  for (const add of routes) add(app, services)
  app.notFound((c) => (c.get('visitor') ? notFoundPage(c, services) : c.text('Not found', 404)))
  app.onError((error, c) => {
    if (isHeld(error) && c.get('visitor')) return heldPage(c, services, error.hold)
    logFault(c, services, error)
    if (c.get('visitor')) return faultPage(c, services, error)
    return c.text(`MIPP: layanan sedang terganggu / service disturbed (${c.get('requestId')})`, 503)
  })
  return app
}
