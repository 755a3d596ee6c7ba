// One post: who does its work today, who held it when, and what an administrator may change of it.
import { postTitle } from '../../../core/agency/agency.ts'
import { speakDay } from '../../../core/clock/speak.ts'
import { factsOf } from '../../../core/organisation/facts.ts'
import { coverOf } from '../../../core/person/holders.ts'
import { readOrganisation } from '../../../store/organisation.ts'
import { readOrganisationJournal } from '../../../store/organisation-journal.ts'
import { posted } from '../../request/posted.ts'
import type { Services } from '../../services.ts'
import { StatusMark } from '../../ui/badge.tsx'
import { Card } from '../../ui/card.tsx'
import { Definition } from '../../ui/definition.tsx'
import type { App } from '../../visitor.ts'
import { line } from '../account/checks.ts'
import { notFoundPage } from '../message.tsx'
import { NEW, ORGANISATION_PATH, postPath } from './address.ts'
import { type Desk, deskOf } from './desk.ts'
import { framed } from './frame.tsx'
import { forThose } from './gate.ts'
import { CoverWords } from './holder-words.tsx'
import { JournalList } from './journal-list.tsx'
import { type Post, postAct } from './post-acts.ts'
import { PostForm, PostForms } from './post-forms.tsx'
import { HolderTable } from './post-holders.tsx'

export const postRoutes = (app: App, services: Services): void => {
  const path = postPath(':post')
  app.get(
    path,
    forThose(services, 'see-organisation', (c, signedIn) => show(deskOf(c, services, signedIn))),
  )
  app.post(
    path,
    forThose(services, 'manage-organisation', (c, signedIn) => act(deskOf(c, services, signedIn))),
  )
}

const postIn = ({ c, visitor }: Desk): Post | undefined =>
  visitor.agency.agency.posts.find((one) => one.post === c.req.param('post'))

const act = (desk: Desk) => {
  const { c, services } = desk
  const post = postIn(desk)
  if (!post && c.req.param('post') !== NEW) return notFoundPage(c, services)
  return postAct(desk, post, line(posted(c), 'do'), show)
}

const show = async (desk: Desk) => {
  const { c, services, mayManage } = desk
  const post = postIn(desk)
  if (post) return known(desk, post)
  return c.req.param('post') === NEW && mayManage ? fresh(desk) : notFoundPage(c, services)
}

const fresh = (desk: Desk) => {
  const words = desk.visitor.text.organisation
  return framed(desk, {
    title: words.posts.add,
    part: 'chart',
    back: { href: ORGANISATION_PATH, label: words.title },
    narrow: true,
    children: (
      <Card>
        <PostForm desk={desk} post={undefined} />
      </Card>
    ),
  })
}

const known = async (desk: Desk, post: Post) => {
  const { services, visitor, mayManage } = desk
  const { agency, today } = visitor.agency
  const words = visitor.text.organisation
  const [office, journal] = await Promise.all([
    readOrganisation(services.store, agency.agency),
    mayManage
      ? readOrganisationJournal(services.store, agency.agency, { kind: 'post', subject: post.post, limit: 20 })
      : [],
  ])
  return framed(desk, {
    title: post.title,
    part: 'chart',
    status: post.closedOn && (
      <StatusMark tone="warning">{words.posts.closedOn(speakDay(post.closedOn, visitor.language))}</StatusMark>
    ),
    back: { href: ORGANISATION_PATH, label: words.title },
    narrow: true,
    children: (
      <>
        <Card>
          <Definition facts={factsOfPost(desk, post)} />
        </Card>
        <Card title={words.posts.today}>
          <p>
            <CoverWords visitor={visitor} cover={coverOf(visitor.agency, post.post, { day: today })} />
          </p>
        </Card>
        <HolderTable desk={desk} post={post} office={office} />
        {mayManage && <PostForms desk={desk} post={post} office={office} newId={services.newId} />}
        {mayManage && (
          <Card title={words.parts.journal}>
            <JournalList visitor={visitor} entries={journal} office={office} />
          </Card>
        )}
      </>
    ),
  })
}

const factsOfPost = ({ visitor }: Desk, post: Post) => {
  const { agency } = visitor.agency
  const words = visitor.text.organisation
  const named = factsOf(visitor.agency).named[post.post] ?? []
  return [
    { label: words.posts.unit, value: agency.units.find((one) => one.unit === post.unit)?.name ?? post.unit },
    {
      label: words.posts.superior,
      value: post.superior === undefined ? words.none : postTitle(agency, post.superior),
    },
    ...(post.successor ? [{ label: words.posts.successor, value: postTitle(agency, post.successor) }] : []),
    {
      label: words.posts.duties,
      value: post.duties.map((duty) => words.posts.dutyNames[duty]).join('; ') || words.none,
    },
    { label: words.posts.namedBy, value: named.join('; ') || words.none },
    { label: words.key, value: post.post },
  ]
}
