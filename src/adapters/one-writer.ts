// One writer of a file at a time, over all processes of this machine. The system ends a lock with the process that held it.
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { connect, createServer, type Server, type Socket } from 'node:net'
import { resolve } from 'node:path'

/** Lets changes through one after the other, so that none reads what another is about to write. */
export const oneWriterOf = (file: string): (<T>(change: () => Promise<T>) => Promise<T>) => {
  const address = addressOf(file)
  let last: Promise<unknown> = Promise.resolve()
  return (change) => {
    const alone = async () => {
      const release = await lock(address)
      return change().finally(release)
    }
    const next = last.then(alone, alone)
    last = next
    return next
  }
}

/** A name in Linux's abstract space of sockets: nothing of it lies on the disk, so nothing of it stays behind. */
const addressOf = (file: string): string => `\0mipp-${createHash('sha256').update(resolve(file)).digest('hex')}`

/** @returns how to let the next one in */
const lock = async (address: string): Promise<() => Promise<void>> => {
  for (;;) {
    const holder = await listen(address)
    if (holder) return holder
    await untilReleased(address)
  }
}

const listen = async (address: string): Promise<(() => Promise<void>) | null> => {
  const waiting = new Set<Socket>()
  const server = createServer((one) => {
    waiting.add(one)
    one.on('error', () => undefined)
  })
  server.listen({ path: address })
  const fault = await once(server, 'listening').then(() => null, onlyTaken)
  return fault === null ? () => release(server, waiting) : null
}

const onlyTaken = (fault: NodeJS.ErrnoException): true => {
  if (fault.code !== 'EADDRINUSE') throw fault
  return true
}

const release = async (server: Server, waiting: ReadonlySet<Socket>): Promise<void> => {
  const closed = once(server, 'close')
  server.close()
  for (const one of waiting) one.destroy()
  await closed
}

/** The line to the holder ends with its lock, or with its process. */
const untilReleased = async (address: string): Promise<void> => {
  const line = connect({ path: address })
  line.on('error', () => undefined)
  line.resume()
  await once(line, 'close').catch(() => undefined)
}
