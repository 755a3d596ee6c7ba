// How the office treats personal data: its own sentences first, then what every office that runs MIPP does.
import { page } from '../../page.tsx'
import type { Services } from '../../services.ts'
import { Card } from '../../ui/card.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import type { App } from '../../visitor.ts'

export const privacyRoute = (app: App, services: Services): void => {
  app.get('/privacy', (c) => {
    const { agency, text, language } = c.get('visitor')
    const words = text.publicPages.privacy
    const { privacy, contact } = agency.agency
    const body = (
      <>
        <PageHead title={words.title} lead={words.lead} />
        <Card title={words.what}>
          <Lines lines={privacy.map((sentence) => sentence[language])} />
        </Card>
        <Card title={words.data}>
          <Lines lines={words.dataLines} />
        </Card>
        <Card title={words.public}>
          <p>{words.publicLine}</p>
        </Card>
        <Card title={words.contact}>
          <p>{words.contactLine}</p>
          <p>
            <a href={`mailto:${contact.email}`}>{contact.email}</a>
            {` · ${contact.phone} · ${contact.hours[language]}`}
          </p>
        </Card>
      </>
    )
    return page(c, services, { title: words.title, narrow: true, children: body })
  })
}

const Lines = ({ lines }: { lines: readonly string[] }) => (
  <ul class="bullets">
    {lines.map((line) => (
      <li key={line}>{line}</li>
    ))}
  </ul>
)
