// A second thought before something that cannot be undone: opens in place, works without scripts.
import type { ComponentChildren } from 'preact'
import { Icon, type IconName } from './icon.tsx'

export type ConfirmProps = {
  /** The words on the closed button: "Tolak permohonan". */
  summary: string
  kind?: 'secondary' | 'danger' | 'quiet' | undefined
  icon?: IconName | undefined
  /** Stays open, for a form that came back with faults. */
  open?: boolean | undefined
  /** What will happen, and the form that does it. */
  children: ComponentChildren
}

export const Confirm = ({ summary, kind, icon, open, children }: ConfirmProps) => (
  <details class="confirm" open={open}>
    <summary class={`button button-${kind ?? 'secondary'}`}>
      {icon && <Icon name={icon} />}
      <span class="button-words">{summary}</span>
      <Icon name="chevron-down" size={18} />
    </summary>
    <div class="confirm-body">{children}</div>
  </details>
)
