// The frame in which a paper is read on the page; the paper itself runs apart from the page.
import type { ComponentChildren } from 'preact'
import { LinkButton } from './button.tsx'
import { Icon } from './icon.tsx'

export type PaperViewerProps = {
  /** "Surat permohonan" */
  title: string
  /** Address to show in the frame; null when it can only be opened or downloaded. */
  src: string | null
  /**
   * `pdf` unless told. The browser's PDF viewer refuses to work in a frame with the `sandbox` attribute, so the address
   * must itself answer with `content-security-policy: default-src 'none'; sandbox`; that the viewer accepts (Chromium).
   */
  shows?: 'pdf' | 'picture' | undefined
  openHref: string
  downloadHref: string
  text: { open: string; download: string; noPreview: string }
  /** Size, pages, fingerprint. */
  facts?: ComponentChildren
}

export const PaperViewer = ({ title, src, shows = 'pdf', openHref, downloadHref, text, facts }: PaperViewerProps) => (
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
        sandbox={shows === 'pdf' ? undefined : ''}
        loading="lazy"
        referrerpolicy="no-referrer"
      />
    )}
  </figure>
)
