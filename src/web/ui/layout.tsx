// The document around every page: head, masthead, menu, the page itself, foot.
import type { ComponentChildren } from 'preact'
import { Icon } from './icon.tsx'
import { KeyboardHelp, type KeyboardHelpText } from './keyboard-help.tsx'
import { FAVICON_PATH } from './mark.tsx'
import {
  type Bell,
  type Lang,
  Masthead,
  type MastheadText,
  type NavItem,
  type Person,
  type Theme,
} from './masthead.tsx'
import { Notice, type NoticeData } from './notice.tsx'

export type LayoutText = MastheadText & {
  /** "Langsung ke isi" */
  skip: string
  /** "Ini peragaan: datanya rekaan …" */
  demo: string
  /** Lines of the foot: office, address, telephone. */
  footer: readonly string[]
  /** Texts of the keyboard help; none where there are no shortcuts. */
  keyboard?: KeyboardHelpText | undefined
}

export type LayoutProps = {
  lang: Lang
  title: string
  /** `system` follows the reader's device. */
  theme: Theme
  agency: {
    name: string
    short: string
    /** Name of an accent in accents.css; none keeps indigo. */
    accent?: string | undefined
  }
  nav: readonly NavItem[]
  person?: Person | undefined
  demo: boolean
  /** Stands in the demo banner, e.g. buttons that change the role. */
  demoTools?: ComponentChildren
  csrf: string | null
  flash?: NoticeData | undefined
  bell?: Bell | undefined
  /** What was searched for; `null` takes the search box away. */
  searchQuery?: string | null | undefined
  /** Address of this page, to come back to after changing language or theme. */
  path?: string | undefined
  /** Addresses of the foot: privacy, service pledge. */
  footerLinks?: readonly { href: string; label: string }[] | undefined
  text: LayoutText
  assets: { css: string; js: string }
  /** One column for reading and filling in. */
  narrow?: boolean | undefined
  children: ComponentChildren
}

export const Layout = (page: LayoutProps) => (
  <html lang={page.lang} data-theme={page.theme === 'system' ? undefined : page.theme} data-accent={page.agency.accent}>
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content={page.theme === 'system' ? 'light dark' : page.theme} />
      <title>{`${page.title} · ${page.agency.short}`}</title>
      <link rel="icon" type="image/svg+xml" href={FAVICON_PATH} />
      <link rel="stylesheet" href={page.assets.css} />
      <script type="module" src={page.assets.js} />
    </head>
    <body>
      <a class="skip-link" href="#main">
        {page.text.skip}
      </a>
      {page.demo && <DemoBanner page={page} />}
      <Masthead {...page} />
      <main class={page.narrow ? 'page page-narrow' : 'page'} id="main" tabindex={-1}>
        {page.flash && (
          <Notice tone={page.flash.tone} word={page.flash.word} spoken>
            {page.flash.message}
          </Notice>
        )}
        {page.children}
      </main>
      <Foot page={page} />
      <div class="visually-hidden" id="announcer" role="status" aria-live="polite" />
      {page.text.keyboard && <KeyboardHelp text={page.text.keyboard} />}
    </body>
  </html>
)

const DemoBanner = ({ page }: { page: LayoutProps }) => (
  <aside class="demo-banner" aria-label={page.text.demo}>
    <p class="demo-words">
      <Icon name="flask" size={18} />
      {page.text.demo}
    </p>
    {page.demoTools && <div class="demo-tools">{page.demoTools}</div>}
  </aside>
)

const Foot = ({ page }: { page: LayoutProps }) => (
  <footer class="foot">
    <div class="foot-inner">
      <div class="foot-office">
        <p class="foot-name">{page.agency.name}</p>
        {page.text.footer.map((line) => (
          <p key={line}>{line}</p>
        ))}
      </div>
      {page.footerLinks && page.footerLinks.length > 0 && (
        <ul class="foot-links">
          {page.footerLinks.map((link) => (
            <li key={link.href}>
              <a href={link.href}>{link.label}</a>
            </li>
          ))}
        </ul>
      )}
    </div>
  </footer>
)
