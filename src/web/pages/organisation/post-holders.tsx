// Who held a post, holds it and will hold it; an administrator finds the way to each of them.
import { speakDate } from '../../../core/clock/speak.ts'
import { type MandateRow, nameOf, type Organisation } from '../../../core/organisation/organisation.ts'
import { Card } from '../../ui/card.tsx'
import { type Column, Table } from '../../ui/table.tsx'
import { PEOPLE_PATH } from '../people/list.tsx'
import type { Desk } from './desk.ts'
import type { Post } from './post-acts.ts'

export const HolderTable = ({ desk, post, office }: { desk: Desk; post: Post; office: Organisation }) => {
  const { visitor, mayManage } = desk
  const { language, text } = visitor
  const words = text.organisation.posts
  const people = text.account.people
  const rows = office.mandates
    .filter((one) => one.post === post.post)
    .toSorted((a, b) => b.fromOn.localeCompare(a.fromOn))
  const day = (on: string) => speakDate(on, language)
  const columns: Column<MandateRow>[] = [
    {
      key: 'person',
      label: people.name,
      head: true,
      render: ({ person }) =>
        mayManage ? (
          <a href={`${PEOPLE_PATH}/${person}`} title={words.holderRow(nameOf(office, person))}>
            {nameOf(office, person)}
          </a>
        ) : (
          nameOf(office, person)
        ),
    },
    { key: 'capacity', label: people.capacity, render: ({ capacity }) => people.capacities[capacity] },
    {
      key: 'term',
      label: words.term,
      render: ({ fromOn, toOn }) => words.fromTo(day(fromOn), toOn === null ? null : day(toOn)),
    },
    { key: 'decree', label: people.decree, render: ({ decree }) => decree ?? people.none },
  ]
  return (
    <Card title={words.mandates} flush={rows.length > 0}>
      <Table
        caption={words.mandates}
        captionHidden
        columns={columns}
        rows={rows}
        rowKey={(one) => one.mandate}
        empty={<p>{words.noMandates}</p>}
      />
    </Card>
  )
}
