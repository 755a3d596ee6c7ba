// One call of another system's HTTP interface: bounded in time and size, never led elsewhere by a redirect.

import { type Sentence, sentence } from '../core/sentence.ts'
import { good, lasting, type Outcome, passing, type Trouble } from './outcome.ts'
import { isNotTrusted, isTooSlow, isUnreachable, talksNonsense, wasCancelled } from './reasons.ts'

export type RestCall = {
  /** How people call the server; the only thing of it that stands in a reason. */
  server: string
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  url: URL
  headers: Record<string, string>
  body?: unknown
  timeoutMs: number
  signal?: AbortSignal | undefined
}

export type RestReply = { status: number; text: string }

const mostBytes = 32 * 1024 * 1024

/** Any status is a reply; only silence, redirects and oversize are troubles here. */
export const callRest = async (call: RestCall): Promise<Outcome<RestReply>> => {
  const deadline = AbortSignal.timeout(call.timeoutMs)
  const signal = call.signal ? AbortSignal.any([deadline, call.signal]) : deadline
  try {
    const response = await fetch(call.url, {
      method: call.method,
      headers: { accept: 'application/json', connection: 'close', ...call.headers },
      ...(call.body === undefined ? {} : { body: JSON.stringify(call.body) }),
      redirect: 'manual',
      signal,
    })
    const text = await readUpTo(mostBytes, response)
    if (response.status >= 300 && response.status < 400) return lasting(leadsElsewhere(call.server))
    return text === null ? lasting(talksNonsense(call.server)) : good({ status: response.status, text })
  } catch (error) {
    if (call.signal?.aborted) return passing(wasCancelled(call.server))
    if (deadline.aborted) return passing(isTooSlow(call.server, call.timeoutMs))
    return troubleOf(error, call.server)
  }
}

const readUpTo = async (most: number, response: Response): Promise<string | null> => {
  const pieces: Uint8Array[] = []
  let bytes = 0
  for await (const piece of response.body ?? []) {
    bytes += piece.length
    if (bytes > most) return null
    pieces.push(piece)
  }
  return Buffer.concat(pieces).toString('utf8')
}

const troubleOf = (error: unknown, server: string): Trouble => {
  // `fetch` hides what happened on the wire in the cause; without one it is a mistake of ours.
  if (!(error instanceof TypeError) || !(error.cause instanceof Error)) throw error
  const code = 'code' in error.cause ? String(error.cause.code) : ''
  if (error.cause.name === 'HTTPParserError') return passing(talksNonsense(server))
  if (/CERT|SELF_SIGNED|TLS|SSL/.test(code)) return lasting(isNotTrusted(server))
  return passing(isUnreachable(server))
}

const leadsElsewhere = (server: string): Sentence =>
  sentence(
    `${server} mengalihkan permintaan ke alamat lain; MIPP tidak mengikutinya. Perbaiki alamatnya di pengaturan.`,
    `${server} sends the request on to another address; MIPP does not follow. Correct its address in the settings.`,
  )
