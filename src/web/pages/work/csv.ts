// What a view of the work list shows, whole and as narrowed, for a spreadsheet: written page by page as it is read.
import type { Context } from 'hono'
import { postTitle } from '../../../core/agency/agency.ts'
import { type Instant, inZone } from '../../../core/clock/instant.ts'
import type { Procedure } from '../../../core/procedure/schema.ts'
import { serviceName } from '../../../core/procedure/service-standard.ts'
import type { ElsewhereRow } from '../../../store/work-elsewhere.ts'
import type { ViewRow } from '../../../store/work-view.ts'
import { BYTE_ORDER_MARK, csvRow } from '../../request/csv.ts'
import type { Services } from '../../services.ts'
import type { Visitor, WebEnv } from '../../visitor.ts'
import { holderOf } from './elsewhere.ts'
import { taskWords } from './items.tsx'
import { procedureOf, type ReadPage, readPage } from './listed.ts'
import type { AskedDesk } from './work.tsx'

const ROWS_AT_ONCE = 500

/** From the first row on, whichever page is open. */
export const sendCsv = (c: Context<WebEnv>, services: Services, { visitor, desk, asked }: AskedDesk): Response => {
  const { views } = visitor.text.office
  const day = inZone(visitor.now, visitor.agency.agency.zone).toPlainDate().toString()
  const name = views.csvName(views.names[asked.view], day)
  c.header('content-type', 'text/csv; charset=utf-8')
  c.header('content-disposition', `attachment; filename="work.csv"; filename*=UTF-8''${encodeURIComponent(name)}`)
  c.header('cache-control', 'no-store')
  return c.body(utf8(tableOf(services, { visitor, desk, asked })))
}

type Table = Pick<AskedDesk, 'visitor' | 'desk' | 'asked'>

async function* tableOf(services: Services, { visitor, desk, asked }: Table): AsyncGenerator<string> {
  yield BYTE_ORDER_MARK + csvRow(headOf(visitor, asked.view === 'elsewhere'))
  let after: string | null = null
  do {
    const read: ReadPage = await readPage(services, { visitor, desk, asked: { ...asked, after }, size: ROWS_AT_ONCE })
    yield (await rowsOf(services, visitor, read)).map(csvRow).join('')
    after = read.next
  } while (after !== null)
}

/** What breaks on the way breaks the connection: half a table must not pass for a whole one. */
const utf8 = (texts: AsyncGenerator<string>): ReadableStream<Uint8Array> => {
  const encoder = new TextEncoder()
  return new ReadableStream({
    pull: async (out) => {
      const next = await texts.next()
      if (next.done) out.close()
      else out.enqueue(encoder.encode(next.value))
    },
    cancel: async () => {
      await texts.return(undefined)
    },
  })
}

const headOf = ({ text }: Visitor, isElsewhere: boolean): string[] => {
  const { columns } = text.office.views
  const { number, subject, client, service, task, post, holder, since, due, urgency, secrecy, left } = columns
  return isElsewhere
    ? [number, subject, client, service, task, post, since, left, urgency, secrecy]
    : [number, subject, client, service, task, post, holder, since, due, urgency, secrecy]
}

const rowsOf = (services: Services, visitor: Visitor, read: ReadPage): Promise<string[][]> =>
  read.kind === 'tasks'
    ? Promise.all(read.rows.map(async (row) => taskRow(visitor, await procedureOf(services, visitor, row), row)))
    : Promise.all(read.rows.map(async (row) => elsewhereRow(visitor, await procedureOf(services, visitor, row), row)))

const taskRow = (visitor: Visitor, procedure: Procedure, row: ViewRow): string[] => [
  ...about(visitor, procedure, row),
  taskWords(visitor, procedure, row),
  row.posts.map((post) => postTitle(visitor.agency.agency, post)).join(', '),
  row.takenName ?? '',
  moment(visitor, row.openedAt),
  row.dueAt === null ? '' : moment(visitor, row.dueAt),
  ...grades(visitor, row),
]

const elsewhereRow = (visitor: Visitor, procedure: Procedure, row: ElsewhereRow): string[] => [
  ...about(visitor, procedure, row),
  row.tasks.map((task) => taskWords(visitor, procedure, task)).join(', '),
  row.tasks.map((task) => holderOf(visitor, procedure, task)).join(', '),
  row.tasks[0] ? moment(visitor, row.tasks[0].openedAt) : '',
  moment(visitor, row.passedAt),
  ...grades(visitor, row),
]

const about = (
  { language }: Visitor,
  procedure: Procedure,
  { number, subject, client }: { number: string; subject: string; client: string },
): string[] => [number, subject, client, serviceName(procedure)[language]]

/** `2026-11-23 09:05`: every spreadsheet reads it as a moment, and as text it sorts. */
const moment = ({ agency }: Visitor, at: Instant): string => {
  const local = inZone(at, agency.agency.zone)
  return `${local.toPlainDate()} ${local.toPlainTime().toString({ smallestUnit: 'minute' })}`
}

const grades = (
  { text }: Visitor,
  { urgency, secrecy }: { urgency: string | null; secrecy: string | null },
): string[] => {
  const words = text.office.grades
  const found = (kinds: Readonly<Record<string, string>>, one: string | null) =>
    one === null ? '' : (kinds[one] ?? one)
  return [found(words.urgency, urgency), found(words.secrecy, secrecy)]
}
