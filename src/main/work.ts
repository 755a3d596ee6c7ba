// Runs the queue: graphile-worker takes jobs, each gets the tools of the office.
import { EventEmitter } from 'node:events'
import { Logger as LoggerClass, type Runner, run, type TaskList, type WorkerEvents } from 'graphile-worker'
import pg from 'pg'
import { jobs } from '../jobs/tasks.ts'
import type { JobTools } from '../jobs/tools.ts'
import { watchAbandoned } from './abandoned-jobs.ts'
import type { Log } from './log.ts'

export type Working = { stop: () => Promise<void> }

/** Half past midnight in Jakarta, when the day before is complete everywhere in the country. */
const CRONTAB = '30 17 * * * seal-day ?max=3'

export const startWork = async (databaseUrl: string, tools: JobTools, log: Log): Promise<Working> => {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 6, application_name: 'mipp_queue' })
  pool.on('error', (err) => log.warn({ err }, 'queue connection lost'))
  pool.on('connect', (client) => client.on('error', (err) => log.warn({ err }, 'queue connection lost')))
  const events: WorkerEvents = new EventEmitter()
  const named = new Promise<string>((resolve) => events.once('pool:create', ({ workerPool }) => resolve(workerPool.id)))
  const runner: Runner = await run({
    pgPool: pool,
    events,
    taskList: taskList(tools),
    crontab: CRONTAB,
    concurrency: 4,
    pollInterval: 2000,
    noHandleSignals: true,
    logger: quietLogger(log),
  })
  const watch = await watchAbandoned(databaseUrl, await named, log)
  return {
    stop: async () => {
      await watch.stop()
      await runner.stop()
      await pool.end()
    },
  }
}

const taskList = (tools: JobTools): TaskList =>
  Object.fromEntries(
    Object.entries(jobs).map(([name, job]) => [
      name,
      (payload: unknown, { job: { attempts } }) => job(tools, payload, attempts),
    ]),
  )

type LogFactory = ConstructorParameters<typeof LoggerClass>[0]

const quietLogger = (log: Log) => {
  const factory: LogFactory = () => (level, message) => {
    if (level === 'error') log.error({ queue: message }, 'job failed')
    else if (level === 'warning') log.warn({ queue: message }, 'queue')
    else log.debug({ queue: message }, 'queue')
  }
  return new LoggerClass(factory)
}
