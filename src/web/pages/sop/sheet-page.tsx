// The official SOP sheet of a service for everybody: on a page, as one SVG, as PDF; any edition that was ever ratified.
import type { Context } from 'hono'
import { type AgencyData, editionInForce, editionNamed } from '../../../core/agency/catalogue.ts'
import type { Procedure } from '../../../core/procedure/schema.ts'
import { sopSheetDocument } from '../../../letters/sop-sheet-document.ts'
import { page } from '../../page.tsx'
import type { Services } from '../../services.ts'
import { drawnSheet } from '../../story/drawn-sheet.ts'
import { LinkButton } from '../../ui/button.tsx'
import { PageHead, Stack } from '../../ui/page-head.tsx'
import type { App, WebEnv } from '../../visitor.ts'
import { sendOwnPdf } from '../dossier/picture.ts'
import { notFoundPage } from '../message.tsx'
import { sendSvg, svgAsked } from './files.ts'
import { SheetPictures, SheetWords } from './view.tsx'

type Web = Context<WebEnv>

export const sopSheetRoutes = (app: App, services: Services): void => {
  const printed = createPrinted(services)
  app.get('/services/:procedure/sheet', (c) => {
    const procedure = asked(c)
    return procedure ? showSheet(c, services, procedure) : notFoundPage(c, services)
  })
  app.get('/services/:procedure/sheet.svg', (c) => {
    const procedure = asked(c)
    const { agency } = c.get('visitor')
    const svg =
      procedure && svgAsked(c.req.query('page'), drawnSheet(agency.agency, procedure).picture, agency.arms ?? null)
    return svg ? sendSvg(c, svg) : notFoundPage(c, services)
  })
  app.get('/services/:procedure/sheet.pdf', async (c) => {
    const procedure = asked(c)
    if (!procedure) return notFoundPage(c, services)
    const bytes = await printed(c.get('visitor').agency, procedure)
    return sendOwnPdf(c, bytes, `SOP ${procedure.title} ${procedure.edition}.pdf`)
  })
}

/** Without `?edition=` the one in force today. */
const asked = (c: Web): Procedure | null => {
  const { agency } = c.get('visitor')
  const name = c.req.param('procedure') ?? ''
  const edition = c.req.query('edition')
  const found = edition === undefined ? editionInForce(agency, name) : editionNamed(agency, name, edition)
  return found?.procedure ?? null
}

/** Anybody may ask, so each edition is printed once, however many ask at once. */
const createPrinted = ({ renderPdf }: Services) => {
  const files = new Map<string, Promise<Uint8Array>>()
  return (data: AgencyData, procedure: Procedure): Promise<Uint8Array> => {
    const key = `${data.agency.agency}/${procedure.procedure}@${procedure.edition}`
    const known = files.get(key)
    if (known) return known
    const { sheet, picture } = drawnSheet(data.agency, procedure)
    const file = renderPdf(sopSheetDocument(sheet, picture, data.arms ?? null))
    files.set(key, file)
    // What could not be printed once may be tried again.
    file.catch(() => files.delete(key))
    return file
  }
}

const showSheet = (c: Web, services: Services, procedure: Procedure) => {
  const visitor = c.get('visitor')
  const words = visitor.text.publicPages.sop
  const { sheet, picture } = drawnSheet(visitor.agency.agency, procedure)
  const isCurrent = editionInForce(visitor.agency, procedure.procedure)?.procedure === procedure
  const service = `/services/${procedure.procedure}`
  const query = isCurrent ? '' : `?edition=${encodeURIComponent(procedure.edition)}`
  const pageHref = (number: number): string => `${service}/sheet.svg${query === '' ? '?' : `${query}&`}page=${number}`
  const body = (
    <>
      <PageHead
        back={
          isCurrent
            ? { href: service, label: words.back }
            : { href: '/services', label: visitor.text.publicPages.service.back }
        }
        kicker={`${words.title} · ${words.edition(procedure.edition, isCurrent)}`}
        title={procedure.title}
        lead={words.lead}
        actions={
          <>
            <LinkButton kind="primary" icon="download" href={`${service}/sheet.pdf${query}`}>
              {words.pdf}
            </LinkButton>
            <LinkButton icon="external-link" href={`${service}/sheet.svg${query}`}>
              {words.svg}
            </LinkButton>
            <LinkButton kind="quiet" href="#rows">
              {words.toRows}
            </LinkButton>
          </>
        }
      />
      <Stack>
        <SheetPictures visitor={visitor} sheet={sheet} picture={picture} pageHref={pageHref} marks={null} />
        <SheetWords visitor={visitor} sheet={sheet} marks={null} />
      </Stack>
    </>
  )
  return page(c, services, { title: `${words.title}: ${procedure.title}`, children: body })
}
