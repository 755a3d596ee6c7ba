// Gives jobs back to the queue that nobody works on although they are taken: the queue alone would wait for four hours.
import pg from 'pg'
import type { JobsInWork } from './jobs-in-work.ts'
import { takingOf } from './jobs-in-work.ts'
import type { Log } from './log.ts'

export type Watch = {
  /** Looks now, besides the regular looks. Whatever two looks in a row find abandoned is given back. */
  look: () => Promise<void>
  stop: () => Promise<void>
}

export type Watched = {
  url: string
  /** By the name that the queue writes on the jobs it takes. */
  worker: string
  inWork: JobsInWork
  log: Log
  everyMs?: number
}

/** Two looks are at most half a minute. */
const EVERY_MS = 15_000

/**
 * A living worker holds a lock of its own as its mark; the database lets go of it when the line to the process ends,
 * however that ended. The jobs of a worker without a mark are nobody's. So are jobs that stand under our own name and
 * that we never heard of: the line broke when the queue had just given them out.
 *
 * Nothing is given back at the first look: a worker may have no mark yet, and a job may still be on its way to us. No
 * clock is asked, so none can be wrong.
 */
export const watchAbandoned = async (watched: Watched): Promise<Watch> => {
  const { worker, log } = watched
  let client: pg.Client | null = null
  let before: ReadonlySet<string> = new Set()

  const lookOnce = async (): Promise<void> => {
    client ??= await mark(watched, () => {
      client = null
    })
    const found = await findAbandoned(client, watched)
    const again = (name: string): boolean => before.has(name)
    const dead = found.dead.filter((name) => again(name))
    const lost = found.lost.filter((job) => again(takingOf(job)))
    before = new Set([...found.dead, ...found.lost.map(takingOf)])
    if (dead.length > 0) {
      await client.query('select graphile_worker.force_unlock_workers($1::text[])', [dead])
      log.warn({ dead }, 'took back the jobs of a worker that died')
    }
    for (const job of lost) {
      await client.query(GIVE_BACK, [job.id, worker, job.attempts])
      log.warn({ job: job.id }, 'gave back a job that was taken when the line to the database broke')
    }
  }
  let looking = Promise.resolve()
  const look = (): Promise<void> => {
    looking = looking.then(lookOnce).catch((err: unknown) => log.warn({ err }, 'queue not watched'))
    return looking
  }

  await look()
  const timer = setInterval(() => void look(), watched.everyMs ?? EVERY_MS)
  return {
    look,
    stop: async () => {
      clearInterval(timer)
      await looking
      await client?.end().catch(() => undefined)
    },
  }
}

const mark = async ({ url, worker }: Watched, gone: () => void): Promise<pg.Client> => {
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

type Locked = { id: string; attempts: number }

const findAbandoned = async (
  client: pg.Client,
  { worker, inWork }: Watched,
): Promise<{ dead: string[]; lost: Locked[] }> => {
  const others = await client.query<{ worker: string }>(WITHOUT_MARK, [worker])
  const own = await client.query<Locked>(OWN, [worker])
  return { dead: others.rows.map((row) => row.worker), lost: inWork.strangersIn(own.rows) }
}

const MARK = 'mipp worker '

/** The lock is only tried for the length of the statement. */
const WITHOUT_MARK = `
  with taken as materialized (
    select distinct locked_by as worker from graphile_worker._private_jobs where locked_by <> $1
  )
  select worker from taken where pg_try_advisory_xact_lock(hashtextextended('${MARK}' || worker, 0))`

const OWN = `select id::text, attempts::integer from graphile_worker._private_jobs where locked_by = $1`

/** It was never begun, so it does not count as a try. */
const GIVE_BACK = `
  update graphile_worker._private_jobs set locked_at = null, locked_by = null, attempts = attempts - 1
  where id = $1::bigint and locked_by = $2 and attempts = $3`
