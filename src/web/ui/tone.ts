// The five tones of the product and the icon that goes with each, so that no state is told by colour alone.
import type { IconName } from './icon.tsx'

export type Tone = 'neutral' | 'info' | 'good' | 'warning' | 'bad'

export const TONE_ICON: Record<Tone, IconName> = {
  neutral: 'circle-dot',
  info: 'info-circle',
  good: 'circle-check',
  warning: 'alert-triangle',
  bad: 'alert-circle',
}
