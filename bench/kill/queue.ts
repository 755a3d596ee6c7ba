// What the queue still has to do, when the weather is over.
import type pg from 'pg'
import { Contradiction } from './contradiction.ts'

type Waiting = {
  task: string
  attempts: number
  max_attempts: number
  locked_by: string | null
  last_error: string | null
}

const LOOK_MS = 200

/** Waiting for the next try is a matter of minutes, which are nobody's fault and are not waited for here. */
export const untilQueueIsEmpty = async (client: pg.Client, mayGoOn: () => void): Promise<void> => {
  for (;;) {
    const { rows } = await client.query<Waiting>(WAITING)
    if (rows.length === 0) return
    const lost = rows.find((row) => row.attempts >= row.max_attempts && row.locked_by === null)
    if (lost) throw new Contradiction(`The queue has given up a job: ${JSON.stringify(lost)}`)
    try {
      mayGoOn()
    } catch (fault) {
      throw new Contradiction(`${String(fault)}; still in the queue: ${JSON.stringify(rows.slice(0, 5))}`)
    }
    await hurry(client)
    await new Promise((done) => setTimeout(done, LOOK_MS))
  }
}

export const hurry = async (client: pg.Client): Promise<void> => {
  const { rowCount } = await client.query(
    'update graphile_worker._private_jobs set run_at = now() where run_at > now() and locked_by is null',
  )
  if (rowCount) await client.query(`select pg_notify('jobs:insert', '{"count": 10}')`)
}

const WAITING = `
  select t.identifier as task, j.attempts::integer, j.max_attempts::integer, j.locked_by, j.last_error
  from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
  order by j.id`
