// Notices that the ladder of an office is another one than before: then all timers are armed anew, as after a new calendar.
import { createHash } from 'node:crypto'
import { isReProjected, queueReProjection } from '../store/re-projections.ts'
import { type JobTools, officeOf } from './tools.ts'

export const watchLadder = async (tools: JobTools, agency: string): Promise<void> => {
  const { ladder } = (await officeOf(tools, agency)).agency
  const cause = `ladder ${createHash('sha256').update(JSON.stringify(ladder)).digest('hex').slice(0, 16)}`
  if (await isReProjected(tools.store, agency, cause)) return
  const payload = { agency, reason: REASON, calendar: null, change: cause, by: null }
  await queueReProjection(tools.store, payload, `re-project:${agency}:${cause}`)
}

/** Stands in the journal, which is kept in the language of the office. */
const REASON = 'Tangga peringatan kantor berlaku'
