// What stands where nothing is: says so kindly and what can be done.
import type { ComponentChildren } from 'preact'
import { Icon, type IconName } from './icon.tsx'

export type EmptyStateProps = {
  icon?: IconName | undefined
  title: string
  children?: ComponentChildren
  action?: ComponentChildren
}

export const EmptyState = ({ icon, title, children, action }: EmptyStateProps) => (
  <div class="empty-state">
    <span class="empty-icon">
      <Icon name={icon ?? 'inbox'} size={28} />
    </span>
    <p class="empty-title">{title}</p>
    {children && <div class="empty-words">{children}</div>}
    {action && <div class="empty-action">{action}</div>}
  </div>
)
