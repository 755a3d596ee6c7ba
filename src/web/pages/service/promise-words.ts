// The time that a service promises, in words; empty where the SOP sets none.
import { type Language, speakLimit } from '../../../core/clock/speak.ts'
import { speakDueInFull } from '../../../core/clock/speak-due.ts'
import { parseTime } from '../../../core/clock/time-limit.ts'
import { promiseDue } from '../../../core/dossier/clocks.ts'
import type { Dossier } from '../../../core/dossier/dossier.ts'
import type { Procedure } from '../../../core/procedure/schema.ts'
import type { Fact } from '../../ui/definition.tsx'
import type { Visitor } from '../../visitor.ts'

export const promiseWords = (procedure: Pick<Procedure, 'promise'>, language: Language): string => {
  const limit = parseTime(procedure.promise)
  return limit && limit.kind !== 'untimed' ? speakLimit(limit, language) : ''
}

/** The promise to one request, with the moment until which it runs; no fact where nothing is promised. */
export const promiseFacts = (visitor: Visitor, procedure: Procedure, dossier: Dossier): Fact[] => {
  const { agency, language, text } = visitor
  const words = text.apply.receipt
  const promise = promiseWords(procedure, language)
  const dueAt = promiseDue({ procedure, dossier, office: agency })
  if (promise === '') return []
  const until = dueAt && words.promiseUntil(promise, speakDueInFull(dueAt, language, agency.calendar))
  const isPaused = dueAt === null && parseTime(procedure.promise)?.kind === 'fixed'
  return [{ label: words.promise, value: until ?? (isPaused ? text.clocks.promisePaused(promise) : promise) }]
}
