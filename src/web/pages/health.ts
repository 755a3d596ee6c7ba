// For machines: is the process alive (/healthz), and can it do its work (/readyz)?
import type { Services } from '../services.ts'
import type { App } from '../visitor.ts'

export const healthRoutes = (app: App, services: Services): void => {
  app.get('/healthz', (c) => c.json({ ok: true, version: services.version }))
  app.get('/readyz', async (c) => {
    const isReady = await services.isReady().catch(() => false)
    if (!isReady) return c.json({ ok: false, why: 'database' }, 503)
    const isOutdated = await services.isOutdated().catch(() => false)
    return isOutdated ? c.json({ ok: false, why: 'outdated' }, 503) : c.json({ ok: true })
  })
}
