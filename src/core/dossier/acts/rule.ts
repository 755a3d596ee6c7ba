// What every act has in common: it reads its answer, and says what it adds and whether the task is done.
import { z } from 'zod'
import type { Procedure, Step } from '../../procedure/schema.ts'
import { type Context, type NumberRequest, type Refusal, refuse } from '../commands.ts'
import type { Dossier, Task } from '../dossier.ts'
import type { Fact } from '../events.ts'
import { MAX_TEXT } from '../reason.ts'

export type ActSituation = { procedure: Procedure; dossier: Dossier; step: Step; task: Task; context: Context }

export type Closing =
  | { closes: 'nothing' }
  | { closes: 'side-task' }
  | { closes: 'step'; exit?: string | undefined; note?: string | undefined }

export type ActOutcome =
  | { ok: true; facts: Fact[]; numbers?: NumberRequest[]; closing: Closing }
  | { ok: false; refusal: Refusal }

export type ActRule = (situation: ActSituation, answer: unknown) => ActOutcome

export const note = z.string().trim().max(MAX_TEXT).default('')
export const exit = z.string().optional()
/** Of acts that ask for a note and, where the step decides, for the answer to its question. */
export const plainAnswer = z.object({ note, exit })

/** Binds an act to the shape of its answer; a wrong shape is a refusal, never a fault. */
export const act =
  <Answer>(shape: z.ZodType<Answer>, rule: (situation: ActSituation, answer: Answer) => ActOutcome): ActRule =>
  (situation, answer) => {
    const parsed = shape.safeParse(answer)
    if (parsed.success) return rule(situation, parsed.data)
    const [issue] = parsed.error.issues
    if (issue?.code === 'too_big') return tooLong
    const place = issue?.path.join('.') || 'isian'
    return refuse(
      'invalid-answer',
      `Isian "${place}" belum benar. Periksa lalu kirim lagi.`,
      `The field "${place}" is not right. Check it and send again.`,
    )
  }

const tooLong = refuse(
  'invalid-answer',
  'Catatan paling panjang 2.000 huruf. Persingkat lalu kirim lagi.',
  'A note has 2,000 characters at most. Make it shorter and send again.',
)
