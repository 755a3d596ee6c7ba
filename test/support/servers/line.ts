// A line to a server that can be cut, mended and made slow: what stands behind it is away, or far, for a moment.
import { connect, createServer, type Server, type Socket } from 'node:net'

export type Line = {
  port: number
  /** Every connection breaks, and no new one comes about. */
  cut: () => Promise<void>
  mend: () => Promise<void>
  /** The next answer that holds these words is lost, and the line with it. @returns when that has happened */
  cutAtAnswer: (words: string) => Promise<void>
  /** Every answer comes so much later; 0 is quick again. */
  delay: (ms: number) => void
  stop: () => Promise<void>
}

const host = '127.0.0.1'

export const startLine = async (to: { host: string; port: number }): Promise<Line> => {
  const sockets = new Set<Socket>()
  let server: Server | null = null
  let lateMs = 0
  let fatal: { words: string; lost: () => void } | null = null

  /** What is to come to one that asked, each piece at its time and in its order. */
  const answersTo = (near: Socket): ((piece: Buffer) => void) => {
    const coming: { piece: Buffer; at: number }[] = []
    const bring = (): void => {
      while (coming[0] && coming[0].at <= Date.now()) near.write(coming.shift()?.piece ?? '')
      if (coming[0] && near.writable) setTimeout(bring, coming[0].at - Date.now())
    }
    return (piece) => {
      if (fatal && piece.includes(fatal.words)) return loseIt(fatal.lost)
      coming.push({ piece, at: Date.now() + lateMs })
      if (coming.length === 1) bring()
    }
  }
  const loseIt = (lost: () => void): void => {
    fatal = null
    void cut().then(lost)
  }

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
        near.pipe(far)
        far.on('data', answersTo(near))
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
    cutAtAnswer: (words) =>
      new Promise((lost) => {
        fatal = { words, lost }
      }),
    delay: (ms) => {
      lateMs = ms
    },
    stop: cut,
  }
}
