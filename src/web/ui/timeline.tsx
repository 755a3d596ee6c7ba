// What happened, one event under the other, with time, post and note.
import type { ComponentChildren } from 'preact'
import { Icon, type IconName } from './icon.tsx'
import { type Moment, When } from './moment.tsx'
import { TONE_ICON, type Tone } from './tone.ts'

export type TimelineEvent = {
  at: Moment
  /** Who did it, by post. */
  post: string
  title: ComponentChildren
  note?: ComponentChildren
  tone?: Tone | undefined
  icon?: IconName | undefined
}

export type TimelineProps = { label: string; events: readonly TimelineEvent[] }

export const Timeline = ({ label, events }: TimelineProps) => (
  <ol class="timeline" aria-label={label}>
    {events.map((event) => (
      <li class={`timeline-event tone-${event.tone ?? 'neutral'}`} key={`${event.at.iso}${event.post}`}>
        <span class="timeline-dot">
          <Icon name={event.icon ?? TONE_ICON[event.tone ?? 'neutral']} size={16} />
        </span>
        <div class="timeline-body">
          <p class="timeline-title">{event.title}</p>
          <p class="timeline-meta">
            <span class="timeline-post">{event.post}</span>
            <When at={event.at} />
          </p>
          {event.note && <div class="timeline-note">{event.note}</div>}
        </div>
      </li>
    ))}
  </ol>
)
