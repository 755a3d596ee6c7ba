// What a calendar is made of, list by list: holidays, special days, periods, closures; with the way to change each.
import type { ComponentChildren } from 'preact'
import type { CalendarList, CalendarRow } from '../../../core/clock/edit-calendar.ts'
import { speakDay } from '../../../core/clock/speak.ts'
import type { StoredCalendar } from '../../../store/calendars.ts'
import { Badge } from '../../ui/badge.tsx'
import { LinkButton } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { type Column, Table } from '../../ui/table.tsx'
import type { Visitor } from '../../visitor.ts'
import { rowPath } from './address.ts'
import { isOfYear, spanWords, unitName } from './row-words.ts'

type Props = { visitor: Visitor; own: StoredCalendar; year: number; mayEdit: boolean }

export const ListCards = (props: Props) => {
  const { holidays, special, periods, closures } = props.own.data
  return (
    <>
      <ListCard {...props} list="holidays" rows={holidays} columns={holidayColumns(props.visitor)} />
      <ListCard {...props} list="special" rows={special} columns={specialColumns(props.visitor)} />
      <ListCard {...props} list="periods" rows={periods} columns={periodColumns(props.visitor)} />
      <ListCard {...props} list="closures" rows={closures} columns={closureColumns(props.visitor)} />
    </>
  )
}

/** The months name each day already: a long list is opened by whoever wants to change it. */
const Folded = ({ visitor, count, children }: { visitor: Visitor; count: number; children: ComponentChildren }) =>
  count <= SHORT ? (
    children
  ) : (
    <details class="folded">
      <summary class="folded-words">{visitor.text.calendar.rows(String(count))}</summary>
      {children}
    </details>
  )

const SHORT = 6

/** Every row by its words: the same head in each list. */
type Cells = (row: CalendarRow) => ComponentChildren
type Words = { key: string; label: string; render: Cells; head?: boolean }

type ListProps = Props & { list: CalendarList; rows: readonly CalendarRow[]; columns: readonly Words[] }

const ListCard = ({ visitor, own, year, mayEdit, list, rows, columns }: ListProps) => {
  const words = visitor.text.calendar
  const shown = rows.map((row, at) => ({ row, at })).filter(({ row }) => isOfYear(list, row, year))
  const change: Column<{ row: CalendarRow; at: number }> = {
    key: 'change',
    label: words.change,
    render: ({ row, at }) => (
      <a href={rowPath(own.calendar, list, at)}>
        {words.change}
        <span class="visually-hidden"> {nameOf(visitor, row)}</span>
      </a>
    ),
  }
  const table = columns.map(
    ({ render, ...column }): Column<{ row: CalendarRow; at: number }> => ({
      ...column,
      render: ({ row }) => render(row),
    }),
  )
  return (
    <Card
      title={words[list]}
      id={list}
      flush={shown.length > 0}
      aside={
        mayEdit && (
          <LinkButton icon="plus" href={rowPath(own.calendar, list, 'new')}>
            {words.add[list]}
          </LinkButton>
        )
      }
    >
      {shown.length === 0 ? (
        <p>{rows.length === 0 ? words.none : words.noneInYear}</p>
      ) : (
        <Folded visitor={visitor} count={shown.length}>
          <Table
            caption={words[list]}
            captionHidden
            columns={mayEdit ? [...table, change] : table}
            rows={shown}
            rowKey={({ at }) => String(at)}
          />
        </Folded>
      )}
    </Card>
  )
}

const nameOf = (visitor: Visitor, row: CalendarRow): string => {
  if ('label' in row) return row.label
  return 'on' in row ? `${row.name}, ${speakDay(row.on, visitor.language)}` : row.name
}

const dayColumn = ({ text, language }: Visitor): Words => ({
  key: 'on',
  label: text.calendar.on,
  head: true,
  render: (row) => ('on' in row ? speakDay(row.on, language) : ''),
})

const nameColumn = ({ text }: Visitor): Words => ({
  key: 'name',
  label: text.calendar.name,
  render: (row) => ('name' in row ? row.name : ''),
})

const decreeColumn = ({ text }: Visitor): Words => {
  const words = text.calendar
  return {
    key: 'decree',
    label: words.decree,
    render: (row) => {
      const from = words.origins['origin' in row && row.origin === 'hand' ? 'hand' : 'import']
      return 'decree' in row && row.decree ? `${row.decree}, ${from}` : from
    },
  }
}

const holidayColumns = (visitor: Visitor): Words[] => [
  dayColumn(visitor),
  nameColumn(visitor),
  {
    key: 'kind',
    label: visitor.text.calendar.kind,
    render: (row) => ('kind' in row ? visitor.text.calendar.kinds[row.kind] : ''),
  },
  decreeColumn(visitor),
]

const specialColumns = (visitor: Visitor): Words[] => [
  dayColumn(visitor),
  nameColumn(visitor),
  {
    key: 'hours',
    label: visitor.text.calendar.hours,
    render: (row) => ('hours' in row ? row.hours.join(', ') : ''),
  },
  decreeColumn(visitor),
]

const periodColumns = (visitor: Visitor): Words[] => {
  const words = visitor.text.calendar
  return [
    {
      key: 'label',
      label: words.period,
      head: true,
      render: (row) =>
        'label' in row && (
          <>
            {row.label} {row.assumed && <Badge tone="warning">{words.assumed}</Badge>}
          </>
        ),
    },
    { key: 'when', label: words.when, render: (row) => ('label' in row ? spanWords(visitor, row) : '') },
    { key: 'note', label: words.note, render: (row) => ('note' in row && row.note) || '–' },
  ]
}

const closureColumns = (visitor: Visitor): Words[] => {
  const words = visitor.text.calendar
  return [
    { key: 'unit', label: words.unit, head: true, render: (row) => ('unit' in row ? unitName(visitor, row.unit) : '') },
    nameColumn(visitor),
    { key: 'when', label: words.when, render: (row) => ('unit' in row ? spanWords(visitor, row) : '') },
    { key: 'decree', label: words.decree, render: (row) => ('decree' in row && row.decree) || '–' },
  ]
}
