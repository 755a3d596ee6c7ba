// Runs a command upon a dossier for a program: once under its key, and bound to the task as it was seen where asked.
import { createHash } from 'node:crypto'
import type { Command } from '../../core/dossier/commands.ts'
import type { By } from '../../core/dossier/events.ts'
import { sentence } from '../../core/sentence.ts'
import type { Handled, Order } from '../../store/handle.ts'
import { type Asked, bad, type Caller } from './endpoint.ts'
import { type ProblemFacts, refused } from './problem.ts'

export type Commanding = Pick<Order, 'dossier' | 'edition' | 'known'> & { by: By; command: Command }

type Done = Extract<Handled, { ok: true }>
export type Ran =
  | ({ ok: true } & Pick<Done, 'dossier' | 'version' | 'number' | 'isRepeated'>)
  | { ok: false; problem: ProblemFacts }

/** @param asked what the key stands for: the body as it came, for a made command has fresh identities in it */
export const runCommand = async (
  call: Asked & { caller: Caller },
  { dossier, edition, known, by, command }: Commanding,
  asked: unknown = command,
): Promise<Ran> => {
  const key = keyOf(call)
  if (key === null) return bad('invalid', undefined, [{ in: 'header', path: 'Idempotency-Key', sentence: WRONG_KEY }])
  const seen = 'task' in command && typeof command.task === 'string' ? seenAs(call, command.task) : undefined
  const handled = await call.services.handle({
    agency: call.office,
    dossier,
    by,
    command,
    key: `api:${call.caller.person}:${key || call.services.newId()}`,
    fingerprint: createHash('sha256')
      .update(JSON.stringify([call.c.req.path, asked]))
      .digest('base64url'),
    ...(seen === undefined ? {} : { seen }),
    ...(edition ? { edition } : {}),
    ...(known ? { known } : {}),
  })
  return handled.ok ? handled : { ok: false, problem: refused(handled.refusal) }
}

/** @returns empty without the header, null when it is none that we keep */
export const keyOf = ({ c }: Pick<Asked, 'c'>): string | null => {
  const sent = c.req.header('idempotency-key')
  if (sent === undefined) return ''
  return KEY.test(sent) ? sent : null
}

/** Printable ASCII, as the draft for this header wants it; its quotes are left as they are. */
export const KEY = /^[\x21-\x7e]{1,100}$/

export const WRONG_KEY = sentence(
  'Kunci terdiri atas 1 sampai 100 tanda ASCII tanpa spasi, misalnya sebuah UUID.',
  'A key has 1 to 100 ASCII signs without spaces, such as a UUID.',
)

/** `If-Match: *` asks for any state, as if the header were not there. */
const seenAs = ({ c }: Asked, task: string): Order['seen'] | undefined => {
  const sent = c.req.header('if-match')?.trim()
  return sent === undefined || sent === '*' ? undefined : { task, mark: sent.replace(/^"(.*)"$/, '$1') }
}

export const etag = (mark: string): string => `"${mark}"`
