// The line that an operator finds under the code of a fault: what it was, where it was met, and for which request.
import type { Context } from 'hono'
import { type Outage, outageOf } from '../../store/outage.ts'
import type { Services } from '../services.ts'
import type { WebEnv } from '../visitor.ts'

export const logFault = (c: Context<WebEnv>, { log }: Pick<Services, 'log'>, error: unknown): void => {
  const { method } = c.req
  const path = loggedPath(c.req.path)
  const outage = outageOf(error)
  const facts = { err: error, requestId: c.get('requestId'), method, path }
  if (outage) log.error({ ...facts, outage }, `the database is ${SAYS[outage]}`)
  else log.error(facts, 'fault')
}

const SAYS: Record<Outage, string> = {
  away: 'away',
  slow: 'too slow',
  busy: 'out of connections',
  reading: 'read-only',
  full: 'out of disk space',
}

/** A code opens what it stands for to whoever reads it: it is not for the log. */
export const loggedPath = (path: string): string =>
  path.replace(/\/(track|tracking|check|letters|off)\/.+/s, '/$1/[rahasia]')
