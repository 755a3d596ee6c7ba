// Several offices in one installation, and a host that none of them has: choose one.
import type { Services } from '../services.ts'
import { textOf } from '../text/text.ts'
import { LinkButton } from '../ui/button.tsx'
import { Card } from '../ui/card.tsx'
import { Layout } from '../ui/layout.tsx'
import type { Lang, Theme } from '../ui/masthead.tsx'
import { PageHead } from '../ui/page-head.tsx'
import { renderPage } from '../ui/render-page.ts'

/** `host` of the request, whose port the links keep. */
type Reader = { language: Lang; theme: Theme; host: string }

export const chooserPage = (services: Services, { language, theme, host }: Reader): string => {
  const text = textOf(language).common
  const port = /:\d+$/.exec(host)?.[0] ?? ''
  const scheme = services.secureCookies ? 'https' : 'http'
  return renderPage(
    <Layout
      lang={language}
      theme={theme}
      title={text.chooser.title}
      agency={{ name: text.productLong, short: text.productLong }}
      nav={[]}
      demo={services.isDemo}
      csrf={null}
      searchQuery={null}
      path="/"
      text={{ ...text, footer: [] }}
      assets={services.assets}
      narrow
    >
      <PageHead title={text.chooser.title} lead={text.chooser.lead} />
      {services.catalogue.agencies.map(({ agency }) => (
        <Card key={agency.agency} title={agency.name}>
          <LinkButton
            href={agency.publicUrl ?? `${scheme}://${agency.hosts[0] ?? host}${port}/`}
            iconAfter="arrow-right"
          >
            {text.chooser.open(agency.short)}
          </LinkButton>
        </Card>
      ))}
    </Layout>,
  )
}
