// Leafing through a long list, forward and back from where one stands (keyset: no page numbers).
import { Icon } from './icon.tsx'

export type PagerProps = {
  label: string
  previous?: { href: string; label: string } | undefined
  next?: { href: string; label: string } | undefined
  /** "Menampilkan 25 berkas" */
  summary?: string | undefined
}

export const Pager = ({ label, previous, next, summary }: PagerProps) => {
  if (!previous && !next && !summary) return null
  return (
    <nav class="pager" aria-label={label}>
      {summary && <p class="pager-summary">{summary}</p>}
      {previous && (
        <a class="button button-secondary" href={previous.href} rel="prev">
          <Icon name="chevron-left" />
          {previous.label}
        </a>
      )}
      {next && (
        <a class="button button-secondary" href={next.href} rel="next">
          {next.label}
          <Icon name="chevron-right" />
        </a>
      )}
    </nav>
  )
}
