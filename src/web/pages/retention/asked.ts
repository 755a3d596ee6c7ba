// What the address of the list asks for: one state, one code, from where on.
import type { Context } from 'hono'
import { z } from 'zod'
import { RETENTION_STATES } from '../../../core/retention/retention.ts'
import type { RetentionCursor, RetentionFilter } from '../../../store/retention.ts'
import { cursorMoment, decodeCursor } from '../../request/cursor.ts'
import type { WebEnv } from '../../visitor.ts'
import { RETENTION_PATH } from './retention-path.ts'

export const retentionCursor = z.tuple([cursorMoment, z.uuid()])

export const filterOf = (c: Context<WebEnv>): RetentionFilter => {
  const state = RETENTION_STATES.find((one) => one === c.req.query('state'))
  const code = c.req.query('classification') ?? ''
  return { ...(state ? { state } : {}), ...(/^[\w.-]{1,30}$/.test(code) ? { classification: code } : {}) }
}

export const afterOf = (c: Context<WebEnv>): RetentionCursor | null => {
  const from = decodeCursor(c.req.query('after'), retentionCursor)
  return from && { endedAt: from[0], dossier: from[1] }
}

/** Everything that narrows the list stays in the address: on the next page, in the table, on another tab. */
export const listAddress = (filter: RetentionFilter, more: { path?: string; after?: string } = {}): string => {
  const { path = RETENTION_PATH, after } = more
  const query = new URLSearchParams({ ...filter, ...(after ? { after } : {}) }).toString()
  return query === '' ? path : `${path}?${query}`
}
