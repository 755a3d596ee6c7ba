// Signs what goes out, in the manner of Standard Webhooks: HMAC-SHA256 over identity, moment and body, one signature for each secret.
import { createHmac } from 'node:crypto'
import type { Instant } from '../../core/clock/instant.ts'

const PREFIX = 'whsec_'

/** @param random at least 24 bytes, in base64url */
export const webhookSecret = (random: string): string =>
  `${PREFIX}${Buffer.from(random, 'base64url').toString('base64')}`

export type Signed = { id: string; at: Instant; body: string; secrets: readonly string[] }

export const signatureHeaders = ({ id, at, body, secrets }: Signed): Record<string, string> => {
  const seconds = String(Math.floor(Date.parse(at) / 1000))
  const signatures = secrets.map((secret) => {
    const key = Buffer.from(secret.replace(PREFIX, ''), 'base64')
    return `v1,${createHmac('sha256', key).update(`${id}.${seconds}.${body}`).digest('base64')}`
  })
  return { 'webhook-id': id, 'webhook-timestamp': seconds, 'webhook-signature': signatures.join(' ') }
}
