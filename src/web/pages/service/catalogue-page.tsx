// The service catalogue on a page of its own, where a word finds a service.
import { page } from '../../page.tsx'
import type { Services } from '../../services.ts'
import { PageHead } from '../../ui/page-head.tsx'
import type { App } from '../../visitor.ts'
import { CATALOGUE_PATH, CatalogueView } from './catalogue-view.tsx'

export const catalogueRoute = (app: App, services: Services): void => {
  app.get(CATALOGUE_PATH, (c) => {
    const visitor = c.get('visitor')
    const words = visitor.text.publicPages.home
    const question = [...(c.req.query('q') ?? '').replaceAll(/\p{C}/gu, ' ').trim()].slice(0, 100).join('')
    return page(c, services, {
      title: words.catalogue,
      children: (
        <>
          <PageHead kicker={visitor.agency.agency.name} title={words.catalogue} lead={words.catalogueLead} />
          <CatalogueView visitor={visitor} question={question} />
        </>
      ),
    })
  })
}
