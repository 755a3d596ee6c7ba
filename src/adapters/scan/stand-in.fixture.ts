// A server that speaks as clamd does and knows a few patterns: for tests without ClamAV, and for moods no real one has.
import { createServer, type Server, type Socket } from 'node:net'

export type ScannerMood = 'well' | 'silent' | 'nonsense' | 'failing'

export type StandInClamd = {
  port: number
  mood: (mood: ScannerMood) => void
  pause: () => Promise<void>
  resume: () => Promise<void>
  stop: () => Promise<void>
}

export type StandInConfig = { patterns: readonly { name: string; bytes: Buffer }[]; mostBytes: number }

export const startStandInClamd = async (config: StandInConfig): Promise<StandInClamd> => {
  const sockets = new Set<Socket>()
  let mood: ScannerMood = 'well'
  let server: Server | null = null
  const listen = (port: number): Promise<number> =>
    new Promise((resolve, reject) => {
      const made = createServer((socket) => {
        sockets.add(socket)
        socket.on('error', () => undefined)
        socket.on('close', () => sockets.delete(socket))
        serve(socket, config, () => mood)
      })
      made.once('error', reject)
      made.listen(port, '127.0.0.1', () => {
        server = made
        const address = made.address()
        resolve(typeof address === 'object' && address ? address.port : 0)
      })
    })
  const pause = async (): Promise<void> => {
    for (const socket of sockets) socket.destroy()
    const closing = server
    server = null
    if (closing) await new Promise((done) => closing.close(done))
  }
  const port = await listen(0)
  return {
    port,
    mood: (next) => {
      mood = next
    },
    pause,
    resume: async () => void (await listen(port)),
    stop: pause,
  }
}

const serve = (socket: Socket, config: StandInConfig, moodNow: () => ScannerMood): void => {
  let heard = Buffer.alloc(0)
  let hasAnswered = false
  const answer = (text: string): void => {
    const mood = moodNow()
    hasAnswered = true
    if (mood === 'silent') return
    const said = { well: text, nonsense: 'SSH-2.0-salah', failing: 'stream: Can not allocate memory ERROR' }[mood]
    socket.end(`${said}\0`)
  }
  socket.on('data', (part: Buffer) => {
    if (hasAnswered) return
    heard = Buffer.concat([heard, part])
    const end = heard.indexOf(0)
    if (end < 0) return
    const command = heard.toString('latin1', 0, end)
    if (command === 'zVERSION') return answer('ClamAV 0 (tiruan / stand-in)')
    if (command !== 'zINSTREAM') return answer('UNKNOWN COMMAND')
    const body = bodyOf(heard.subarray(end + 1))
    if (body.bytes.length > config.mostBytes) return answer('INSTREAM size limit exceeded. ERROR')
    if (!body.isWhole) return
    const found = config.patterns.find(({ bytes }) => body.bytes.includes(bytes))
    answer(found ? `stream: ${found.name} FOUND` : 'stream: OK')
  })
}

const bodyOf = (sent: Buffer): { bytes: Buffer; isWhole: boolean } => {
  const parts: Buffer[] = []
  for (let at = 0; at + 4 <= sent.length; ) {
    const length = sent.readUInt32BE(at)
    if (length === 0) return { bytes: Buffer.concat(parts), isWhole: true }
    parts.push(sent.subarray(at + 4, at + 4 + length))
    at += 4 + length
  }
  return { bytes: Buffer.concat(parts), isWhole: false }
}
