// Who changed a calendar, what of it and why, the latest first.
import { postTitle } from '../../../core/agency/agency.ts'
import { speakShort } from '../../../core/clock/speak.ts'
import type { CalendarDetail, CalendarEntry } from '../../../store/calendar-journal.ts'
import type { StoredCalendar } from '../../../store/calendars.ts'
import { Card } from '../../ui/card.tsx'
import { type Column, Table } from '../../ui/table.tsx'
import type { Visitor } from '../../visitor.ts'
import { rowWords, unitName } from './row-words.ts'

type Props = { visitor: Visitor; journal: readonly CalendarEntry[]; calendars: readonly StoredCalendar[] }

/** An import of a whole year would bury the rest. */
const MOST_SAID = 4

export const HistoryCard = ({ visitor, journal, calendars }: Props) => {
  const words = visitor.text.calendar
  const { zone } = visitor.agency.agency
  const columns: Column<CalendarEntry>[] = [
    {
      key: 'at',
      label: words.at,
      head: true,
      render: (one) => speakShort(one.at, visitor.language, { zone, now: visitor.now }),
    },
    { key: 'by', label: words.by, render: (one) => one.by ?? words.commandLine },
    {
      key: 'what',
      label: words.what,
      render: (one) => (
        <ul class="plain-list">
          {said(visitor, one.detail, calendars).map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      ),
    },
    { key: 'why', label: words.why, render: (one) => one.reason },
  ]
  return (
    <Card title={words.history} id="history" flush={journal.length > 0}>
      {journal.length === 0 ? (
        <p>{words.noHistory}</p>
      ) : (
        <Table caption={words.history} captionHidden columns={columns} rows={journal} rowKey={(one) => one.change} />
      )}
    </Card>
  )
}

const said = (visitor: Visitor, detail: CalendarDetail, calendars: readonly StoredCalendar[]): string[] => {
  const { did } = visitor.text.calendar
  const changes = (detail.changes ?? []).flatMap(({ before, after }) => {
    if (after !== null) return [(before === null ? did.added : did.changed)(rowWords(visitor, after))]
    return before === null ? [] : [did.removed(rowWords(visitor, before))]
  })
  const more = changes.length - MOST_SAID
  return [
    ...(detail.created === undefined ? [] : [did.created(detail.created)]),
    ...(detail.unit ? [did.unit(unitName(visitor, detail.unit.unit), labelOf(calendars, detail.unit.after))] : []),
    ...(detail.post
      ? [did.post(postTitle(visitor.agency.agency, detail.post.post), unitName(visitor, detail.post.after ?? ''))]
      : []),
    ...(more > 1 ? [...changes.slice(0, MOST_SAID), did.more(String(more))] : changes),
  ]
}

const labelOf = (calendars: readonly StoredCalendar[], calendar: string | null): string =>
  (calendar === null ? calendars[0] : calendars.find((one) => one.calendar === calendar))?.label ?? calendar ?? ''
