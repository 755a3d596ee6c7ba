// Word to a program outside, in our terms.
import type { Instant } from '../../core/clock/instant.ts'
import type { Sentence } from '../../core/sentence.ts'

export type WebhookMessage = {
  url: string
  /** The same for every attempt, so that the receiver knows what it has had. */
  id: string
  at: Instant
  /** Each signs; the newest first. */
  secrets: readonly string[]
  /** JSON of a CloudEvent. */
  body: string
}

/** `status`: what was answered, null when nothing was. `isGone`: the receiver wants nothing more. */
export type WebhookSent =
  | { ok: true; status: number }
  | { ok: false; status: number | null; isGone: boolean; reason: Sentence }

export type WebhookPort = (message: WebhookMessage) => Promise<WebhookSent>
