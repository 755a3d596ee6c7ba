// The list of work that waits: dense, reachable by keyboard, refreshed when a task arrives.
import type { ComponentChildren } from 'preact'
import { Icon, type IconName } from './icon.tsx'
import type { TimeState } from './time-bar.tsx'

export type WorkItem = {
  key: string
  href: string
  /** What is to be done: "Disposisi surat". */
  task: string
  /** What it is about: the wanted name, the subject. */
  subject: string
  /** Dossier number. */
  number: string
  /** Who asked. */
  client: string
  /** Who is waited for, where the list shows more than one's own. */
  post?: string | undefined
  /** "sejak 09.12" */
  since: string
  /** The due time in words; `open` has no clock. The words carry the state, the icon and colour repeat it. */
  due: { state: TimeState | 'open' | 'paused'; text: string }
  /** Not opened yet. */
  fresh?: string | undefined
  /** Urgency, secrecy and the like. */
  marks?: ComponentChildren
  /** Can be ticked: what is sent as `task`, and what the box is called. */
  choice?: { value: string; label: string } | undefined
}

export type WorkListProps = {
  /** Id of the region that a refresh replaces. */
  id: string
  label: string
  items: readonly WorkItem[]
  /** Stands there when nothing waits. */
  empty: ComponentChildren
  /** Address of the event stream; with it the list refreshes itself and says `announce`. */
  live?: { url: string; announce: string } | undefined
}

export const WorkList = ({ id, label, items, empty, live }: WorkListProps) => (
  <div class="work" id={id} data-live={live?.url} data-live-announce={live?.announce}>
    {items.length === 0 ? (
      empty
    ) : (
      <ol class="work-list" aria-label={label} data-rows="">
        {items.map((item) => (
          <Row key={item.key} item={item} />
        ))}
      </ol>
    )}
  </div>
)

/** In a stack the same step comes again and again: what tells the rows apart stands first. */
const Row = ({ item }: { item: WorkItem }) => (
  <li class={`work-row due-${item.due.state}${item.fresh ? ' is-fresh' : ''}${item.choice ? ' has-choice' : ''}`}>
    {item.choice && <Choice id={`choose-${item.key}`} choice={item.choice} />}
    <div class="work-what">
      <p class="work-task">
        {item.fresh && <span class="work-fresh">{item.fresh}</span>}
        <a class="work-link" id={`work-${item.key}`} href={item.href} data-row="">
          {item.subject}
        </a>
        {item.marks && <span class="work-marks">{item.marks}</span>}
      </p>
      <p class="work-subject">{item.task}</p>
    </div>
    <div class="work-who">
      <p class="work-client">{item.client}</p>
      <p class="work-number">{item.number}</p>
    </div>
    <div class="work-when">
      <p class="work-due">
        <Icon name={DUE_ICON[item.due.state]} size={16} />
        {item.due.text}
      </p>
      <p class="work-since">
        {item.post && <span class="work-post">{item.post} </span>}
        {item.since}
      </p>
    </div>
  </li>
)

const Choice = ({ id, choice }: { id: string; choice: { value: string; label: string } }) => (
  <label class="work-choice" for={id}>
    <input class="tick work-tick" type="checkbox" name="task" id={id} value={choice.value} data-choice="" />
    <span class="visually-hidden">{choice.label}</span>
  </label>
)

const DUE_ICON: Record<WorkItem['due']['state'], IconName> = {
  calm: 'clock',
  soon: 'hourglass',
  late: 'alert-triangle',
  open: 'circle-dashed',
  paused: 'clock-pause',
}
