// Work that two processes must not do at the same time: whoever has begun holds a lock until done, or until it dies.
import type { Store } from './connect.ts'

export type Alone<T> = { ok: true; value: T } | { ok: false }

/**
 * For work longer than a transaction should be. The lock goes with the connection, so nobody has to clean up after a
 * process that died.
 *
 * @param what is worked on; nothing is done (`ok` false) while somebody else is at it
 */
export const alone = async <T>(
  { pool }: Pick<Store, 'pool'>,
  what: string,
  work: () => Promise<T>,
): Promise<Alone<T>> => {
  const client = await pool.connect()
  let isBroken = false
  // Without a listener the driver would end the process when the line breaks in the middle of the work.
  const broken = () => {
    isBroken = true
  }
  client.on('error', broken)
  try {
    const { rows } = await client
      .query<{ mine: boolean }>('select pg_try_advisory_lock(hashtextextended($1, 0)) as mine', [what])
      .catch((error: unknown) => {
        // Whether the lock was got is not known: it must not go back into the pool with this connection.
        broken()
        throw error
      })
    if (!rows[0]?.mine) return { ok: false }
    try {
      return { ok: true, value: await work() }
    } finally {
      await client.query('select pg_advisory_unlock(hashtextextended($1, 0))', [what]).catch(broken)
    }
  } finally {
    client.off('error', broken)
    client.release(isBroken)
  }
}
