// The connections of the queue, which outlive whatever happens to the line.
import pg from 'pg'
import type { Log } from './log.ts'

export const openQueuePool = (databaseUrl: string, log: Log): pg.Pool => {
  // The driver hangs the whole connection on the error.
  const lost = ({ message }: Error): void => log.warn({ reason: message }, 'queue connection lost')
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 6, application_name: 'mipp_queue' })
  pool.on('error', () => undefined)
  pool.on('connect', (client) => {
    client.on('error', lost)
    forgiveSecondRelease(client)
  })
  return pool
}

/**
 * A queue that ends in the very moment in which its line breaks gives the connection back twice, and nobody could catch
 * what the pool says to that: it would end the process.
 */
const forgiveSecondRelease = (client: pg.PoolClient): void => {
  let release: pg.PoolClient['release'] = () => undefined
  // The pool sets it anew each time it gives the connection away.
  Object.defineProperty(client, 'release', {
    get: () => release,
    set: (giveBack: pg.PoolClient['release']) => {
      let isBack = false
      release = (error) => {
        if (isBack) return
        isBack = true
        giveBack(error)
      }
    },
  })
}
