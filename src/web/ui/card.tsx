// A sheet of paper on the page: holds what belongs together.
import type { ComponentChildren } from 'preact'

export type CardProps = {
  title?: ComponentChildren
  /** Level of the heading; 2 unless told. */
  level?: 2 | 3 | undefined
  id?: string | undefined
  /** Stands at the right of the title. */
  aside?: ComponentChildren
  /** Stands at the foot. */
  actions?: ComponentChildren
  /** No inner margin, for a table or a list that reaches the edge. */
  flush?: boolean | undefined
  children: ComponentChildren
}

export const Card = ({ title, level = 2, id, aside, actions, flush, children }: CardProps) => {
  const Heading = level === 2 ? 'h2' : 'h3'
  return (
    <section class={flush ? 'card card-flush' : 'card'} id={id}>
      {(title || aside) && (
        <div class="card-head">
          {title && <Heading class="card-title">{title}</Heading>}
          {aside && <div class="card-aside">{aside}</div>}
        </div>
      )}
      <div class="card-body">{children}</div>
      {actions && <div class="card-actions">{actions}</div>}
    </section>
  )
}
