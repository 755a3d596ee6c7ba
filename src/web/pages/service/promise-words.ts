// The time that a service promises, in words; empty where the SOP sets none.
import { type Language, speakLimit } from '../../../core/clock/speak.ts'
import { parseTime } from '../../../core/clock/time-limit.ts'
import type { Procedure } from '../../../core/procedure/schema.ts'

export const promiseWords = (procedure: Pick<Procedure, 'promise'>, language: Language): string => {
  const limit = parseTime(procedure.promise)
  return limit && limit.kind !== 'untimed' ? speakLimit(limit, language) : ''
}
