// The frame of what is demanded now: what, of whom, since when, how long; and the means to do it.
import type { ComponentChildren } from 'preact'
import { Definition, type Fact } from './definition.tsx'
import { Icon } from './icon.tsx'

export type TaskPanelProps = {
  id?: string | undefined
  /** "Langkah 3 dari 8" */
  kicker: string
  title: string
  /** The reader is the one being waited for. */
  mine: boolean
  /** Who is waited for, since when, standard time, limit. */
  facts: readonly Fact[]
  /** Usually a `TimeBar`. */
  time?: ComponentChildren
  /** State of the task: paused, late. */
  status?: ComponentChildren
  /** The form, or the sentence that says what is being waited for. */
  children?: ComponentChildren
  /** What else may be done: return, refuse, withdraw. */
  actions?: ComponentChildren
}

export const TaskPanel = ({ id, kicker, title, mine, facts, time, status, children, actions }: TaskPanelProps) => (
  <section class={mine ? 'task-panel task-mine' : 'task-panel'} id={id} aria-label={title}>
    <div class="task-head">
      <p class="task-kicker">
        <Icon name={mine ? 'writing-sign' : 'hourglass'} size={18} />
        {kicker}
      </p>
      <h2 class="task-title">{title}</h2>
      {status && <div class="task-status">{status}</div>}
    </div>
    <div class="task-facts">
      <Definition facts={facts} strip />
      {time}
    </div>
    {children && <div class="task-body">{children}</div>}
    {actions && <div class="task-actions">{actions}</div>}
  </section>
)
