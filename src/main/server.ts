// Serves the pages over HTTP until it is told to stop, and lets running requests finish.
import type { Server } from 'node:http'
import { serve } from '@hono/node-server'
import { createApp } from '../web/app.tsx'
import { buildAssets } from './build.ts'
import type { Office } from './wiring.ts'

export type Serving = { port: number; stop: () => Promise<void> }

const GRACE_MS = 10_000

export const startServer = async (office: Office, at: { host: string; port: number }): Promise<Serving> => {
  let port = at.port
  const services = await office.services(await buildAssets(), () => port)
  const app = createApp(services)
  const server = await new Promise<Server>((resolve, reject) => {
    const made = serve({ fetch: app.fetch, hostname: at.host, port: at.port }, (info) => {
      port = info.port
      resolve(made as Server)
    })
    made.once('error', reject)
  })
  server.requestTimeout = 120_000
  const stop = async () => {
    // Open pages hold a stream of news: it ends first, or it would keep the server until its grace time is over.
    await services.live.close()
    await stopServer(server)
  }
  return { port, stop }
}

/** Open streams would keep it for ever: idle connections go at once, the rest after a grace time. */
const stopServer = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    const force = setTimeout(() => server.closeAllConnections(), GRACE_MS)
    server.close(() => {
      clearTimeout(force)
      resolve()
    })
    server.closeIdleConnections()
  })
