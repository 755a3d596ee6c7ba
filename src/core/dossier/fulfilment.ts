// What a step must make or take away on real systems for this dossier, and whether the proof is complete.

import type { Form } from '../procedure/form.ts'
import type { FulfilmentKind, Step } from '../procedure/schema.ts'
import { holds } from '../procedure/when.ts'
import { formText } from '../register/feed.ts'
import type { Proof } from './events.ts'

export type Fulfilment = { fulfil: FulfilmentKind; mode: 'make' | 'change' | 'remove'; with: Record<string, string> }

export const fulfilmentsOf = (step: Step, form: Form): Fulfilment[] =>
  step.fulfils
    .filter((one) => holds(one.when, form))
    .map((one) => ({
      fulfil: one.fulfil,
      mode: modeOf(one, form),
      with: Object.fromEntries(Object.entries(one.with).map(([key, field]) => [key, formText(form[field])])),
    }))

export const isProven = (wanted: readonly Fulfilment[], proofs: readonly Proof[]): boolean =>
  wanted.every((one) => proofs.some((proof) => proof.fulfil === one.fulfil && proof.passed))

const modeOf = (one: Step['fulfils'][number], form: Form): Fulfilment['mode'] => {
  if (one.removeWhen && holds(one.removeWhen, form)) return 'remove'
  return one.changeWhen && holds(one.changeWhen, form) ? 'change' : 'make'
}
