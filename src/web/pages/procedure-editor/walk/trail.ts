// What has been done in a trial, as the page carries it from one press to the next: sealed, and kept nowhere else.
import { z } from 'zod'
import type { Move } from '../../../../core/dossier/rehearsal.ts'
import type { Form } from '../../../../core/procedure/form.ts'
import type { Services } from '../../../services.ts'

export type Trail = { draft: string; begunAt: string; moves: Move[] }

/** Nobody walks further; a page must not grow without end. */
export const MOST_MOVES = 200

const value = z.union([
  z.string(),
  z.strictObject({ nama: z.string(), jabatan: z.string(), email: z.string(), telepon: z.string() }),
  z.array(z.record(z.string(), z.string())),
])
const form: z.ZodType<Form> = z.record(z.string(), value)
const reason = z.string()
const task = z.string()

const trail: z.ZodType<Trail> = z.object({
  draft: z.string(),
  begunAt: z.string(),
  moves: z
    .array(
      z.discriminatedUnion('do', [
        z.object({ do: z.literal('begin'), start: z.number(), form }),
        z.object({ do: z.literal('finish'), task, answer: z.record(z.string(), z.unknown()) }),
        z.object({ do: z.literal('return'), task, reason }),
        z.object({ do: z.literal('reject'), task, reason }),
        z.object({ do: z.literal('withdraw'), reason }),
      ]),
    )
    .max(MOST_MOVES),
})

export const sealedTrail = (services: Pick<Services, 'seal'>, one: Trail): string =>
  Buffer.from(services.seal(JSON.stringify(one))).toString('base64url')

/** Null where it is none of ours, or of another draft. */
export const openedTrail = (services: Pick<Services, 'unseal'>, sealed: string, draft: string): Trail | null => {
  try {
    const parsed = trail.safeParse(JSON.parse(services.unseal(Buffer.from(sealed, 'base64url'))))
    return parsed.success && parsed.data.draft === draft ? parsed.data : null
  } catch {
    return null
  }
}
