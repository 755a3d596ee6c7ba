// For machines: is the process alive (/healthz), and can it do its work (/readyz)?
import { sealHealth } from '../../adapters/signing/seal-watch.ts'
import type { Services } from '../services.ts'
import type { App } from '../visitor.ts'

export const healthRoutes = (app: App, services: Services): void => {
  app.get('/healthz', (c) => c.json({ ok: true, version: services.version }))
  app.get('/readyz', async (c) => {
    const isReady = await services.isReady().catch(() => false)
    if (!isReady) return c.json({ ok: false, why: 'database' }, 503)
    const isOutdated = await services.isOutdated().catch(() => false)
    if (isOutdated) return c.json({ ok: false, why: 'outdated' }, 503)
    // A damaged paper or a seal that ends is for people to mend: the process does its work.
    const [files, scan, seals] = await Promise.all(
      [services.fileHealth(), services.scanHealth(), sealHealth(services)].map((one) => one.catch(() => null)),
    )
    return c.json({ ok: true, files, scan, seals })
  })
}
