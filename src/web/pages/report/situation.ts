// Which report is written on this page, by which browser; or the answer that ends the matter here.
import type { Context } from 'hono'
import { z } from 'zod'
import { inForce } from '../../../core/agency/catalogue.ts'
import type { Procedure } from '../../../core/procedure/schema.ts'
import { begins } from '../../../core/procedure/who-begins.ts'
import type { ReportKey } from '../../../store/report-forms.ts'
import { first, type Posted } from '../../request/body.ts'
import type { Services } from '../../services.ts'
import type { Visitor, WebEnv } from '../../visitor.ts'
import { beginHolder, holderOf } from './holder.ts'
import { openSealed, sealedFor } from './sealed.ts'

type Web = Context<WebEnv>

export const FORM = 'lapor.formulir'

/** Long enough for somebody who looks for the addresses meanwhile. */
const HOURS = 6
const shape = z.object({ kind: z.literal('report-form'), procedure: z.string(), report: z.uuid(), holder: z.uuid() })

export type Writing = {
  procedure: Procedure
  key: ReportKey
  /** Goes with the form: which report it is, for which browser, since when. */
  token: string
  /** Since the form was opened. */
  ageMs: number
}

export const reportsOf = ({ agency }: Pick<Visitor, 'agency'>): Procedure[] =>
  inForce(agency).filter((procedure) => begins(procedure, 'public'))

export const reportNamed = (c: Web): Procedure | undefined =>
  reportsOf(c.get('visitor')).find((one) => one.procedure === c.req.param('procedure'))

export const newWriting = (c: Web, services: Services, procedure: Procedure): Writing => {
  const key = { report: services.newId(), holder: holderOf(c, services) ?? beginHolder(c, services) }
  const token = sealedFor(c, services, { kind: 'report-form', procedure: procedure.procedure, ...key })
  return { procedure, key, token, ageMs: 0 }
}

/** Null when the form is too old, is of another browser, or was never given out: it is given out anew, as it was filled in. */
export const writingOf = (c: Web, services: Services, procedure: Procedure, form: Posted): Writing | null => {
  const token = first(form, FORM)
  const opened = openSealed(c, services, token, { shape, hours: HOURS })
  if (opened?.procedure !== procedure.procedure || opened.holder !== holderOf(c, services)) return null
  return { procedure, key: { report: opened.report, holder: opened.holder }, token, ageMs: opened.ageMs }
}
