// Who may begin a dossier of a procedure, asked by pages and programs before they offer it; the core asks again.
import type { ClientKind } from '../dossier/events.ts'
import type { Procedure } from './schema.ts'
import type { Start } from './start-schema.ts'

type Begun = Pick<Procedure, 'starts'>

export const begins = ({ starts }: Begun, way: Start['by']): boolean => starts.some((start) => start.by === way)

/** With an account, or at the counter, in the name of a client of this kind. */
export const beginsFor = (procedure: Begun, kind: ClientKind): boolean =>
  (kind === 'company' && begins(procedure, 'company')) || (kind === 'agency' && begins(procedure, 'client'))
