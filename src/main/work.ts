// Runs the queue: graphile-worker takes jobs, each gets the tools of the office.
import { EventEmitter } from 'node:events'
import { setTimeout } from 'node:timers/promises'
import {
  Logger as LoggerClass,
  type Runner,
  type RunnerOptions,
  run,
  type TaskList,
  type WorkerEvents,
} from 'graphile-worker'
import type pg from 'pg'
import { jobs } from '../jobs/tasks.ts'
import type { JobTools } from '../jobs/tools.ts'
import { watchAbandoned } from './abandoned-jobs.ts'
import type { Config } from './config.ts'
import { followJobs } from './jobs-in-work.ts'
import type { Log } from './log.ts'
import { openQueuePool } from './queue-pool.ts'

export type Working = { stop: () => Promise<void> }

const CRONTAB = [
  // Half past midnight in Jakarta, when the day before is complete everywhere in the country; then the house is tidied.
  '30 17 * * * seal-day ?max=12',
  '45 17 * * * tidy ?max=12',
  '15 18 * * * look-through-files ?max=1',
  // What these missed they see at the next turn, so that a failure is not tried again by the queue.
  '*/10 * * * * follow-rules ?max=1',
  '*/5 * * * * look-around ?max=1',
  // The day of an office begins at some full hour: who is away from it today gives back what they had taken.
  '1 * * * * release-taken ?max=1',
  // What was held back for the morning or for the office to open.
  '* * * * * release-notices ?max=1',
  // Until the papers of old dossiers are read; then there is nothing to do.
  '* * * * * read-old-papers ?max=1',
  '* * * * * ring ?max=1',
  // As the first offices open: who keeps the seal has the whole day for it.
  '0 0 * * * watch-seals ?max=12',
  // What came while the malware scanner was away.
  '*/2 * * * * scan-waiting ?max=1',
].join('\n')

/** Results are written down in batches: when that fails the queue ends and is begun anew; unbatched it would take the process with it. */
const PRESET: NonNullable<RunnerOptions['preset']> = { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } }

export type WorkOptions = {
  /** How often it looks for jobs that nobody works on although they are taken. */
  lookEveryMs?: number
  /** How long a queue that means to end may take for it. */
  endsWithinMs?: number
  /** Whether jobs come by the clock on the wall; a test that has a clock of its own asks for them itself. */
  isTimed?: boolean
}

export const workOptionsOf = ({ takeBackSeconds }: Pick<Config, 'takeBackSeconds'>): WorkOptions => ({
  lookEveryMs: takeBackSeconds * 1000,
})

/** Goes on after the database was away, however long: a queue that has given up is begun anew. */
export const startWork = async (
  databaseUrl: string,
  tools: JobTools,
  log: Log,
  options: WorkOptions = {},
): Promise<Working> => {
  const pool = openQueuePool(databaseUrl, log)
  const begin = (): Promise<Shift> => beginShift({ databaseUrl, pool, tools, log, ...options })
  let shift = await begin()
  let isStopped = false
  const goOn = async (): Promise<void> => {
    while (!isStopped) {
      await shift.ended
      if (isStopped) return
      log.error('the queue has ended; beginning anew')
      await setTimeout(AGAIN_MS)
      shift = await begin().catch((err: unknown) => {
        log.error({ err }, 'the queue could not begin')
        return shift
      })
    }
  }
  const going = goOn()
  return {
    stop: async () => {
      isStopped = true
      await shift.stop()
      await going
      await pool.end()
    },
  }
}

const AGAIN_MS = 1000
/** Enough for a letter or a mail that is being made at that moment. */
const ENDS_WITHIN_MS = 15_000

/** One run of the queue, with the watch that gives back what nobody works on. */
type Shift = { ended: Promise<void>; stop: () => Promise<void> }

type Hall = WorkOptions & { databaseUrl: string; pool: pg.Pool; tools: JobTools; log: Log }

const beginShift = async ({
  databaseUrl,
  pool,
  tools,
  log,
  lookEveryMs,
  endsWithinMs,
  isTimed = true,
}: Hall): Promise<Shift> => {
  const events: WorkerEvents = new EventEmitter()
  const inWork = followJobs(events)
  events.on('job:failed', ({ job, error }) =>
    log.error({ job: job.id, task: job.task_identifier, payload: job.payload, err: error }, 'a job was given up'),
  )
  const broken = new Promise<void>((resolve) => events.once('pool:fatalError', () => resolve()))
  const named = new Promise<string>((resolve) => events.once('pool:create', ({ workerPool }) => resolve(workerPool.id)))
  const runner: Runner = await run({
    preset: PRESET,
    pgPool: pool,
    events,
    taskList: taskList(tools),
    crontab: isTimed ? CRONTAB : '',
    concurrency: 4,
    pollInterval: 2000,
    noHandleSignals: true,
    logger: quietLogger(log),
  })
  const every = lookEveryMs === undefined ? {} : { everyMs: lookEveryMs }
  const watch = await watchAbandoned({ url: databaseUrl, worker: await named, inWork, log, ...every })
  // Of several results that cannot be written down at once the queue counts one too often, and then waits for ever.
  const given = broken.then(() => setTimeout(endsWithinMs ?? ENDS_WITHIN_MS, undefined, { ref: false }))
  const ended = Promise.race([runner.promise.catch((err: unknown) => log.error({ err }, 'the queue gave up')), given])
    // Without its mark, whatever stands under its name is taken back.
    .then(watch.stop)
  return {
    ended,
    stop: async () => {
      await watch.stop()
      const stopped = runner.stop().catch((err: unknown) => log.warn({ err }, 'the queue did not stop in order'))
      await Promise.race([stopped, given])
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
