// A paper to read on the page: pictures of its pages made by the server, so that nothing of an upload runs in the browser.
import type { ComponentChildren } from 'preact'
import type { dossier } from '../../text/id/office-dossier.ts'
import type { Widened } from '../../text/text.ts'
import { Icon } from '../../ui/icon.tsx'

export type PaperPagesProps = {
  title: string
  /** Kind, size, number. */
  facts?: ComponentChildren
  /** None: it can only be downloaded. */
  pages: number
  pageHref: (page: number) => string
  /** Download, print. */
  actions: ComponentChildren
  text: Widened<(typeof dossier)['paper']>
}

/** The first page stands open; more pages are folded under it, so that the task stays near. */
export const PaperPages = ({ title, facts, pages, pageHref, actions, text }: PaperPagesProps) => (
  <figure class="paper">
    <figcaption class="paper-head">
      <span class="paper-title">
        <Icon name="file-text" />
        <span>{title}</span>
      </span>
      {facts && <span class="paper-facts">{facts}</span>}
      <span class="paper-actions">{actions}</span>
    </figcaption>
    {pages === 0 ? (
      <p class="paper-none">{text.noPreview}</p>
    ) : (
      <div class="paper-pages">
        <Page title={title} page={1} pages={pages} href={pageHref(1)} text={text} />
        {pages > 1 && (
          <details class="paper-more">
            <summary class="button button-quiet">{text.more(pages - 1)}</summary>
            {Array.from({ length: Math.min(pages, MOST_PAGES) - 1 }, (_, index) => (
              <Page key={index} title={title} page={index + 2} pages={pages} href={pageHref(index + 2)} text={text} />
            ))}
          </details>
        )}
      </div>
    )}
  </figure>
)

/** A thicker paper is downloaded. */
const MOST_PAGES = 40

type PageProps = { title: string; page: number; pages: number; href: string; text: PaperPagesProps['text'] }

/** The picture leads to a larger one, for small print on a small screen. */
const Page = ({ title, page, pages, href, text }: PageProps) => (
  <a class="paper-page" href={`${href}?size=large`} target="_blank" rel="noopener noreferrer">
    <img
      class="paper-picture"
      src={href}
      alt={text.page(title, page, pages)}
      width={PAGE_WIDTH}
      height={PAGE_HEIGHT}
      loading={page === 1 ? 'eager' : 'lazy'}
    />
    <span class="paper-open">
      <Icon name="zoom-in" size={16} />
      {text.open}
    </span>
  </a>
)

/** Room for an A4 page until the picture is there. */
export const PAGE_WIDTH = 900
const PAGE_HEIGHT = 1273
