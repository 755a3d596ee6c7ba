// The official sheet with the path of one dossier drawn into it: for its officers, and for its applicant.
import type { Context } from 'hono'
import type { Dossier } from '../../../core/dossier/dossier.ts'
import type { Event } from '../../../core/dossier/events.ts'
import type { Procedure } from '../../../core/procedure/schema.ts'
import { withPath } from '../../../core/procedure/sheet/walked.ts'
import { page } from '../../page.tsx'
import type { Services } from '../../services.ts'
import { drawnSheet } from '../../story/drawn-sheet.ts'
import { sopPath } from '../../story/sop-path.ts'
import { stepStory } from '../../story/steps.ts'
import { PageHead, Stack } from '../../ui/page-head.tsx'
import type { App, Visitor, WebEnv } from '../../visitor.ts'
import { openDesk } from '../dossier/desk.ts'
import { notFoundPage } from '../message.tsx'
import { requestOf } from '../mine/situation.ts'
import { signInFirst } from '../sign-in-first.ts'
import { sendSvg, svgAsked } from './files.ts'
import { SheetPictures, SheetWords } from './view.tsx'

type Web = Context<WebEnv>
type Walked = { visitor: Visitor; procedure: Procedure; dossier: Dossier; events: readonly Event[] }

export const sopPathRoutes = (app: App, services: Services): void => {
  for (const file of ['sop', 'sop.svg'] as const) {
    app.get(`/dossiers/:id/${file}`, async (c) => {
      const visitor = c.get('visitor')
      if (!visitor.signedIn) return signInFirst(c)
      const desk = await openDesk(services, visitor, c.req.param('id'))
      if (!desk) return notFoundPage(c, services)
      return answer(c, services, desk, `/dossiers/${desk.dossier.id}`)
    })
    app.get(`/mine/:dossier/${file}`, async (c) => {
      const found = await requestOf(c, services)
      return found.ok ? answer(c, services, found.request, `/mine/${found.request.dossier.id}`) : found.response
    })
  }
}

const answer = (c: Web, services: Services, walked: Walked, back: string) => {
  const { visitor, procedure, dossier } = walked
  const { agency, now, language } = visitor
  const { sheet, picture: plain } = drawnSheet(agency.agency, procedure)
  const path = sopPath({ ...walked, story: stepStory({ procedure, dossier, agency, now, language }) })
  const picture = withPath(plain, path)
  if (c.req.path.endsWith('.svg')) {
    const svg = svgAsked(c.req.query('page'), picture, agency.arms ?? null)
    return svg ? sendSvg(c, svg) : notFoundPage(c, services)
  }
  const words = visitor.text.publicPages.sop
  const shown = {
    visitor,
    sheet,
    picture,
    marks: path.marks,
    pageHref: (number: number) => `${back}/sop.svg?page=${number}`,
  }
  const body = (
    <>
      <PageHead
        back={{ href: back, label: words.backToDossier }}
        kicker={`${dossier.number} · ${procedure.title}`}
        title={words.path}
        lead={words.pathLead}
      />
      <Stack>
        <SheetPictures {...shown} />
        <SheetWords {...shown} />
      </Stack>
    </>
  )
  return page(c, services, { title: `${words.path}: ${dossier.number}`, children: body })
}
