// What is opened now and then, on one page: rules, people, the state of the system; each as far as the reader may.
import { MANAGE_PATH, managedBy } from '../../navigation.ts'
import { page } from '../../page.tsx'
import type { Services } from '../../services.ts'
import { Card } from '../../ui/card.tsx'
import { Grid, PageHead } from '../../ui/page-head.tsx'
import type { App } from '../../visitor.ts'
import { notFoundPage } from '../message.tsx'
import { signInFirst } from '../sign-in-first.ts'

export const manageRoutes = (app: App, services: Services): void => {
  app.get(MANAGE_PATH, (c) => {
    const visitor = c.get('visitor')
    if (!visitor.signedIn) return signInFirst(c)
    const managed = managedBy(visitor)
    if (managed.length === 0) return notFoundPage(c, services)
    const { manage: words } = visitor.text
    const children = (
      <>
        <PageHead title={words.title} lead={words.lead} />
        <Grid>
          {managed.map(({ href, label, about }) => (
            <Card key={href} title={<a href={href}>{label}</a>}>
              <p>{about}</p>
            </Card>
          ))}
        </Grid>
      </>
    )
    return page(c, services, { title: words.title, children })
  })
}
