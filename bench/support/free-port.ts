// A port of this machine that nobody has at this moment.
import { once } from 'node:events'
import { createServer } from 'node:net'

export const freePort = (): Promise<number> => boundOnce(0)

/**
 * One that stays free while its holder is dead: below those that the system gives to whoever asks for any, also to
 * callers, who would in the end call themselves.
 */
export const lastingPort = async (): Promise<number> => {
  for (;;) {
    const wanted = LOWEST + Math.floor(Math.random() * (HIGHEST - LOWEST))
    const found = await boundOnce(wanted).catch(() => null)
    if (found !== null) return found
  }
}

/** Linux gives away 32768 and above. */
const LOWEST = 20_000
const HIGHEST = 32_000

const boundOnce = async (wanted: number): Promise<number> => {
  const server = createServer().listen(wanted, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  server.close()
  await once(server, 'close')
  return port
}
