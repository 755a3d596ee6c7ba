// The one form of condition: `when: { field, is }`, used by steps, fields, papers and fulfilments.
import type { When } from './field-schema.ts'

/** @param form values of the dossier's form by field name; absent condition holds */
export const holds = (when: When | undefined, form: Record<string, unknown>): boolean =>
  (when ?? []).every(({ field, is }) => {
    const value = form[field]
    return typeof value === 'string' && is.includes(value)
  })
