// What was changed, one entry under the other: who, when, why, and each value as it was and as it is.
import { isDay } from '../../../core/clock/instant.ts'
import { speakDate, speakShort } from '../../../core/clock/speak.ts'
import { CAPACITIES, nameOf, type Organisation, titleOf } from '../../../core/organisation/organisation.ts'
import type { OrganisationEntry } from '../../../store/organisation-journal.ts'
import { Timeline } from '../../ui/timeline.tsx'
import type { Visitor } from '../../visitor.ts'

type Props = { visitor: Visitor; entries: readonly OrganisationEntry[]; office: Organisation }

export const JournalList = ({ visitor, entries, office }: Props) => {
  const words = visitor.text.organisation.journal
  const { zone } = visitor.agency.agency
  if (entries.length === 0) return <p>{words.empty}</p>
  return (
    <Timeline
      label={words.title}
      events={entries
        .map((entry) => ({ entry, lines: linesOf({ visitor, entry, office }) }))
        .map(({ entry, lines }) => ({
          at: { iso: entry.at, text: speakShort(entry.at, visitor.language, { zone, now: visitor.now }) },
          post: entry.by ?? words.system,
          title: headingOf(visitor, entry, office),
          note: (entry.reason || lines.length > 0) && <Details reason={entry.reason} lines={lines} />,
        }))}
    />
  )
}

type One = { visitor: Visitor; entry: OrganisationEntry; office: Organisation }

const headingOf = ({ text }: Visitor, entry: OrganisationEntry, office: Organisation): string => {
  const words = text.organisation.journal
  const say = entry.before === null ? words.added : entry.after === null ? words.removed : words.changed
  return say(words.kinds[entry.kind], subjectOf(entry, office))
}

/** Names of people are those of their accounts today. */
const subjectOf = (entry: OrganisationEntry, office: Organisation): string => {
  const row = entry.after ?? entry.before ?? {}
  const post = typeof row.post === 'string' ? titleOf(office, row.post) : ''
  switch (entry.kind) {
    case 'unit':
    case 'client':
      return String(row.name ?? entry.subject)
    case 'post':
      return String(row.title ?? entry.subject)
    case 'person':
      return nameOf(office, entry.subject)
    case 'mandate':
    case 'substitute':
      return [nameOf(office, String(row.person)), post].join(', ')
    case 'membership':
      return [nameOf(office, String(row.person)), clientName(office, String(row.client))].join(', ')
  }
}

const clientName = (office: Organisation, client: string): string =>
  office.clients.find((one) => one.client === client)?.name ?? client

/** What differs; of a row that came or went, what it says besides what the heading says. */
const linesOf = ({ visitor, entry, office }: One): string[] => {
  const words = visitor.text.organisation.journal
  const { before, after } = entry
  const names: Readonly<Record<string, string>> = words.fields
  const said = (key: string, row: Record<string, unknown>): string => shownValue(visitor, office, row[key])
  if (before && after)
    return inOrder(names, after)
      .filter((key) => !isSame(before[key], after[key]))
      .map((key) => words.fromTo(fieldName(names, key), said(key, before), said(key, after)))
  const row = after ?? before ?? {}
  return inOrder(names, row)
    .filter((key) => Object.hasOwn(names, key) && !IN_HEADING.includes(key) && said(key, row) !== words.empties)
    .map((key) => `${fieldName(names, key)}: ${said(key, row)}`)
}

/** The database keeps no order of names. */
const inOrder = (names: Readonly<Record<string, string>>, row: Record<string, unknown>): string[] => [
  ...Object.keys(names).filter((key) => Object.hasOwn(row, key)),
  ...Object.keys(row).filter((key) => !Object.hasOwn(names, key)),
]

const IN_HEADING = ['name', 'title', 'person', 'state']

const Details = ({ reason, lines }: { reason: string | null; lines: readonly string[] }) => (
  <>
    {reason && <p>{reason}</p>}
    {lines.length > 0 && (
      <ul class="bullets">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    )}
  </>
)

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other)

const fieldName = (names: Readonly<Record<string, string>>, key: string): string =>
  Object.hasOwn(names, key) ? (names[key] ?? key) : key

/** Keys of posts, units and people as their names. */
const shownValue = ({ text, language }: Visitor, office: Organisation, value: unknown): string => {
  const words = text.organisation.journal
  if (value === null || value === undefined || value === '') return words.empties
  if (Array.isArray(value)) return value.length === 0 ? words.empties : value.join(', ')
  const key = String(value)
  if (isDay(key)) return speakDate(key, language)
  const capacity = CAPACITIES.find((one) => one === key)
  if (capacity) return text.account.people.capacities[capacity]
  return (
    office.posts.find((one) => one.post === key)?.title ??
    office.units.find((one) => one.unit === key)?.name ??
    office.people.find((one) => one.person === key)?.name ??
    key
  )
}
