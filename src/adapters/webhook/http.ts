// Sends word over HTTP: to the address that was judged, once, without following anybody anywhere else.
import { request as plainRequest } from 'node:http'
import { request as tlsRequest } from 'node:https'
import { type Sentence, sentence } from '../../core/sentence.ts'
import { isTooSlow, isUnreachable } from '../reasons.ts'
import { untilAborted } from '../until-aborted.ts'
import type { WebhookMessage, WebhookPort, WebhookSent } from './port.ts'
import { type Reach, type Target, targetOf } from './reachable.ts'
import { signatureHeaders } from './signature.ts'

export type WebhookConfig = Reach & { timeoutMs?: number }

export const createHttpWebhook =
  ({ timeoutMs = 10_000, ...reach }: WebhookConfig): WebhookPort =>
  async (message) => {
    const host = URL.parse(message.url)?.host ?? ''
    const deadline = AbortSignal.timeout(timeoutMs)
    try {
      const reached = await untilAborted(targetOf(message.url, reach), deadline)
      if (!reached.ok) return failed(null, reached.reason)
      return judged(await post(reached.target, message, deadline), host)
    } catch (error) {
      if (deadline.aborted) return failed(null, isTooSlow(host, timeoutMs))
      if (!(error instanceof Error && 'code' in error)) throw error
      return failed(null, isUnreachable(host))
    }
  }

/** @returns the status; what else is answered is for nobody and not even read to its end */
const post = async (
  { url, address, family }: Target,
  message: WebhookMessage,
  signal: AbortSignal,
): Promise<number> => {
  const { promise, resolve, reject } = Promise.withResolvers<number>()
  const request = url.protocol === 'https:' ? tlsRequest : plainRequest
  const body = Buffer.from(message.body)
  const sent = request(
    url,
    {
      method: 'POST',
      agent: false,
      signal,
      // The name stands in the head and in the certificate; it is not looked up a second time.
      lookup: (_host, options, found) =>
        options.all ? found(null, [{ address, family }]) : found(null, address, family),
      headers: {
        'content-type': 'application/cloudevents+json; charset=utf-8',
        'content-length': body.length,
        'user-agent': 'MIPP',
        ...signatureHeaders(message),
      },
    },
    (response) => resolve(response.statusCode ?? 0),
  )
  sent.on('error', reject)
  sent.end(body)
  return promise.finally(() => sent.destroy())
}

const judged = (status: number, host: string): WebhookSent => {
  if (status >= 200 && status < 300) return { ok: true, status }
  if (status === 410) return { ok: false, status, isGone: true, reason: isGone(host) }
  return failed(status, status >= 300 && status < 400 ? leadsElsewhere(host, status) : refuses(host, status))
}

const failed = (status: number | null, reason: Sentence): WebhookSent => ({ ok: false, status, isGone: false, reason })

const isGone = (host: string): Sentence =>
  sentence(`${host} menyatakan tidak menerima lagi (410).`, `${host} says that it takes nothing more (410).`)
const leadsElsewhere = (host: string, status: number): Sentence =>
  sentence(
    `${host} mengalihkan ke alamat lain (${status}); pengalihan tidak diikuti. Pakai alamat tujuannya.`,
    `${host} leads to another address (${status}); that is not followed. Use the address it leads to.`,
  )
const refuses = (host: string, status: number): Sentence =>
  sentence(`${host} menjawab ${status}.`, `${host} answered ${status}.`)
