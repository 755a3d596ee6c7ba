// Tells open pages that work has arrived: one LISTEN for all browsers of this process.
import pg from 'pg'
import { z } from 'zod'

export type Live = {
  /** `gone` is told once, when the process closes. @returns a function that ends the subscription */
  subscribe: (agency: string, posts: readonly string[], tell: () => void, gone?: () => void) => () => void
  close: () => Promise<void>
}

const news = z.object({ agency: z.string(), posts: z.array(z.string()) })

type Listener = { agency: string; posts: readonly string[]; tell: () => void; gone: () => void }

/** Listens on its own connection and comes back after the database was away. */
export const startLive = async (url: string, onFault: (error: Error) => void): Promise<Live> => {
  const listeners = new Set<Listener>()
  let client: pg.Client | null = null
  let retry: NodeJS.Timeout | null = null
  let isClosed = false

  const hear = (payload: string | undefined) => {
    const parsed = news.safeParse(JSON.parse(payload ?? 'null'))
    if (!parsed.success) return
    for (const listener of listeners) {
      if (listener.agency === parsed.data.agency && listener.posts.some((post) => parsed.data.posts.includes(post)))
        listener.tell()
    }
  }
  const lost = (error: Error) => {
    if (isClosed) return
    onFault(error)
    if (retry) return
    client?.removeAllListeners('end')
    client = null
    retry = setTimeout(() => {
      retry = null
      void connect()
    }, 1_000)
  }
  const connect = async (): Promise<void> => {
    const fresh = new pg.Client({ connectionString: url, options: '-c role=mipp_app', application_name: 'mipp_live' })
    fresh.on('error', lost)
    try {
      await fresh.connect()
      await fresh.query('listen mipp')
      fresh.on('notification', (message) => hear(message.payload))
      fresh.on('end', () => lost(new Error('The connection for live news ended')))
      client = fresh
      // Whatever came while the line was down is not told again: everybody looks once.
      for (const listener of listeners) listener.tell()
    } catch (error) {
      lost(error instanceof Error ? error : new Error(String(error)))
    }
  }
  await connect()
  return {
    subscribe: (agency, posts, tell, gone = () => undefined) => {
      const listener = { agency, posts, tell, gone }
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    close: async () => {
      isClosed = true
      for (const listener of listeners) listener.gone()
      if (retry) clearTimeout(retry)
      const open = client
      client = null
      await open?.end().catch(() => undefined)
    },
  }
}
