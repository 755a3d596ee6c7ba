// Asks a web server of the agency for the first page of a site, as a visitor would, and says what came back.

import { type IncomingMessage, request } from 'node:http'
import { isIP } from 'node:net'
import { performance } from 'node:perf_hooks'
import { type Sentence, sentence } from '../../core/sentence.ts'
import { isHostName } from '../dns/names.ts'
import { good, lasting, type Outcome, passing } from '../outcome.ts'
import { isTooSlow, isUnreachable, talksNonsense, wasCancelled } from '../reasons.ts'

/** `host` goes into the Host header; the connection goes to `address` and nowhere else. */
export type HttpTarget = { host: string; address: string; port: number }

/** `isCut`: there was more than is read. A redirect is shown by its status and not followed. `text` is never shown as a page. */
export type HttpSeen = { status: number; bytes: number; ms: number; isCut: boolean; text: string }

export type HttpProbe = (target: HttpTarget, signal?: AbortSignal) => Promise<Outcome<HttpSeen>>

export type HttpProbeConfig = {
  /** The web servers of the agency's settings. Nothing else is ever connected to, whoever asks. */
  allowed: () => { address: string; port: number }[]
  timeoutMs?: number
}

const mostBytes = 64 * 1024

export const createHttpProbe =
  ({ allowed, timeoutMs = 5000 }: HttpProbeConfig): HttpProbe =>
  async (target, signal) => {
    const server = `Server web ${target.address}:${target.port}`
    const isAllowed = allowed().some(({ address, port }) => address === target.address && port === target.port)
    if (!isAllowed || isIP(target.address) === 0) return lasting(isNotOurs(server))
    if (!isHostName(target.host)) return lasting(isMalformed(target.host))
    const deadline = AbortSignal.timeout(timeoutMs)
    try {
      return good(await visit(target, signal ? AbortSignal.any([deadline, signal]) : deadline))
    } catch (error) {
      if (signal?.aborted) return passing(wasCancelled(server))
      if (deadline.aborted) return passing(isTooSlow(server, timeoutMs))
      if (!(error instanceof Error && 'code' in error)) throw error
      return passing(String(error.code).startsWith('HPE_') ? talksNonsense(server) : isUnreachable(server))
    }
  }

const visit = async ({ host, address, port }: HttpTarget, signal: AbortSignal): Promise<HttpSeen> => {
  const startedAt = performance.now()
  const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>()
  const headers = { host, 'user-agent': 'MIPP', accept: 'text/html,*/*' }
  const asked = request({ host: address, port, headers, agent: false, signal }, resolve)
  asked.on('error', reject)
  asked.end()
  try {
    const response = await promise
    const body = await read(response)
    const ms = Math.round(performance.now() - startedAt)
    const kept = body.subarray(0, mostBytes)
    const isCut = body.length > mostBytes
    return { status: response.statusCode ?? 0, bytes: kept.length, ms, isCut, text: kept.toString() }
  } finally {
    asked.destroy()
  }
}

const read = async (response: IncomingMessage): Promise<Buffer> => {
  const pieces: Buffer[] = []
  let bytes = 0
  for await (const piece of response) {
    pieces.push(Buffer.from(piece))
    bytes += piece.length
    if (bytes > mostBytes) break
  }
  return Buffer.concat(pieces)
}

const isNotOurs = (server: string): Sentence =>
  sentence(
    `${server} tidak terdaftar sebagai server milik kantor, jadi tidak diperiksa.`,
    `${server} is not listed as a server of the office, so it is not checked.`,
  )

const isMalformed = (host: string): Sentence =>
  sentence(`"${host}" bukan nama domain yang sah.`, `"${host}" is not a valid domain name.`)
