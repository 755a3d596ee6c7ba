// The address by which a mail lets its reader stop mails like it: sealed, so that nobody can make one up for another.
import { z } from 'zod'
import { GROUPS } from '../../core/notice/occasions.ts'

export const SWITCH_OFF_PATH = '/notices/off'

/** Of a digest: whatever comes in it. */
export const ALL_TOPICS = 'all'

const shape = z.strictObject({ agency: z.string(), person: z.string(), topic: z.enum([...GROUPS, ALL_TOPICS]) })
export type SwitchOff = z.output<typeof shape>

export const switchOffPath = (
  seal: (text: string) => Uint8Array,
  what: { agency: string; person: string; topic: string },
): string => `${SWITCH_OFF_PATH}/${Buffer.from(seal(JSON.stringify(what))).toString('base64url')}`

/** @returns null for what was not sealed by this office */
export const readSwitchOff = (unseal: (sealed: Uint8Array) => string, code: string): SwitchOff | null => {
  try {
    return shape.parse(JSON.parse(unseal(Buffer.from(code, 'base64url'))))
  } catch {
    return null
  }
}
