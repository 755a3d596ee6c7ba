// Gives jobs back to the queue whose worker has died with them: the queue alone would wait for four hours.
import pg from 'pg'
import type { Log } from './log.ts'

export type Watch = { stop: () => Promise<void> }

const EVERY_MS = 30_000
/** A worker that has just begun may not have its mark yet. */
const GRACE = '1 minute'

/**
 * A living worker holds a lock of its own as its mark; the database lets go of it when the line to the process ends,
 * however that ended. What such a lock is missing for is nobody's, and goes back.
 *
 * @param worker by the name that the queue writes on the jobs it takes
 */
export const watchAbandoned = async (url: string, worker: string, log: Log): Promise<Watch> => {
  let client: pg.Client | null = null
  let isStopped = false

  const look = async (): Promise<void> => {
    client ??= await mark(url, worker, () => {
      client = null
    })
    const { rows } = await client.query<{ worker: string }>(ABANDONED, [worker, GRACE])
    if (rows.length === 0) return
    const dead = rows.map((row) => row.worker)
    await client.query('select graphile_worker.force_unlock_workers($1::text[])', [dead])
    log.warn({ dead }, 'took back the jobs of a worker that died')
  }
  const lookAgain = (): Promise<void> => look().catch((err: unknown) => log.warn({ err }, 'queue not watched'))

  await lookAgain()
  const timer = setInterval(() => {
    if (!isStopped) void lookAgain()
  }, EVERY_MS)
  return {
    stop: async () => {
      isStopped = true
      clearInterval(timer)
      await client?.end().catch(() => undefined)
    },
  }
}

const mark = async (url: string, worker: string, gone: () => void): Promise<pg.Client> => {
  const client = new pg.Client({ connectionString: url, application_name: 'mipp_queue_watch' })
  client.on('error', gone)
  try {
    await client.connect()
    await client.query('select pg_advisory_lock(hashtextextended($1, 0))', [`${MARK}${worker}`])
    return client
  } catch (error) {
    await client.end().catch(() => undefined)
    throw error
  }
}

const MARK = 'mipp worker '

/** The lock is only tried for the length of the statement. */
const ABANDONED = `
  with taken as materialized (
    select distinct locked_by as worker from graphile_worker._private_jobs
    where locked_by <> $1 and locked_at < now() - $2::interval
  )
  select worker from taken where pg_try_advisory_xact_lock(hashtextextended('${MARK}' || worker, 0))`
