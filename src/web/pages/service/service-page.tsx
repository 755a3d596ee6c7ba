// The standard of one service, as published: what is needed, what happens, how long, at what cost, where to complain.
import type { Context } from 'hono'
import { inForce } from '../../../core/agency/catalogue.ts'
import type { Forecast } from '../../../core/clock/forecast.ts'
import type { Procedure } from '../../../core/procedure/schema.ts'
import { serviceName } from '../../../core/procedure/service-standard.ts'
import { type Draft, draftsOf } from '../../../store/drafts.ts'
import { page } from '../../page.tsx'
import type { Services } from '../../services.ts'
import { PageHead, Split } from '../../ui/page-head.tsx'
import type { App, WebEnv } from '../../visitor.ts'
import { notFoundPage } from '../message.tsx'
import { AboutSop } from './about-sop.tsx'
import { CATALOGUE_PATH } from './catalogue-view.tsx'
import { EditionLinks } from './edition-links.tsx'
import { forecastNow } from './forecast-words.ts'
import { Making } from './making.tsx'
import { Standard } from './standard.tsx'
import { WaysToBegin } from './ways-to-begin.tsx'

export const serviceRoute = (app: App, services: Services): void => {
  app.get('/services/:procedure', async (c) => {
    const visitor = c.get('visitor')
    const { agency, signedIn } = visitor
    const procedure = inForce(agency).find((one) => one.procedure === c.req.param('procedure'))
    if (!procedure) return notFoundPage(c, services)
    const drafts = signedIn ? await draftsOf(services.store, agency.agency.agency, signedIn.person, 'online') : []
    return showService(c, services, {
      procedure,
      draft: drafts.find((one) => one.procedure === procedure.procedure),
      forecast: await forecastNow(services, visitor, procedure.procedure),
    })
  })
}

type Shown = { procedure: Procedure; draft: Draft | undefined; forecast: Forecast | null }

const showService = (c: Context<WebEnv>, services: Services, { procedure, draft, forecast }: Shown) => {
  const visitor = c.get('visitor')
  const { text, language } = visitor
  const words = text.publicPages.service
  const body = (
    <>
      <PageHead
        back={{ href: CATALOGUE_PATH, label: words.back }}
        kicker={words.standard}
        title={serviceName(procedure)[language]}
        lead={procedure.service.summary?.[language]}
        actions={<WaysToBegin visitor={visitor} procedure={procedure} draft={draft} />}
      />
      <Split
        main={
          <>
            <Standard visitor={visitor} procedure={procedure} forecast={forecast} />
            <Making visitor={visitor} procedure={procedure} />
          </>
        }
        aside={
          <>
            <AboutSop visitor={visitor} procedure={procedure} />
            <EditionLinks visitor={visitor} procedure={procedure} />
          </>
        }
      />
    </>
  )
  return page(c, services, { title: serviceName(procedure)[language], children: body })
}
