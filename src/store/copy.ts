// COPY as streams, in constant memory: a table out of PostgreSQL, and rows into it.
import { once } from 'node:events'
import { Readable } from 'node:stream'
import type pg from 'pg'

/** What the driver says to a statement of ours; it has no COPY of its own, but passes the messages on. */
type Listener = pg.Submittable & {
  handleRowDescription: () => void
  handleCopyData: (message: { chunk: Buffer }) => void
  handleCopyInResponse: () => void
  handleCommandComplete: (message: { text: string }) => void
  handleReadyForQuery: () => void
  handleError: (error: Error) => void
}

type Wire = pg.Connection & { sendCopyFromChunk: (chunk: Uint8Array) => void; endCopyFrom: () => void } & {
  sendCopyFail: (reason: string) => void
}

const BLOCK_BYTES = 64 * 1024

/**
 * @param statement `copy ... to stdout`
 * @returns what it answers. Destroyed before its end it takes the connection with it: the rest is not worth waiting for.
 */
export const copyOut = (client: pg.Client, statement: string): Readable => {
  let wire: Wire | null = null
  const out = new Readable({
    read: () => wire?.stream.resume(),
    destroy: (error, done) => {
      if (!out.readableEnded) wire?.stream.destroy()
      done(error)
    },
  })
  const push = (block: Uint8Array) => {
    if (!out.push(block)) wire?.stream.pause()
  }
  const blocks = gather(push)
  const listener: Listener = {
    submit: (connection) => {
      wire = connection as Wire
      connection.query(statement)
    },
    handleRowDescription: () => undefined,
    handleCopyInResponse: () => undefined,
    handleCopyData: ({ chunk }) => blocks.add(chunk),
    handleCommandComplete: () => blocks.end(),
    handleReadyForQuery: () => void out.push(null),
    handleError: (error) => void out.destroy(error),
  }
  client.query(listener)
  return out
}

/** Every row is a message; handed on one by one they cost more than their copying. A message lies in a buffer that is used again. */
const gather = (push: (block: Uint8Array) => void) => {
  let block = Buffer.allocUnsafe(BLOCK_BYTES)
  let filled = 0
  const end = () => {
    if (filled > 0) push(block.subarray(0, filled))
    block = Buffer.allocUnsafe(BLOCK_BYTES)
    filled = 0
  }
  const add = (chunk: Buffer) => {
    if (filled + chunk.length > BLOCK_BYTES) end()
    if (chunk.length > BLOCK_BYTES) return push(Buffer.from(chunk))
    chunk.copy(block, filled)
    filled += chunk.length
  }
  return { add, end }
}

/**
 * @param statement `copy ... from stdin`
 * @returns how many rows went in; a source that fails undoes the statement
 */
export const copyIn = async (
  client: pg.Client,
  statement: string,
  source: AsyncIterable<Uint8Array>,
): Promise<number> => {
  const { begun, ended, listener } = receiver(statement)
  client.query(listener)
  const wire = await Promise.race([begun, ended.then(neverBegan)])
  const failed = ended.then(() => undefined)
  try {
    for await (const piece of source) {
      wire.sendCopyFromChunk(piece)
      // A server that refuses or is gone reads no more: its error ends the waiting.
      if (wire.stream.writableNeedDrain) await Promise.race([once(wire.stream, 'drain'), failed])
    }
    wire.endCopyFrom()
  } catch (error) {
    wire.sendCopyFail('source failed')
    await ended.catch(() => undefined)
    throw error
  }
  return ended
}

const neverBegan = (): never => {
  throw new Error('The statement was no copy from stdin')
}

const receiver = (statement: string) => {
  const begun = Promise.withResolvers<Wire>()
  const ended = Promise.withResolvers<number>()
  let wire: Wire | null = null
  let rows = 0
  const listener: Listener = {
    submit: (connection) => {
      wire = connection as Wire
      connection.query(statement)
    },
    handleRowDescription: () => undefined,
    handleCopyData: () => undefined,
    handleCopyInResponse: () => wire && begun.resolve(wire),
    handleCommandComplete: ({ text }) => {
      rows = Number(/^COPY (\d+)/.exec(text)?.[1] ?? 0)
    },
    handleReadyForQuery: () => ended.resolve(rows),
    handleError: (error) => ended.reject(error),
  }
  ended.promise.catch(() => undefined)
  return { begun: begun.promise, ended: ended.promise, listener }
}
