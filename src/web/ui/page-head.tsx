// The head of a page's content, and the two ways in which content is laid out.
import type { ComponentChildren } from 'preact'
import { Icon } from './icon.tsx'

export type PageHeadProps = {
  /** A short line over the title: the dossier number, the service. */
  kicker?: ComponentChildren
  title: ComponentChildren
  lead?: ComponentChildren
  /** State of the thing shown. */
  status?: ComponentChildren
  actions?: ComponentChildren
  back?: { href: string; label: string } | undefined
}

export const PageHead = ({ kicker, title, lead, status, actions, back }: PageHeadProps) => (
  <div class="page-head">
    {back && (
      <a class="page-back" href={back.href}>
        <Icon name="arrow-left" size={18} />
        {back.label}
      </a>
    )}
    <div class="page-head-row">
      <div class="page-head-words">
        {kicker && <p class="page-kicker">{kicker}</p>}
        <h1 class="page-title">{title}</h1>
        {lead && <p class="page-lead">{lead}</p>}
      </div>
      {status && <div class="page-status">{status}</div>}
    </div>
    {actions && <div class="page-actions">{actions}</div>}
  </div>
)

/** Things under one another with the rhythm of the page. */
export const Stack = ({ children }: { children: ComponentChildren }) => <div class="stack">{children}</div>

/** The work at the left, what explains it at the right; on a telephone the work comes first. */
export const Split = ({ main, aside }: { main: ComponentChildren; aside: ComponentChildren }) => (
  <div class="split">
    <div class="split-main stack">{main}</div>
    <div class="split-aside stack">{aside}</div>
  </div>
)

/** Cards of equal weight side by side where there is room. */
export const Grid = ({ children }: { children: ComponentChildren }) => <div class="grid">{children}</div>
