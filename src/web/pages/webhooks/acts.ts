// What pages and programs do to webhooks alike: secrets are made here, sealed at once, and given out once.
import { faultOfUrl } from '../../../adapters/webhook/reachable.ts'
import { webhookSecret } from '../../../adapters/webhook/signature.ts'
import type { Instant } from '../../../core/clock/instant.ts'
import type { Sentence } from '../../../core/sentence.ts'
import { FORMER_SECRET_MS } from '../../../core/webhook/patience.ts'
import { makeWebhook, rotateSecret, type WebhookWish } from '../../../store/webhooks.ts'
import type { Services } from '../../services.ts'

type Making = { webhook: string; wish: WebhookWish; person: string; now: Instant }

/** @returns the secret, or why there is none */
export const makeWithSecret = async (services: Services, office: string, making: Making) => {
  const secret = webhookSecret(services.newToken())
  const made = await makeWebhook(services.store, office, { ...making, sealed: services.seal(secret) })
  return made === 'made' ? { made, secret } : { made, secret: null }
}

/** @returns null when there is no such webhook, or it has ended */
export const rotateWithSecret = async (
  services: Services,
  office: string,
  { webhook, now }: { webhook: string; now: Instant },
): Promise<{ secret: string; formerUntil: Instant } | null> => {
  const secret = webhookSecret(services.newToken())
  const formerUntil = new Date(Date.parse(now) + FORMER_SECRET_MS).toISOString()
  const isDone = await rotateSecret(services.store, office, {
    webhook,
    sealed: services.seal(secret),
    formerUntil,
    now,
  })
  return isDone ? { secret, formerUntil } : null
}

export const urlFault = ({ isDemo }: Services, url: string): Sentence | null => faultOfUrl(url, { isDemo })
