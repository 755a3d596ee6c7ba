// For machines: is the process alive (/healthz), and can it do its work (/readyz)?
import type { Services } from '../services.ts'
import type { App } from '../visitor.ts'

export const healthRoutes = (app: App, services: Services): void => {
  app.get('/healthz', (c) => c.json({ ok: true, version: services.version }))
  app.get('/readyz', async (c) => {
    const isReady = await services.isReady().catch(() => false)
    return c.json({ ok: isReady }, isReady ? 200 : 503)
  })
}
