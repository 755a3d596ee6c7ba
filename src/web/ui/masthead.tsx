// The head of every page: whose desk this is, search, language, the reader and their hat, the menu.
import { Badge } from './badge.tsx'
import { CsrfField } from './form.tsx'
import { Back, type HatChoice, HatSwitch } from './hat-switch.tsx'
import { Icon } from './icon.tsx'
import { Mark } from './mark.tsx'

export type Lang = 'id' | 'en'
export type Theme = 'system' | 'light' | 'dark'

export type NavItem = {
  href: string
  label: string
  current?: boolean | undefined
  /** How many wait there; `countLabel` says what is counted. */
  count?: number | undefined
  countLabel?: string | undefined
}

export type Person = {
  name: string
  /** The post worn now, e.g. "Plt. Sekretaris"; or the unit asked for. */
  hat: string
  /** Posts of which one can be put before the others; none when there is only one. */
  hats?: readonly HatChoice[] | undefined
  /** Posts that others look after while the reader is away. */
  away?: readonly { title: string; note: string }[] | undefined
}

export type Bell = { count: string; label: string }

export type MastheadText = {
  /** "MIPP" and what it means. */
  product: string
  menu: string
  search: string
  searchHint: string
  /** The button that changes to the other language, in that language: "English" / "Bahasa Indonesia". */
  otherLanguage: string
  account: string
  signedInAs: string
  changeHat: string
  signIn: string
  signOut: string
  theme: string
  themes: Record<Theme, string>
}

/** Addresses of the masthead; the routes behind them belong to the pages. */
export const HOME_PATH = '/'
export const SEARCH_PATH = '/search'
export const PREFERENCES_PATH = '/preferences'
export const SIGN_IN_PATH = '/sign-in'
export const SIGN_OUT_PATH = '/sign-out'
export const ACCOUNT_PATH = '/account'
export const NOTICES_PATH = '/notices'

export type MastheadProps = {
  lang: Lang
  theme: Theme
  agency: { name: string; short: string }
  nav: readonly NavItem[]
  person?: Person | undefined
  csrf: string | null
  /** Unread notices of the reader; `label` says the number. */
  bell?: Bell | undefined
  searchQuery?: string | null | undefined
  path?: string | undefined
  text: MastheadText
}

export const Masthead = (head: MastheadProps) => (
  <header class={head.person ? 'masthead' : 'masthead masthead-open'}>
    <div class="masthead-row">
      <a class="brand" href={HOME_PATH}>
        <Mark />
        <span class="brand-words">
          <span class="brand-product">{head.text.product}</span>
          <span class="brand-agency">{head.agency.short}</span>
        </span>
      </a>
      {head.searchQuery !== null && <Search head={head} />}
      {head.bell && <BellLink bell={head.bell} />}
      <LanguageSwitch head={head} />
      {!head.person && head.nav.length > 0 && <SignIn head={head} />}
      <Account head={head} />
    </div>
    {head.nav.length > 0 && <Menu head={head} />}
  </header>
)

type Part = { head: MastheadProps }

const Search = ({ head }: Part) => (
  <search class="search">
    <form class="search-form" action={SEARCH_PATH} method="get">
      <Icon name="search" />
      <input
        class="search-input"
        type="search"
        name="q"
        value={head.searchQuery ?? ''}
        aria-label={head.text.search}
        placeholder={head.text.searchHint}
        autocomplete="off"
        data-search=""
      />
    </form>
  </search>
)

/** Its inside is renewed with the list of the page, where the page has a live one. */
const BellLink = ({ bell }: { bell: Bell }) => (
  <a class="head-button bell" id="bell" href={NOTICES_PATH} data-live-part="">
    <Icon name="bell" />
    {bell.count !== '0' && (
      <span class="bell-count" aria-hidden="true">
        {bell.count}
      </span>
    )}
    <span class="visually-hidden">{bell.label}</span>
  </a>
)

const LanguageSwitch = ({ head }: Part) => {
  const other: Lang = head.lang === 'id' ? 'en' : 'id'
  return (
    <form class="language" action={PREFERENCES_PATH} method="post">
      <Back head={head} />
      <button class="head-button" type="submit" name="lang" value={other} lang={other}>
        {other.toUpperCase()}
        <span class="visually-hidden"> {head.text.otherLanguage}</span>
      </button>
    </form>
  )
}

const SignIn = ({ head }: Part) => (
  <a class="head-button head-sign-in" href={SIGN_IN_PATH}>
    <Icon name="login" />
    {head.text.signIn}
  </a>
)

const Account = ({ head }: Part) => (
  <details class="account" data-popover="">
    <summary class="head-button account-button">
      <Icon name={head.person ? 'user' : 'adjustments'} />
      {head.person ? (
        <span class="account-words">
          <span class="account-name">{head.person.name}</span>
          <span class="account-hat">{head.person.hat}</span>
        </span>
      ) : (
        <span class="visually-hidden">{head.text.theme}</span>
      )}
      <Icon name="chevron-down" size={16} />
    </summary>
    <div class="account-panel">
      {head.person && <WhoAmI head={head} person={head.person} />}
      <ThemeSwitch head={head} />
      {head.person && (
        <form action={SIGN_OUT_PATH} method="post" data-drop-drafts="">
          {head.csrf !== null && <CsrfField token={head.csrf} />}
          <button class="panel-action" type="submit">
            <Icon name="logout" />
            {head.text.signOut}
          </button>
        </form>
      )}
    </div>
  </details>
)

const WhoAmI = ({ head, person }: Part & { person: Person }) => (
  <div class="panel-person">
    <p class="panel-label">{head.text.signedInAs}</p>
    <p class="panel-name">{person.name}</p>
    <p class="panel-hat">{person.hat}</p>
    <a class="panel-action" href={ACCOUNT_PATH}>
      <Icon name="user" />
      {head.text.account}
    </a>
    <HatSwitch head={head} person={person} />
  </div>
)

const THEMES = [
  ['system', 'device-desktop'],
  ['light', 'sun'],
  ['dark', 'moon'],
] as const

const ThemeSwitch = ({ head }: Part) => (
  <form class="theme-switch" action={PREFERENCES_PATH} method="post">
    <Back head={head} />
    <fieldset class="theme-choices">
      <legend class="panel-label">{head.text.theme}</legend>
      {THEMES.map(([theme, icon]) => (
        <button
          class="theme-button"
          type="submit"
          name="theme"
          value={theme}
          aria-pressed={head.theme === theme}
          key={theme}
        >
          <Icon name={icon} size={18} />
          {head.text.themes[theme]}
        </button>
      ))}
    </fieldset>
  </form>
)

/** Nobody counts further. */
const MOST_SHOWN = 99

const Menu = ({ head }: Part) => (
  <nav class="menu" aria-label={head.text.menu}>
    <ul class="menu-list" id="menu" data-live-part="">
      {head.nav.map((item) => (
        <li key={item.href}>
          <a class="menu-link" href={item.href} aria-current={item.current ? 'page' : undefined}>
            {item.label}
            {item.count !== undefined && item.count > 0 && (
              <Badge>
                {item.count > MOST_SHOWN ? `${MOST_SHOWN}+` : item.count}
                {item.countLabel && <span class="visually-hidden"> {item.countLabel}</span>}
              </Badge>
            )}
          </a>
        </li>
      ))}
    </ul>
  </nav>
)
