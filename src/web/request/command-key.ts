// The key under which a command is done once: the person, the key of the form, and what the form asked for.
import { createHash } from 'node:crypto'
import { first, type Posted } from './body.ts'

type Sent = {
  person: string
  form: Posted
  /** What is asked for, when the form may be sent again with something else in it: somebody went back in the browser. */
  command?: unknown
}

/**
 * The same form sent twice is done once, and nobody can use the key of another.
 *
 * @param newId for a form without a key of ours: there is nothing to tell a second press by
 */
export const commandKey = ({ person, form, command = null }: Sent, newId: () => string): string => {
  const typed = first(form, 'key')
  const key = /^[\w-]{8,80}$/.test(typed) ? typed : newId()
  const asked = createHash('sha256').update(JSON.stringify(command)).digest('base64url').slice(0, 22)
  return `${person}:${key}:${asked}`
}
