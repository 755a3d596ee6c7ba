// A line to a server that can be cut and mended: what stands behind it is away for a moment.
import { connect, createServer, type Server, type Socket } from 'node:net'

export type Line = {
  port: number
  /** Every connection breaks, and no new one comes about. */
  cut: () => Promise<void>
  mend: () => Promise<void>
  stop: () => Promise<void>
}

const host = '127.0.0.1'

export const startLine = async (to: { host: string; port: number }): Promise<Line> => {
  const sockets = new Set<Socket>()
  let server: Server | null = null

  const listen = (port: number): Promise<number> =>
    new Promise((resolve, reject) => {
      const made = createServer((near) => {
        const far = connect(to.port, to.host)
        for (const socket of [near, far]) {
          sockets.add(socket)
          socket.on('error', () => undefined)
          socket.on('close', () => {
            sockets.delete(socket)
            near.destroy()
            far.destroy()
          })
        }
        near.pipe(far).pipe(near)
      })
      made.once('error', reject)
      made.listen(port, host, () => {
        server = made
        const address = made.address()
        resolve(typeof address === 'object' && address ? address.port : 0)
      })
    })

  const cut = async (): Promise<void> => {
    const closing = server
    server = null
    for (const socket of sockets) socket.destroy()
    if (closing) await new Promise((done) => closing.close(done))
  }
  const port = await listen(0)
  return {
    port,
    cut,
    mend: async () => {
      if (!server) await listen(port)
    },
    stop: cut,
  }
}
