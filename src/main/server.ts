// Serves the pages over HTTP until it is told to stop, and lets running requests finish.
import type { Server } from 'node:http'
import { serve } from '@hono/node-server'
import { createApp } from '../web/app.tsx'
import { buildAssets } from './build.ts'
import type { Office } from './wiring.ts'

export type Serving = { port: number; stop: () => Promise<void> }

const GRACE_MS = 10_000

/** How long the server waits for a request, in ms: nobody keeps a line by dripping bytes into it. */
export type Patience = { headersMs: number; requestMs: number; lookMs: number }

/** Ten megabytes over a weak mobile line (270 kbit/s) still come through. */
const PATIENCE: Patience = { headersMs: 20_000, requestMs: 300_000, lookMs: 5_000 }

type At = { host: string; port: number; patience?: Patience }

export const startServer = async (office: Office, at: At): Promise<Serving> => {
  let port = at.port
  const services = await office.services(await buildAssets(), () => port)
  const app = createApp(services)
  const { headersMs, requestMs, lookMs } = at.patience ?? PATIENCE
  const serverOptions = {
    headersTimeout: headersMs,
    requestTimeout: requestMs,
    connectionsCheckingInterval: lookMs,
  }
  const server = await new Promise<Server>((resolve, reject) => {
    const made = serve({ fetch: app.fetch, hostname: at.host, port: at.port, serverOptions }, (info) => {
      port = info.port
      resolve(made as Server)
    })
    made.once('error', reject)
  })
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
