// COPY into a table over a connection of `pg`: rows go out as they are made, and wait while the server is behind.
// A few lines of our own, because `pg` speaks the protocol already and only lacks a name for it.
import pg from 'pg'

export type CopyInto = {
  /** Rows in COPY's text format, each with its line break. */
  write: (rows: string) => void
  /** Until the server has taken most of what was written. */
  drained: () => Promise<void>
  /** @returns rows written */
  end: () => Promise<number>
}

type Wire = {
  query: (text: string) => void
  sendCopyFromChunk: (chunk: Buffer) => void
  endCopyFrom: () => void
  stream: { writableNeedDrain: boolean; once: (event: 'drain', heard: () => void) => void }
}

const CHUNK = 1 << 18

export const copyInto = async (url: string, table: string, columns: readonly string[]): Promise<CopyInto> => {
  const client = new pg.Client({ connectionString: url, application_name: 'mipp_fill' })
  await client.connect()
  // A crash in the middle of a fill begins anew, so nothing is lost by not waiting for the disk here.
  await client.query("set synchronous_commit = off; set timezone = 'UTC'")
  const { wire, finished } = await beginCopy(client, `copy ${table} (${columns.join(', ')}) from stdin`)
  let waiting = ''
  const flush = () => {
    if (waiting !== '') wire.sendCopyFromChunk(Buffer.from(waiting))
    waiting = ''
  }
  return {
    write: (rows) => {
      waiting += rows
      if (waiting.length >= CHUNK) flush()
    },
    drained: async () => {
      if (!wire.stream.writableNeedDrain) return
      await Promise.race([new Promise<void>((done) => wire.stream.once('drain', done)), finished])
    },
    end: async () => {
      flush()
      wire.endCopyFrom()
      const rows = await finished
      await client.end()
      return rows
    },
  }
}

/** What `pg` calls on an object that is given to it as a query. */
const beginCopy = (client: pg.Client, text: string): Promise<{ wire: Wire; finished: Promise<number> }> =>
  new Promise((begun, failed) => {
    let rows = 0
    let done: (rows: number) => void = () => undefined
    let broken: (fault: Error) => void = () => undefined
    const finished = new Promise<number>((resolve, reject) => {
      done = resolve
      broken = reject
    })
    finished.catch(() => undefined)
    client.query({
      submit: (connection: unknown) => (connection as Wire).query(text),
      handleCopyInResponse: (connection: unknown) => begun({ wire: connection as Wire, finished }),
      handleCommandComplete: ({ text: said }: { text: string }) => {
        rows = Number(said.split(' ')[1] ?? 0)
      },
      handleReadyForQuery: () => done(rows),
      handleError: (fault: Error) => {
        failed(fault)
        broken(fault)
      },
    } as unknown as pg.Submittable)
  })
