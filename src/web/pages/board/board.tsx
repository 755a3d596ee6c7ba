// The board of whoever leads others: what is late, what nobody has said or noted, what reached nobody, each with a way to act.
import type { Context } from 'hono'
import { postTitle } from '../../../core/agency/agency.ts'
import { speakShort } from '../../../core/clock/speak.ts'
import { mayOffice } from '../../../core/person/may.ts'
import { stepNamed } from '../../../core/procedure/flow.ts'
import type { Procedure } from '../../../core/procedure/schema.ts'
import { BOARD_ROWS, type BreachRow } from '../../../store/board.ts'
import { type Board, boardFor } from '../../board-desk.ts'
import { page } from '../../page.tsx'
import type { Services } from '../../services.ts'
import { Card } from '../../ui/card.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Table } from '../../ui/table.tsx'
import type { App, Visitor, WebEnv } from '../../visitor.ts'
import { notFoundPage } from '../message.tsx'
import { postPath } from '../organisation/address.ts'
import { signInFirst } from '../sign-in-first.ts'
import { Runs } from './runs.tsx'

export const boardRoutes = (app: App, services: Services): void => {
  app.get('/board', (c) => boardPage(c, services))
}

const boardPage = async (c: Context<WebEnv>, services: Services) => {
  const visitor = c.get('visitor')
  if (!visitor.signedIn) return signInFirst(c)
  if (!mayOffice(visitor.signedIn.actor, 'see-board')) return notFoundPage(c, services)
  const board = await boardFor(services, visitor, visitor.signedIn)
  const steps = await namesOf(services, visitor, [...board.unexplained, ...board.unacknowledged, ...board.undelivered])
  const words = visitor.text.late.board
  return page(c, services, {
    title: words.title,
    children: (
      <>
        <PageHead title={words.title} lead={words.lead} />
        <div class="stack">
          <Overdue visitor={visitor} board={board} />
          <Undelivered visitor={visitor} board={board} steps={steps} />
          <Breaches visitor={visitor} title={words.unexplained} rows={board.unexplained} steps={steps} />
          <Breaches visitor={visitor} title={words.unacknowledged} rows={board.unacknowledged} steps={steps} />
          <Vacant visitor={visitor} board={board} />
          <Runs visitor={visitor} runs={board.runs} />
        </div>
      </>
    ),
  })
}

/** What a clock is of, by dossier and clock. */
type Names = ReadonlyMap<string, string>

const namesOf = async (services: Services, visitor: Visitor, rows: readonly BreachRow[]): Promise<Names> => {
  const { agency, text } = visitor
  const named = rows.map(async (row): Promise<[string, string]> => {
    const procedure: Procedure = await services.procedureOf(agency.agency.agency, row.procedure, row.edition)
    const activity = row.step === null ? null : (stepNamed(procedure, row.step)?.activity ?? row.step)
    return [keyOf(row), activity ?? text.late.promise]
  })
  return new Map(await Promise.all(named))
}

const keyOf = ({ dossier, clock }: BreachRow): string => `${dossier}-${clock}`

type Part = { visitor: Visitor; board: Board }

const Overdue = ({ visitor, board }: Part) => {
  const words = visitor.text.late.board
  const titles = new Map(visitor.agency.editions.map(({ procedure }) => [procedure.procedure, procedure.title]))
  return (
    <Card title={words.overdue} flush>
      <Table
        caption={words.overdue}
        captionHidden
        rows={board.overdue}
        rowKey={({ post, procedure }) => `${post}-${procedure}`}
        empty={<p class="card-note">{words.none}</p>}
        columns={[
          { key: 'post', label: words.post, head: true, render: ({ post }) => postTitle(visitor.agency.agency, post) },
          { key: 'procedure', label: words.service, render: ({ procedure }) => titles.get(procedure) ?? procedure },
          { key: 'count', label: words.count, align: 'end', render: ({ count }) => String(count) },
          { key: 'oldest', label: words.oldest, align: 'end', render: ({ oldest }) => momentOf(visitor, oldest) },
          {
            key: 'act',
            label: words.act,
            render: ({ post }) => <a href={postPath(post)}>{words.toPost}</a>,
          },
        ]}
      />
    </Card>
  )
}

type BreachesProps = { visitor: Visitor; title: string; rows: readonly BreachRow[]; steps: Names }

const Breaches = ({ visitor, title, rows, steps }: BreachesProps) => {
  const words = visitor.text.late.board
  return (
    <Card title={title} flush>
      <BreachTable visitor={visitor} title={title} rows={rows} steps={steps} />
      {rows.length === BOARD_ROWS && <p class="card-note">{words.oldestShown(BOARD_ROWS)}</p>}
    </Card>
  )
}

const BreachTable = ({ visitor, title, rows, steps }: BreachesProps) => {
  const words = visitor.text.late.board
  const { agency } = visitor.agency
  return (
    <Table
      caption={title}
      captionHidden
      rows={rows}
      rowKey={keyOf}
      empty={<p class="card-note">{words.none}</p>}
      columns={[
        {
          key: 'dossier',
          label: words.dossier,
          head: true,
          render: ({ dossier, number }) => <a href={`/dossiers/${dossier}#late`}>{number}</a>,
        },
        { key: 'what', label: words.what, render: (row) => steps.get(keyOf(row)) ?? row.clock },
        {
          key: 'post',
          label: words.post,
          render: ({ posts }) => posts.map((one) => postTitle(agency, one)).join(' / '),
        },
        { key: 'due', label: words.due, align: 'end', render: ({ dueAt }) => momentOf(visitor, dueAt) },
      ]}
    />
  )
}

/** An escalation never stops in silence: where it reached nobody, it stands here. */
const Undelivered = ({ visitor, board, steps }: Part & { steps: Names }) => {
  const words = visitor.text.late.board
  const of = (gap: 'nobody-above' | 'nobody-holds') => board.undelivered.filter((row) => row.gap === gap)
  if (board.undelivered.length + board.failed.length === 0) return null
  return (
    <Card title={words.undelivered} id="undelivered">
      {of('nobody-above').length > 0 && (
        <>
          <p>{words.nobodyAbove}</p>
          <BreachTable visitor={visitor} title={words.nobodyAbove} rows={of('nobody-above')} steps={steps} />
        </>
      )}
      {of('nobody-holds').length > 0 && (
        <>
          <p>
            {words.nobodyHolds} <a href="/organisation">{words.toOrganisation}</a>
          </p>
          <BreachTable visitor={visitor} title={words.nobodyHolds} rows={of('nobody-holds')} steps={steps} />
        </>
      )}
      {board.failed.length > 0 && (
        <ul>
          {board.failed.map(({ dossier, number, name, at }) => (
            <li key={`${dossier}-${at}-${name}`}>
              <a href={`/dossiers/${dossier}`}>{number}</a> {words.mailFailed(name ?? '', momentOf(visitor, at))}
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}

const Vacant = ({ visitor, board }: Part) => {
  const words = visitor.text.late.board
  const { agency } = visitor.agency
  if (board.withoutHolder.length === 0) return null
  return (
    <Card title={words.vacant} flush>
      <Table
        caption={words.vacant}
        captionHidden
        rows={board.withoutHolder}
        rowKey={({ post }) => post}
        columns={[
          { key: 'post', label: words.post, head: true, render: ({ post }) => postTitle(agency, post) },
          {
            key: 'covered',
            label: words.covered,
            render: ({ coveredBy }) => (coveredBy === null ? words.nobody : postTitle(agency, coveredBy)),
          },
          { key: 'act', label: words.act, render: ({ post }) => <a href={postPath(post)}>{words.nameHolder}</a> },
        ]}
      />
    </Card>
  )
}

const momentOf = ({ language, agency, now }: Visitor, at: string): string =>
  speakShort(at, language, { zone: agency.agency.zone, now })
