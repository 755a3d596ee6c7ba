// Reads one paper on a page of its own: pictures of its pages below each other, their words beside them, to be searched and enlarged.
import { marked, type Piece, type Sought, snippet, wordsIn } from '../../../core/find/where.ts'
import { LinkButton } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Notice } from '../../ui/notice.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import type { Visitor } from '../../visitor.ts'
import { PAGE_WIDTH } from '../dossier/paper-pages.tsx'
import { Pieces } from '../search/result.tsx'

export const ZOOMS = ['fit', '100', '150', '200'] as const
export type Zoom = (typeof ZOOMS)[number]

/** A thicker paper is downloaded. */
export const MOST_PAGES = 500

export type ViewerProps = {
  visitor: Visitor
  title: string
  facts: string
  /** Of the paper itself: the viewer, its pages and the download stand below it. */
  address: string
  back: { href: string; label: string }
  pages: number
  /** By page where they are known apart, else all in the first; null where nothing was read. */
  texts: readonly string[] | null
  sought: readonly Sought[]
  query: string
  zoom: Zoom
  isForPrint: boolean
}

export const Viewer = (props: ViewerProps) => {
  const { visitor, title, facts, address, back, pages } = props
  const words = visitor.text.viewer
  return (
    <div class="viewer" data-viewer={address}>
      <PageHead
        title={title}
        lead={facts}
        back={back}
        actions={
          <>
            <LinkButton kind="quiet" icon="download" href={address} download>
              {words.download}
            </LinkButton>
            <LinkButton kind="quiet" icon="printer" href={`${address}/view?print=1`}>
              {words.print}
            </LinkButton>
          </>
        }
      />
      {pages === 0 ? (
        <Notice tone="info" word={visitor.text.common.words.info}>
          <p>{words.none}</p>
        </Notice>
      ) : (
        <>
          <Tools {...props} />
          {props.query !== '' && <Found {...props} />}
          <section class={`viewer-pages viewer-${props.zoom}`} {...SCROLLS} aria-label={words.sheets}>
            {numbers(pages).map((page) => (
              <OnePage key={page} {...props} page={page} />
            ))}
          </section>
          {pages > MOST_PAGES && <p>{words.onlyFirst(MOST_PAGES)}</p>}
        </>
      )}
    </div>
  )
}

/** An enlarged page is moved by the keyboard too. */
const SCROLLS = { tabIndex: 0 }

const numbers = (pages: number): number[] => Array.from({ length: Math.min(pages, MOST_PAGES) }, (_, at) => at + 1)

const Tools = ({ visitor, address, pages, zoom, query, texts }: ViewerProps) => {
  const words = visitor.text.viewer
  return (
    <div class="viewer-tools">
      <nav aria-label={words.zoom}>
        {ZOOMS.map((one) => (
          <a
            key={one}
            href={`${address}/view?zoom=${one}${query === '' ? '' : `&q=${encodeURIComponent(query)}`}`}
            aria-current={one === zoom ? 'true' : undefined}
            data-zoom={one}
          >
            {words.zooms[one]}
          </a>
        ))}
      </nav>
      {pages > 1 && (
        <nav aria-label={words.pages} class="viewer-numbers">
          {numbers(pages).map((page) => (
            <a key={page} href={`#page-${page}`} aria-label={words.toPage(page)}>
              {page}
            </a>
          ))}
        </nav>
      )}
      {texts && (
        <search>
          <form method="get" action={`${address}/view`} class="viewer-search">
            <label>
              {words.find} <input type="search" name="q" value={query} />
            </label>
            <input type="hidden" name="zoom" value={zoom} />
            <button class="button button-quiet" type="submit">
              <Icon name="search" size={16} />
              {words.findButton}
            </button>
          </form>
        </search>
      )}
    </div>
  )
}

const Found = ({ visitor, texts, sought, query, pages }: ViewerProps) => {
  const words = visitor.text.viewer
  const found = (texts ?? []).flatMap((text, at): { page: number; pieces: Piece[] }[] =>
    sought.length > 0 && wordsIn(text, sought) === sought.length
      ? [{ page: at + 1, pieces: snippet(text, sought) }]
      : [],
  )
  return (
    <section class="viewer-found" aria-label={words.found(found.length)}>
      <p>{found.length === 0 ? words.notFound(query) : words.found(found.length)}</p>
      <ul>
        {found.map(({ page, pieces }) => (
          <li key={page}>
            <a href={`#page-${page}`}>{isUndivided(texts, pages) ? words.wholeText : words.toPage(page)}</a>:{' '}
            <Pieces pieces={pieces} />
          </li>
        ))}
      </ul>
    </section>
  )
}

/** What was read before pages were told apart stands whole at the first. */
const isUndivided = (texts: ViewerProps['texts'], pages: number): boolean => texts?.length === 1 && pages > 1

const OnePage = ({ page, ...props }: ViewerProps & { page: number }) => {
  const { visitor, title, address, pages, texts, zoom, sought, isForPrint } = props
  const words = visitor.text.viewer
  const text = texts?.[page - 1] ?? ''
  const size = zoom === '150' || zoom === '200' ? '?size=large' : ''
  return (
    <section class="viewer-page" id={`page-${page}`} tabIndex={-1} aria-label={words.page(page, pages)}>
      <img
        class="paper-picture"
        src={`${address}/pages/${page}.png${size}`}
        alt={visitor.text.office.dossier.paper.page(title, page, pages)}
        width={PAGE_WIDTH}
        height={PAGE_HEIGHT}
        loading={page === 1 || isForPrint ? 'eager' : 'lazy'}
      />
      {text !== '' && (
        <details class="viewer-text" open={sought.length > 0 && wordsIn(text, sought) === sought.length}>
          <summary>{isUndivided(texts, pages) ? words.wholeText : words.textOf(page)}</summary>
          <p class="viewer-words">
            <Pieces pieces={marked(text, sought)} />
          </p>
        </details>
      )}
    </section>
  )
}

/** Room for an A4 page until the picture is there. */
const PAGE_HEIGHT = 1273
