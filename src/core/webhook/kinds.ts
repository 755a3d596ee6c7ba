// Of what a program may be told, and how much.
import type { Event } from '../dossier/events.ts'

export const TOLD_EVENTS = [
  'submitted',
  'entered',
  'corrected',
  'returned',
  'step-opened',
  'step-finished',
  'paper-filed',
  'extended',
  'rung-reached',
  'rejected',
  'withdrawn',
  'finished',
] as const satisfies readonly Event['type'][]
export type ToldEvent = (typeof TOLD_EVENTS)[number]

/** Beyond identities, numbers, kind, moment and link: only what a subscription says. */
export const TELLS = ['subject', 'client'] as const
export type Tells = (typeof TELLS)[number]
