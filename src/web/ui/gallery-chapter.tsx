// A chapter of the gallery.
import type { ComponentChildren } from 'preact'

export const Chapter = ({ id, title, children }: { id: string; title: string; children: ComponentChildren }) => (
  <section class="stack gallery-chapter" id={id} aria-label={title}>
    <h2 class="gallery-title">{title}</h2>
    {children}
  </section>
)
