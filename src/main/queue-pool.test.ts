import { expect, test } from 'vitest'
import { createTestDatabase } from '../../test/support/database.ts'
import { createLog } from './log.ts'
import { openQueuePool } from './queue-pool.ts'

test('a connection of the queue that is given back twice is back once, and whoever has it next keeps it', async () => {
  const { ownerUrl, drop } = await createTestDatabase()
  const pool = openQueuePool(ownerUrl, createLog('silent'))
  const giveBack = await new Promise<() => void>((resolve, reject) =>
    pool.connect((fault, _, release) => (fault ? reject(fault) : resolve(release))),
  )
  giveBack()
  const next = await pool.connect()
  giveBack()
  expect(pool.totalCount).toBe(1)
  expect(pool.idleCount).toBe(0)
  next.release()
  expect(pool.idleCount).toBe(1)
  await pool.end()
  await drop()
})
