// Which problems an address can answer: those that any can, told once, and those special to it.
import { SCOPE_NAMES } from '../../core/person/scopes.ts'
import type { Doc } from './endpoint.ts'
import type { ProblemCode } from './problem-codes.ts'

/** Told once on the reference page, each group for the addresses that it is about. */
export const GENERAL = {
  any: ['not-found', 'invalid', 'wrong-method', 'too-often', 'fault', 'away'],
  token: ['no-token', 'bad-token', 'narrow-token'],
  body: ['unreadable', 'wrong-media-type', 'too-big'],
} as const satisfies Record<string, readonly ProblemCode[]>

/** A task can be somebody else's, over, or in other hands, whatever is done with it. */
export const ON_TASK = ['not-yours', 'already-done', 'taken-by-other'] as const satisfies readonly ProblemCode[]

/** What is wrong with the values that were sent, and what the rules behind this address refuse. */
export const specialProblems = (doc: Doc): ProblemCode[] => [
  ...new Set<ProblemCode>([
    ...(doc.params ? ['not-found' as const] : []),
    ...(doc.body || doc.query || doc.isCommand ? ['invalid' as const] : []),
    ...doc.problems,
    ...(doc.isCommand ? (['not-open', 'key-reused'] as const) : []),
    ...(doc.mark === 'acts' ? ['changed-meanwhile' as const] : []),
  ]),
]

/** Every code that this address may answer. */
export const problemsOf = (doc: Doc): ProblemCode[] => [
  ...new Set<ProblemCode>([
    ...specialProblems(doc),
    ...tokenProblems(doc),
    ...(doc.body ? GENERAL.body : []),
    ...GENERAL.any,
  ]),
]

/** A wrong token is told also where none is needed; one that opens everything here cannot be too narrow. */
const tokenProblems = ({ scopes }: Doc): readonly ProblemCode[] => {
  if (scopes.length === 0) return ['bad-token']
  return scopes.length === SCOPE_NAMES.length ? ['no-token', 'bad-token'] : GENERAL.token
}
