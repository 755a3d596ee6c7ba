// The organisation at a glance: what needs attention, then every unit with its posts and who does their work today.
import { postTitle } from '../../../core/agency/agency.ts'
import { inForce } from '../../../core/agency/catalogue.ts'
import { speakDay } from '../../../core/clock/speak.ts'
import { weakPoints } from '../../../core/organisation/steps-held.ts'
import { coverOf, isClosed } from '../../../core/person/holders.ts'
import type { Services } from '../../services.ts'
import { Badge } from '../../ui/badge.tsx'
import { LinkButton } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Notice } from '../../ui/notice.tsx'
import { type Column, Table } from '../../ui/table.tsx'
import type { App, Visitor } from '../../visitor.ts'
import { NEW, ORGANISATION_PATH, postPath, unitPath } from './address.ts'
import { type Desk, deskOf } from './desk.ts'
import { framed } from './frame.tsx'
import { forThose } from './gate.ts'
import { CoverWords } from './holder-words.tsx'
import { type TreeUnit, unitTree } from './unit-tree.ts'

export const chartRoute = (app: App, services: Services): void => {
  app.get(
    ORGANISATION_PATH,
    forThose(services, 'see-organisation', (c, signedIn) => show(deskOf(c, services, signedIn))),
  )
}

const show = (desk: Desk) => {
  const { visitor, mayManage } = desk
  const { agency } = visitor.agency
  const words = visitor.text.organisation
  const closed = agency.posts.filter(({ post }) => isClosed(visitor.agency, post, visitor.agency.today))
  const actions = mayManage && (
    <>
      <LinkButton icon="plus" href={unitPath(NEW)}>
        {words.units.add}
      </LinkButton>
      <LinkButton icon="plus" href={postPath(NEW)}>
        {words.posts.add}
      </LinkButton>
    </>
  )
  return framed(desk, {
    title: words.title,
    part: 'chart',
    lead: words.lead,
    actions,
    children: (
      <>
        <Health visitor={visitor} />
        {unitTree(agency.units).map((unit) => (
          <UnitCard key={unit.unit} visitor={visitor} unit={unit} mayManage={mayManage} />
        ))}
        {closed.length > 0 && (
          <Card title={words.posts.closed}>
            <ul class="bullets">
              {closed.map((one) => (
                <li key={one.post}>
                  <a href={postPath(one.post)}>{one.title}</a>,{' '}
                  {words.posts.closedOn(speakDay(one.closedOn ?? '', visitor.language))}
                </li>
              ))}
            </ul>
          </Card>
        )}
      </>
    ),
  })
}

const UnitCard = ({ visitor, unit, mayManage }: { visitor: Visitor; unit: TreeUnit; mayManage: boolean }) => {
  const { agency, today } = visitor.agency
  const words = visitor.text.organisation
  const posts = agency.posts.filter((one) => one.unit === unit.unit && !isClosed(visitor.agency, one.post, today))
  const above = agency.units.find((one) => one.unit === unit.superior)
  return (
    <Card
      title={mayManage ? <a href={unitPath(unit.unit)}>{unit.name}</a> : unit.name}
      flush={posts.length > 0}
      aside={
        <span class="badges">
          <Badge>{words.units.kinds[unit.kind]}</Badge>
          {above && <Badge>{words.units.below(above.name)}</Badge>}
          {unit.calendar && <Badge tone="info">{unit.calendar}</Badge>}
        </span>
      }
    >
      {posts.length === 0 ? words.units.empty : <PostTable visitor={visitor} posts={posts} caption={unit.name} />}
    </Card>
  )
}

type Post = Visitor['agency']['agency']['posts'][number]

const PostTable = ({ visitor, posts, caption }: { visitor: Visitor; posts: readonly Post[]; caption: string }) => {
  const { agency, today } = visitor.agency
  const words = visitor.text.organisation
  const columns: Column<Post>[] = [
    {
      key: 'post',
      label: words.posts.title,
      head: true,
      render: (one) => <a href={postPath(one.post)}>{one.title}</a>,
    },
    {
      key: 'today',
      label: words.posts.today,
      render: (one) => <CoverWords visitor={visitor} cover={coverOf(visitor.agency, one.post, { day: today })} />,
    },
    {
      key: 'superior',
      label: words.posts.superior,
      render: (one) => (one.superior === undefined ? words.none : postTitle(agency, one.superior)),
    },
  ]
  return <Table caption={caption} captionHidden columns={columns} rows={posts} rowKey={(one) => one.post} />
}

const Health = ({ visitor }: { visitor: Visitor }) => {
  const { agency, text, language } = visitor
  const words = text.organisation.health
  const weak = weakPoints(agency, inForce(agency), agency.today)
  const more = <a href={`${ORGANISATION_PATH}/holders`}>{words.more}</a>
  if (weak.nobody.length + weak.vacant.length + weak.ending.length === 0)
    return (
      <Notice tone="good" word={text.common.words.info} actions={more}>
        <p>{words.fine}</p>
      </Notice>
    )
  const titleOf = (post: string) => postTitle(agency.agency, post)
  return (
    <Notice tone={weak.nobody.length > 0 ? 'bad' : 'warning'} word={words.title} actions={more}>
      {weak.nobody.length > 0 && <p>{words.nobody(weak.nobody.length)}</p>}
      {weak.vacant.length > 0 && (
        <p>
          {words.vacant}: {weak.vacant.map(({ post }) => titleOf(post)).join('; ')}.
        </p>
      )}
      {weak.ending.length > 0 && (
        <p>
          {words.ending}:{' '}
          {weak.ending
            .map(({ name, post, toOn }) => words.ends(name, titleOf(post), speakDay(toOn ?? '', language)))
            .join('; ')}
          .
        </p>
      )}
    </Notice>
  )
}
