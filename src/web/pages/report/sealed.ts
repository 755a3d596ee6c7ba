// What a page without a session gives along and takes back: sealed with the key of the installation, for this office and a time.
import type { Context } from 'hono'
import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import type { Services } from '../../services.ts'
import type { WebEnv } from '../../visitor.ts'

type Web = Context<WebEnv>

const envelope = z.object({ agency: z.string(), at: z.string(), facts: z.unknown() })

/** @returns text that fits into a cookie or a hidden field */
export const sealedFor = (c: Web, services: Services, facts: Record<string, unknown>): string => {
  const { agency, now } = c.get('visitor')
  const sealed = services.seal(JSON.stringify({ agency: agency.agency.agency, at: now, facts }))
  return Buffer.from(sealed).toString('base64url')
}

type Wanted<Shape extends z.ZodObject> = { shape: Shape; hours: number }

/** Null for what was made elsewhere, for another office, for another purpose or too long ago. `ageMs` is how long ago. */
export const openSealed = <Shape extends z.ZodObject>(
  c: Web,
  services: Services,
  sealed: string | undefined,
  { shape, hours }: Wanted<Shape>,
): (z.output<Shape> & { ageMs: number }) | null => {
  const { agency, now } = c.get('visitor')
  const opened = unsealed(services, sealed)
  const facts = shape.safeParse(opened?.facts)
  if (!opened || !facts.success || opened.agency !== agency.agency.agency) return null
  const ageMs = Temporal.Instant.from(now).epochMilliseconds - Temporal.Instant.from(opened.at).epochMilliseconds
  return ageMs >= 0 && ageMs < hours * 3_600_000 ? { ...facts.data, ageMs } : null
}

const unsealed = (services: Services, sealed: string | undefined): z.output<typeof envelope> | null => {
  if (!sealed) return null
  try {
    return envelope.parse(JSON.parse(services.unseal(Buffer.from(sealed, 'base64url'))))
  } catch {
    return null
  }
}
