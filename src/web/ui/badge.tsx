// Small marks: a state (icon and word, like a rubber stamp), and a plain label or count.
import type { ComponentChildren } from 'preact'
import { Icon, type IconName } from './icon.tsx'
import { TONE_ICON, type Tone } from './tone.ts'

export type StatusMarkProps = {
  tone: Tone
  icon?: IconName | undefined
  /** The state in words; always there. */
  children: ComponentChildren
}

export const StatusMark = ({ tone, icon, children }: StatusMarkProps) => (
  <span class={`status-mark tone-${tone}`}>
    <Icon name={icon ?? TONE_ICON[tone]} size={16} />
    <span>{children}</span>
  </span>
)

export type BadgeProps = { tone?: Tone | undefined; children: ComponentChildren }

export const Badge = ({ tone, children }: BadgeProps) => (
  <span class={`badge tone-${tone ?? 'neutral'}`}>{children}</span>
)

/** A number or code that people read aloud or copy: dossier number, tracking code, domain name. */
export const Code = ({ children }: { children: ComponentChildren }) => <span class="code">{children}</span>
