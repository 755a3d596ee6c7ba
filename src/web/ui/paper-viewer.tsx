// The frame in which a paper is read on the page; the paper itself runs apart from the page.
import type { ComponentChildren } from 'preact'
import { LinkButton } from './button.tsx'
import { Icon } from './icon.tsx'

export type PaperViewerProps = {
  /** "Surat permohonan" */
  title: string
  /** Address to show in the frame; null when it can only be opened or downloaded. */
  src: string | null
  /** What the frame may do; nothing unless told. Null leaves the sandbox to the address's own headers. */
  sandbox?: string | null | undefined
  openHref: string
  downloadHref: string
  text: { open: string; download: string; noPreview: string }
  /** Size, pages, fingerprint. */
  facts?: ComponentChildren
}

export const PaperViewer = ({ title, src, sandbox = '', openHref, downloadHref, text, facts }: PaperViewerProps) => (
  <figure class="paper">
    <figcaption class="paper-head">
      <span class="paper-title">
        <Icon name="file-text" />
        <span>{title}</span>
      </span>
      {facts && <span class="paper-facts">{facts}</span>}
      <span class="paper-actions">
        <LinkButton kind="quiet" icon="external-link" href={openHref} newTab>
          {text.open}
        </LinkButton>
        <LinkButton kind="quiet" icon="download" href={downloadHref} download>
          {text.download}
        </LinkButton>
      </span>
    </figcaption>
    {src === null ? (
      <p class="paper-none">{text.noPreview}</p>
    ) : (
      <iframe
        class="paper-frame"
        src={src}
        title={title}
        sandbox={sandbox ?? undefined}
        loading="lazy"
        referrerpolicy="no-referrer"
      />
    )}
  </figure>
)
