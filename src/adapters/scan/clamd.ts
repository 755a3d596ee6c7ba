// ClamAV by its daemon: a body is sent as a stream (INSTREAM) over a socket of the machine or over TCP.
import { connect, type Socket } from 'node:net'
import { sentence } from '../../core/sentence.ts'
import { good, lasting, type Outcome, passing } from '../outcome.ts'
import { hasFailed, isTooSlow, isUnreachable, talksNonsense, wasCancelled } from '../reasons.ts'
import type { ScanPort, ScanVerdict } from './port.ts'

export type ClamdAddress = { path: string } | { host: string; port: number }

export type ClamdConfig = {
  address: ClamdAddress
  /** Without a sign of life for so long the scanner counts as away. */
  quietMs?: number
}

/** `/run/clamav/clamd.ctl` or `host:3310`; null for anything else. */
export const clamdAddress = (text: string): ClamdAddress | null => {
  if (text.startsWith('/')) return { path: text }
  const found = /^(?:tcp:\/\/)?(\[[0-9a-f:]+\]|[A-Za-z0-9.-]+):(\d{1,5})$/i.exec(text)
  const port = Number(found?.[2])
  return found && port > 0 && port < 65_536 ? { host: (found[1] ?? '').replaceAll(/[[\]]/g, ''), port } : null
}

export const createClamd = ({ address, quietMs = 60_000 }: ClamdConfig): ScanPort => {
  const place = 'path' in address ? address.path : `${address.host}:${address.port}`
  const name = `ClamAV (${place})`
  const talk = (send: (line: Line) => Promise<void>, signal?: AbortSignal): Promise<Outcome<string>> =>
    converse({ address, name, quietMs, signal }, send)
  return {
    name,
    isSet: true,
    scan: async (body, signal) => {
      const answer = await talk((line) => stream(line, body), signal)
      return answer.ok ? verdictOf(answer.value, name) : answer
    },
    version: async () => {
      const answer = await talk((line) => line.write(Buffer.from('zVERSION\0')))
      if (!answer.ok) return answer
      return answer.value.startsWith('ClamAV') ? answer : passing(talksNonsense(name))
    },
  }
}

/** `isOver`: the scanner has answered or is gone; what is left of the body need not be sent. */
type Line = { write: (part: Uint8Array) => Promise<void>; isOver: () => boolean }

/** Each piece behind its length, the last of length nothing (clamd(8), INSTREAM). */
const stream = async (line: Line, body: AsyncIterable<Uint8Array>): Promise<void> => {
  await line.write(Buffer.from('zINSTREAM\0'))
  for await (const part of body) {
    if (line.isOver()) return
    for (let at = 0; at < part.length; at += PIECE_BYTES) {
      const piece = part.subarray(at, at + PIECE_BYTES)
      await line.write(lengthOf(piece.length))
      await line.write(piece)
    }
  }
  await line.write(lengthOf(0))
}

const PIECE_BYTES = 64 * 1024

const lengthOf = (bytes: number): Uint8Array => {
  const head = Buffer.alloc(4)
  head.writeUInt32BE(bytes)
  return head
}

type Talk = { address: ClamdAddress; name: string; quietMs: number; signal?: AbortSignal | undefined }

const MOST_ANSWER = 4096

/** One question on a line of its own. @returns what was answered, up to its closing NUL */
const converse = (
  { address, name, quietMs, signal }: Talk,
  send: (line: Line) => Promise<void>,
): Promise<Outcome<string>> =>
  new Promise((resolve, reject) => {
    const socket = connect(address)
    let answer = ''
    let isOver = false
    const end = (outcome: Outcome<string>): void => {
      if (isOver) return
      isOver = true
      signal?.removeEventListener('abort', cancel)
      socket.destroy()
      resolve(outcome)
    }
    const cancel = (): void => end(passing(wasCancelled(name)))
    // Where the scanner hangs up over a body that is too large, its answer still stands.
    const closed = (): void => end(answer === '' ? passing(isUnreachable(name)) : good(answer))
    socket.setTimeout(quietMs, () => end(passing(isTooSlow(name, quietMs))))
    socket.on('data', (part: Buffer) => {
      answer += part.toString('utf8')
      if (answer.includes('\0') || answer.length > MOST_ANSWER) end(good(answer.split('\0')[0] ?? ''))
    })
    socket.on('error', () => setImmediate(closed))
    socket.on('close', closed)
    signal?.addEventListener('abort', cancel)
    if (signal?.aborted) return cancel()
    socket.on('connect', () => {
      const line = { write: (part: Uint8Array) => written(socket, part), isOver: () => isOver }
      send(line).catch((error: unknown) => {
        // A line that broke is told above; a body that broke is trouble of its sender.
        if (isOver || socket.destroyed) return
        isOver = true
        socket.destroy()
        reject(error)
      })
    })
  })

/** As fast as the scanner takes it, so that a large body is never in memory whole. */
const written = (socket: Socket, part: Uint8Array): Promise<void> =>
  new Promise((resolve) => {
    if (socket.destroyed || socket.write(part)) return resolve()
    const go = (): void => {
      socket.removeListener('drain', go)
      socket.removeListener('close', go)
      resolve()
    }
    socket.once('drain', go)
    socket.once('close', go)
  })

const verdictOf = (answer: string, name: string): Outcome<ScanVerdict> => {
  const said = answer.replace(/^stream: /, '').trim()
  if (said === 'OK') return good({ isClean: true })
  const found = /^(.+) FOUND$/.exec(said)?.[1]
  if (found !== undefined) return good({ isClean: false, found: found.replaceAll(/\p{C}/gu, '').slice(0, 200) })
  if (/size limit exceeded/i.test(said)) return lasting(IS_TOO_LARGE)
  return /ERROR$/.test(said) ? passing(hasFailed(name, said.slice(0, 120))) : passing(talksNonsense(name))
}

const IS_TOO_LARGE = sentence(
  'Berkas ini lebih besar daripada yang dapat diperiksa pemindai malware kantor. Perkecil berkasnya, atau minta pengelola sistem menaikkan StreamMaxLength pada ClamAV.',
  'This file is larger than the malware scanner of the office can look into. Make it smaller, or ask the system administrator to raise StreamMaxLength of ClamAV.',
)
