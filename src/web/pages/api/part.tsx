// A part of the reference that opens in place; whoever follows a link to it finds it open, with its name in sight.
import type { ComponentChildren } from 'preact'

/** The target stands inside: a browser opens what hides it, and the space above it keeps the summary in sight. */
export const Part = ({ id, name, children }: { id: string; name: ComponentChildren; children: ComponentChildren }) => (
  <details class="reference-part">
    <summary>{name}</summary>
    <div class="reference-inner" id={id}>
      {children}
    </div>
  </details>
)
