// The work list: what is to be done in the view that was chosen, nearest due first, and what needs a person because it failed.
import type { Context } from 'hono'
import { mayOffice } from '../../../core/person/may.ts'
import { type Asker, listClients } from '../../../store/clients.ts'
import { draftsOf } from '../../../store/drafts.ts'
import { countWorkViews } from '../../../store/work-counts.ts'
import { readTroubled } from '../../../store/work-list.ts'
import { page } from '../../page.tsx'
import type { Services } from '../../services.ts'
import { PageHead } from '../../ui/page-head.tsx'
import { unsignedFor } from '../../unsigned-letters.ts'
import type { App, SignedIn, Visitor, WebEnv } from '../../visitor.ts'
import { type TaskView, viewsOf, type WorkDesk, whoseOf, workDesk } from '../../work-desk.ts'
import { ordersOf } from '../apply/order.ts'
import { notFoundPage } from '../message.tsx'
import { signInFirst } from '../sign-in-first.ts'
import { type Asked, readAsked, workAddress } from './asked.ts'
import { chooseRoutes } from './choose.ts'
import { sendCsv } from './csv.ts'
import { FilterForm } from './filter-form.tsx'
import { deedsOfPage, itemsOf, itemsOfPage, readPage } from './listed.ts'
import { Lists, Strange } from './lists.tsx'
import { liveRoute } from './live.ts'
import { NewOrders } from './new-orders.tsx'
import { Tabs, type ViewCount } from './tabs.tsx'

type Web = Context<WebEnv>

export const workRoutes = (app: App, services: Services): void => {
  app.get('/work', (c) => withDesk(c, services, workPage))
  app.get('/work.csv', (c) => withDesk(c, services, sendCsv))
  chooseRoutes(app, services)
  liveRoute(app, services)
}

/** Everything a work list is asked with, looked at once. */
export type AskedDesk = {
  visitor: Visitor
  signedIn: SignedIn
  desk: WorkDesk
  asked: Asked
  clients: readonly Asker[]
}

type Show = (c: Web, services: Services, at: AskedDesk) => Response | Promise<Response>

const withDesk = async (c: Web, services: Services, show: Show) => {
  const visitor = c.get('visitor')
  const { signedIn, agency, now, text } = visitor
  if (!signedIn) return signInFirst(c)
  if (!mayOffice(signedIn.actor, 'see-work')) return notFoundPage(c, services)
  const desk = workDesk(agency, signedIn, now)
  // Which companies have an account is not for every officer to leaf through.
  const kinds = mayOffice(signedIn.actor, 'see-companies') ? (['agency', 'company'] as const) : (['agency'] as const)
  const clients = await listClients(services.store, agency.agency.agency, kinds)
  const asked = readAsked(c.req.query(), { agency, views: viewsOf(desk), clients, text })
  return show(c, services, { visitor, signedIn, desk, asked, clients })
}

const workPage: Show = async (c, services, { visitor, signedIn, desk, asked, clients }) => {
  // What a form leaves empty is no part of an address that is kept or sent on.
  if (asked.strange.length === 0 && Object.values(c.req.query()).includes(''))
    return c.redirect(workAddress(asked), 302)
  const { agency } = visitor.agency.agency
  const isFront = asked.view === 'mine' && asked.after === null
  const orders = isFront ? ordersOf(visitor.agency, signedIn) : []
  const [read, troubled, unsigned, counts, drafts] = await Promise.all([
    readPage(services, { visitor, desk, asked }),
    isFront ? readTroubled(services.store, agency, desk.posts) : [],
    isFront ? unsignedFor(services, { office: agency, person: signedIn, now: visitor.now }) : [],
    countsOf(services, agency, desk),
    orders.length === 0 ? [] : draftsOf(services.store, agency, signedIn.person, 'order'),
  ])
  const [items, troubledItems, deeds] = await Promise.all([
    itemsOfPage(services, visitor, read),
    itemsOf(services, visitor, troubled),
    deedsOfPage(services, visitor, read),
  ])
  const { work, views } = visitor.text.office
  return page(c, services, {
    title: asked.view === 'mine' ? work.title : `${work.title}: ${views.names[asked.view]}`,
    children: (
      <>
        <PageHead kicker={work.title} title={views.names[asked.view]} lead={views.leads[asked.view]} />
        <Strange visitor={visitor} strange={asked.strange} />
        {isFront && <NewOrders visitor={visitor} orders={orders} drafts={drafts} />}
        <Tabs visitor={visitor} asked={asked} counts={counts} />
        <FilterForm visitor={visitor} asked={asked} clients={clients} isEmpty={items.length === 0} />
        <Lists
          {...{ visitor, asked, counts, items, troubled: troubledItems, unsigned, next: read.next }}
          deeds={deeds}
          formKey={services.newId()}
        />
      </>
    ),
  })
}

const countsOf = async (services: Services, agency: string, desk: WorkDesk): Promise<ViewCount[]> => {
  const offered = viewsOf(desk)
  const tasks = offered.filter((view): view is TaskView => view !== 'elsewhere')
  const counted = await countWorkViews(services.store, agency, {
    views: tasks.map((view) => whoseOf(desk, view)),
    posts: desk.posts,
  })
  return offered.map((view) => ({
    view,
    count: view === 'elsewhere' ? counted.elsewhere : (counted.views[tasks.indexOf(view)] ?? 0),
  }))
}
