// COPY into a table over a connection of its own: rows go out as they are made, and wait while the server is behind.
import { once } from 'node:events'
import { PassThrough } from 'node:stream'
import pg from 'pg'
import { copyIn } from '../../src/store/copy.ts'

export type CopyInto = {
  /** Rows in COPY's text format, each with its line break. */
  write: (rows: string) => void
  /** Until the server has taken most of what was written. */
  drained: () => Promise<void>
  end: () => Promise<void>
}

const CHUNK = 1 << 18

export const copyInto = async (url: string, table: string, columns: readonly string[]): Promise<CopyInto> => {
  const client = new pg.Client({ connectionString: url, application_name: 'mipp_fill' })
  await client.connect()
  // A crash in the middle of a fill begins anew, so nothing is lost by not waiting for the disk here.
  await client.query("set synchronous_commit = off; set timezone = 'UTC'")
  const rows = new PassThrough({ highWaterMark: 4 * CHUNK })
  const copied = copyIn(client, `copy ${table} (${columns.join(', ')}) from stdin`, rows)
  // Told again at the end; a stream that nobody reads any more would be waited for in vain.
  copied.catch((fault: Error) => rows.destroy(fault))
  let waiting = ''
  const flush = () => {
    if (waiting !== '') rows.write(waiting)
    waiting = ''
  }
  return {
    write: (text) => {
      waiting += text
      if (waiting.length >= CHUNK) flush()
    },
    drained: async () => {
      if (rows.writableNeedDrain) await once(rows, 'drain')
    },
    end: async () => {
      flush()
      rows.end()
      await copied
      await client.end()
    },
  }
}
