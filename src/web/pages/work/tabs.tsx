// The views of a work list side by side, with how much stands in each; the filters come along.
import { Badge } from '../../ui/badge.tsx'
import type { Visitor } from '../../visitor.ts'
import type { WorkView } from '../../work-desk.ts'
import { type Asked, viewAddress } from './asked.ts'

export type ViewCount = { view: WorkView; count: number }

export const Tabs = ({ visitor, asked, counts }: { visitor: Visitor; asked: Asked; counts: readonly ViewCount[] }) => {
  const words = visitor.text.office.views
  return (
    <nav class="tabs" aria-label={words.label}>
      <ul class="tab-list" id="work-views" data-live-part="">
        {counts.map(({ view, count }) => (
          <li key={view}>
            <a
              class={`tab tab-${view}`}
              href={viewAddress(view, asked)}
              aria-current={view === asked.view ? 'page' : undefined}
            >
              {words.names[view]}
              {count > 0 && <Badge tone={view === 'overdue' ? 'bad' : 'neutral'}>{words.count(count)}</Badge>}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
