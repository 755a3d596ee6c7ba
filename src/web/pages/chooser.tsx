// Several offices in one installation, and a host that none of them has: choose one.
import type { Services } from '../services.ts'
import { textOf } from '../text/text.ts'
import { Layout } from '../ui/layout.tsx'
import type { Lang } from '../ui/masthead.tsx'
import { PageHead } from '../ui/page-head.tsx'
import { renderPage } from '../ui/render-page.ts'

/** @param host of the request, whose port the links keep */
export const chooserPage = (services: Services, lang: Lang, host: string): string => {
  const text = textOf(lang)
  const port = /:\d+$/.exec(host)?.[0] ?? ''
  const offices = services.catalogue.agencies.flatMap(({ agency }) =>
    agency.hosts[0]
      ? [{ name: agency.name, href: `${services.secureCookies ? 'https' : 'http'}://${agency.hosts[0]}${port}/` }]
      : [],
  )
  return renderPage(
    <Layout
      lang={lang}
      theme="system"
      title={text.common.chooser.title}
      agency={{ name: text.common.productLong, short: text.common.productLong }}
      nav={[]}
      demo={services.isDemo}
      csrf={null}
      searchQuery={null}
      text={{ ...text.common, footer: [] }}
      assets={services.assets}
      narrow
    >
      <PageHead title={text.common.chooser.title} lead={text.common.chooser.lead} />
      <ul class="plain-list">
        {offices.map((office) => (
          <li key={office.href}>
            <a href={office.href}>{office.name}</a>
          </li>
        ))}
      </ul>
    </Layout>,
  )
}
