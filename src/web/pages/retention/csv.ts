// The list of retention as a table for a spreadsheet, as narrowed: what is to be handed to the archive leaves this way.
import type { Context } from 'hono'
import { inZone } from '../../../core/clock/instant.ts'
import { type RetentionCursor, readRetention } from '../../../store/retention.ts'
import { BYTE_ORDER_MARK, csvRow } from '../../request/csv.ts'
import { scheduleOf } from '../../retention-acts.ts'
import type { Services } from '../../services.ts'
import type { WebEnv } from '../../visitor.ts'
import { filterOf } from './asked.ts'

const AT_ONCE = 1000
const MOST = 100_000

export const sendList = async (c: Context<WebEnv>, services: Services): Promise<Response> => {
  const { text, agency, now } = c.get('visitor')
  const words = text.retention
  const { zone, classifications } = agency.agency
  const wanted = { schedule: scheduleOf(agency), filter: filterOf(c), limit: AT_ONCE }
  const lines = [csvRow([words.number, words.classification, '', words.ended, words.state, words.subject])]
  let after: RetentionCursor | null = null
  do {
    const rows = await readRetention(services.store, agency.agency.agency, { ...wanted, after })
    for (const row of rows.slice(0, AT_ONCE)) {
      const title = classifications.find(({ code }) => code === row.classification)?.title ?? ''
      const ended = inZone(row.endedAt, zone).toPlainDate().toString()
      lines.push(
        csvRow([row.number, row.classification ?? '', title, ended, words.states[row.state], row.subject ?? '']),
      )
    }
    const last = rows[AT_ONCE - 1]
    after = rows.length > AT_ONCE && last ? { endedAt: last.endedAt, dossier: last.dossier } : null
  } while (after !== null && lines.length < MOST)
  const name = `${words.csvName}-${inZone(now, zone).toPlainDate()}.csv`
  c.header('content-type', 'text/csv; charset=utf-8')
  c.header('content-disposition', `attachment; filename="retention.csv"; filename*=UTF-8''${encodeURIComponent(name)}`)
  c.header('cache-control', 'no-store')
  return c.body(BYTE_ORDER_MARK + lines.join(''))
}
