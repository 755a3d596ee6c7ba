// The work list: every open task of the posts one holds, nearest due first, and what needs a person because it failed.
import type { Context } from 'hono'
import { z } from 'zod'
import { mayOffice } from '../../../core/person/may.ts'
import { draftsOf } from '../../../store/drafts.ts'
import { countWork, readTroubled, readWorkList, type WorkCursor, type WorkRow } from '../../../store/work-list.ts'
import { page } from '../../page.tsx'
import { cursorMoment, decodeCursor, encodeCursor } from '../../request/cursor.ts'
import type { Services } from '../../services.ts'
import { Card } from '../../ui/card.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Pager } from '../../ui/pager.tsx'
import { type WorkItem, WorkList } from '../../ui/work-list.tsx'
import type { App, Visitor, WebEnv } from '../../visitor.ts'
import { ordersOf } from '../apply/order.ts'
import { notFoundPage } from '../message.tsx'
import { signInFirst } from '../sign-in-first.ts'
import { workItem } from './items.tsx'
import { LIVE_PATH, liveRoute } from './live.ts'
import { NewOrders } from './new-orders.tsx'

export const workRoutes = (app: App, services: Services): void => {
  app.get('/work', (c) => workPage(c, services))
  liveRoute(app, services)
}

const cursor = z.tuple([cursorMoment.nullable(), cursorMoment, z.uuid()])

const workPage = async (c: Context<WebEnv>, services: Services) => {
  const visitor = c.get('visitor')
  if (!visitor.signedIn) return signInFirst(c)
  if (!mayOffice(visitor.signedIn.actor, 'see-work')) return notFoundPage(c, services)
  const { agency } = visitor.agency.agency
  const { posts } = visitor.signedIn.actor
  const from = decodeCursor(c.req.query('after'), cursor)
  const after: WorkCursor | null = from && { dueAt: from[0], openedAt: from[1], task: from[2] }
  const orders = ordersOf(visitor.agency, visitor.signedIn)
  const [{ rows, more }, troubled, count, drafts] = await Promise.all([
    readWorkList(services.store, agency, posts, after),
    after ? [] : readTroubled(services.store, agency, posts),
    countWork(services.store, agency, posts),
    orders.length === 0 ? [] : draftsOf(services.store, agency, visitor.signedIn.person, 'order'),
  ])
  const [items, troubledItems] = await Promise.all([
    itemsOf(services, visitor, rows),
    itemsOf(services, visitor, troubled),
  ])
  const last = rows.at(-1)
  const next = more && last ? encodeCursor([last.dueAt, last.openedAt, last.task]) : null
  const { work } = visitor.text.office
  return page(c, services, {
    title: work.title,
    children: (
      <>
        <PageHead
          title={work.title}
          lead={
            <span id="work-count" data-live-part="">
              {work.lead(count)}
            </span>
          }
        />
        {after === null && <NewOrders visitor={visitor} orders={orders} drafts={drafts} />}
        <Lists visitor={visitor} items={items} troubled={troubledItems} next={next} isFirst={after === null} />
      </>
    ),
  })
}

const itemsOf = (services: Services, { agency, ...visitor }: Visitor, rows: readonly WorkRow[]): Promise<WorkItem[]> =>
  Promise.all(
    rows.map(async (row) => {
      const procedure = await services.procedureOf(agency.agency.agency, row.procedure, row.edition)
      return workItem({ agency, ...visitor }, procedure, row)
    }),
  )

type ListsProps = { visitor: Visitor; items: WorkItem[]; troubled: WorkItem[]; next: string | null; isFirst: boolean }

/** One region that a refresh replaces as a whole, so that work that has just failed also appears. */
const Lists = ({ visitor, items, troubled, next, isFirst }: ListsProps) => {
  const { work } = visitor.text.office
  const empty = (
    <EmptyState icon="inbox" title={work.emptyTitle}>
      {work.empty}
    </EmptyState>
  )
  return (
    <div class="stack" id="work" data-live={LIVE_PATH} data-live-announce={work.arrived}>
      {troubled.length > 0 && (
        <Card title={work.troubled} flush>
          <p class="card-note">{work.troubledLead}</p>
          <WorkList
            id="troubled"
            label={work.troubled}
            items={troubled.map((item) => ({ ...item, key: `troubled-${item.key}` }))}
            empty={null}
          />
        </Card>
      )}
      <Card title={work.list} flush>
        <WorkList id="work-list" label={work.list} items={items} empty={empty} />
      </Card>
      <Pager
        label={work.pages}
        previous={isFirst ? undefined : { href: '/work', label: work.first }}
        next={next === null ? undefined : { href: `/work?after=${next}`, label: work.next }}
      />
    </div>
  )
}
