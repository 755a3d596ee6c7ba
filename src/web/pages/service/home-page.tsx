// The first page: what the office does for its applicants, a box for the tracking code, and one's own requests first.
import type { Context } from 'hono'
import { mayOffice } from '../../../core/person/may.ts'
import { serviceName } from '../../../core/procedure/service-standard.ts'
import { myDossiers } from '../../../store/my-dossiers.ts'
import { page } from '../../page.tsx'
import type { Services } from '../../services.ts'
import { LinkButton } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { SIGN_IN_PATH } from '../../ui/masthead.tsx'
import { PageHead, Split } from '../../ui/page-head.tsx'
import type { App, Visitor, WebEnv } from '../../visitor.ts'
import { RequestList } from '../mine/request-list.tsx'
import { type Standing, standingOf } from '../mine/standing.ts'
import { TrackBox } from '../public/track-box.tsx'
import { REPORT_BASE } from '../report/holder.ts'
import { reportsOf } from '../report/situation.ts'
import { CatalogueView } from './catalogue-view.tsx'

/** More than these are on the page of one's own requests. */
const SHOWN = 5

export const homeRoute = (app: App, services: Services): void => {
  app.get('/', async (c) => showHome(c, services, await openRequests(c.get('visitor'), services)))
}

const openRequests = async (visitor: Visitor, services: Services): Promise<Standing[] | null> => {
  const { signedIn, agency } = visitor
  if (!signedIn || !mayOffice(signedIn.actor, 'apply')) return null
  const mine = await myDossiers(services.store, agency.agency.agency, {
    clients: signedIn.actor.clients,
    onlyOpen: true,
    limit: SHOWN,
  })
  return Promise.all(mine.map((one) => standingOf(services, visitor, one)))
}

const showHome = (c: Context<WebEnv>, services: Services, mine: Standing[] | null) => {
  const visitor = c.get('visitor')
  const { text, agency, signedIn } = visitor
  const words = text.publicPages.home
  const body = (
    <>
      <PageHead kicker={text.common.productLong} title={words.headline(agency.agency.name)} lead={words.lead} />
      <Split
        main={
          <>
            {mine && <MyOpen visitor={visitor} mine={mine} />}
            <CatalogueView visitor={visitor} question="" brief />
          </>
        }
        aside={
          <>
            <TrackBox text={text.publicPages.track} title={words.track} lead={words.trackLead} />
            <Reports visitor={visitor} />
            {!signedIn && <HowTo words={words} />}
          </>
        }
      />
    </>
  )
  return page(c, services, { title: words.title, children: body })
}

const MyOpen = ({ visitor, mine }: { visitor: Visitor; mine: Standing[] }) => {
  const words = visitor.text.publicPages.home
  return (
    <Card title={words.mine} aside={<a href="/mine">{words.allMine}</a>} flush={mine.length > 0}>
      {mine.length === 0 ? <p>{words.nothingOpen}</p> : <RequestList visitor={visitor} items={mine} />}
    </Card>
  )
}

/** Whoever has no account finds here what they may report at once. */
const Reports = ({ visitor }: { visitor: Visitor }) => {
  const { offer } = visitor.text.ways
  const reports = reportsOf(visitor)
  if (reports.length === 0) return null
  return (
    <Card title={offer.reports}>
      <p>{offer.reportsLead}</p>
      <ul class="rows">
        {reports.map((procedure) => (
          <li key={procedure.procedure}>
            <a href={`${REPORT_BASE}/${procedure.procedure}`}>{serviceName(procedure)[visitor.language]}</a>
          </li>
        ))}
      </ul>
    </Card>
  )
}

const HowTo = ({ words }: { words: Visitor['text']['publicPages']['home'] }) => (
  <Card
    title={words.how}
    actions={
      <>
        <LinkButton href={SIGN_IN_PATH} icon="login">
          {words.signIn}
        </LinkButton>
        <LinkButton href="/register" kind="quiet">
          {words.register}
        </LinkButton>
      </>
    }
  >
    <ol class="numbers">
      {words.howSteps.map((step) => (
        <li key={step}>{step}</li>
      ))}
    </ol>
  </Card>
)
