// Puts a page into the document around it: menu by what the visitor may, message of the last act, language, look.
import type { Context } from 'hono'
import type { ComponentChildren } from 'preact'
import { mayOffice } from '../core/person/may.ts'
import { MOST_UNREAD, unreadNotices } from '../store/my-notices.ts'
import { countDesk } from '../store/work-counts.ts'
import { actingPosts } from './hats.ts'
import { mastheadPerson } from './masthead-person.ts'
import { navigation } from './navigation.ts'
import { DemoRoleStrip } from './pages/account/demo-roles.tsx'
import { takeFlash } from './request/cookies.ts'
import type { Services } from './services.ts'
import { Layout } from './ui/layout.tsx'
import type { Bell } from './ui/masthead.tsx'
import type { NoticeData } from './ui/notice.tsx'
import { renderPage } from './ui/render-page.ts'
import type { Visitor, WebEnv } from './visitor.ts'

export type PageProps = {
  title: string
  narrow?: boolean
  searchQuery?: string
  notice?: NoticeData | undefined
  children: ComponentChildren
}

type Status = 200 | 400 | 401 | 403 | 404 | 409 | 413 | 422 | 429 | 500 | 503

type Send = (c: Context<WebEnv>, services: Services, props: PageProps, status?: Status) => Response | Promise<Response>

/** Sends a whole page. */
export const page: Send = async (c, services, props, status = 200) => {
  const visitor = c.get('visitor')
  // A page about a fault asks nothing of the database: it may be what is away.
  const [waiting, bell] =
    status >= 500 ? [0] : await Promise.all([waitingFor(services, visitor), bellOf(services, visitor)])
  const { text, signedIn, agency } = visitor
  const { agency: office } = agency
  const url = new URL(c.req.url)
  return c.html(
    renderPage(
      <Layout
        lang={visitor.language}
        theme={visitor.theme}
        title={props.title}
        narrow={props.narrow}
        agency={{ name: office.name, short: office.short, accent: office.accent }}
        nav={navigation(visitor, url.pathname, waiting)}
        person={signedIn ? mastheadPerson(visitor, signedIn) : undefined}
        demo={services.isDemo}
        demoTools={services.isDemo && <DemoRoleStrip visitor={visitor} />}
        csrf={signedIn?.csrf ?? null}
        flash={props.notice ?? takeFlash(c, services, text.common.words)}
        bell={bell}
        searchQuery={
          signedIn && (signedIn.hats.length > 0 || signedIn.isAdministrator) ? (props.searchQuery ?? '') : null
        }
        path={`${url.pathname}${url.search}`}
        text={{
          ...text.common,
          footer: [`${office.contact.phone} · ${office.contact.email}`, office.contact.hours[visitor.language]],
        }}
        footerLinks={[
          { href: '/check', label: text.common.checkLetter },
          { href: '/privacy', label: text.common.privacy },
          { href: '/api/v1', label: text.common.reference },
          ...(services.isDemo ? [{ href: '/dev/ui', label: text.common.gallery }] : []),
        ]}
        assets={services.assets}
      >
        {props.children}
      </Layout>,
    ),
    status,
  )
}

/** Tasks that the reader may begin or go on with. */
const waitingFor = async ({ store }: Services, { agency, signedIn }: Visitor): Promise<number> =>
  signedIn && mayOffice(signedIn.actor, 'see-work')
    ? countDesk(store, agency.agency.agency, { person: signedIn.person, posts: actingPosts(signedIn) })
    : 0

const bellOf = async (services: Services, { signedIn, agency, text }: Visitor): Promise<Bell | undefined> => {
  if (!signedIn) return undefined
  const unread = await unreadNotices(services.store, agency.agency.agency, signedIn.person)
  const count = unread >= MOST_UNREAD ? `${MOST_UNREAD - 1}+` : String(unread)
  return { count, label: unread === 0 ? text.notices.bellNone : text.notices.bell(count) }
}
