// The history of a procedure: all its ratified editions, when they were in force, by whom they were ratified; each to read.
import { postTitle } from '../../../core/agency/agency.ts'
import type { RatifiedEdition } from '../../../core/agency/catalogue.ts'
import { inZone } from '../../../core/clock/instant.ts'
import { speakDay, speakPrinted } from '../../../core/clock/speak.ts'
import { mayOffice } from '../../../core/person/may.ts'
import { runningOn } from '../../../store/running.ts'
import { editionState, editionsOf } from '../../editions/state.ts'
import { page } from '../../page.tsx'
import type { Services } from '../../services.ts'
import { StatusMark } from '../../ui/badge.tsx'
import { LinkButton } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { type Column, Table } from '../../ui/table.tsx'
import type { Tone } from '../../ui/tone.ts'
import type { App, Visitor } from '../../visitor.ts'
import { notFoundPage } from '../message.tsx'
import { comparePath, editionFilePath, servicePath, sheetPath } from './paths.ts'

export const editionRoutes = (app: App, services: Services): void => {
  app.get('/services/:procedure/editions', async (c) => {
    const visitor = c.get('visitor')
    const { agency, signedIn, text } = visitor
    const name = c.req.param('procedure')
    const editions = editionsOf(agency, name)
    const [newest] = editions
    if (!newest) return notFoundPage(c, services)
    const isOfficer = mayOffice(signedIn?.actor ?? null, 'see-work')
    const running = isOfficer ? await runningOn(services.store, agency.agency.agency, name) : null
    const words = text.editions.history
    const children = (
      <>
        <PageHead
          kicker={newest.procedure.number ?? undefined}
          title={words.title(newest.procedure.title)}
          lead={words.lead}
          back={{ href: servicePath(name), label: newest.procedure.title }}
          actions={
            mayOffice(signedIn?.actor ?? null, 'ratify-procedures') && (
              <LinkButton href={`/procedures/${name}`}>{words.manage}</LinkButton>
            )
          }
        />
        <Card title={words.table} flush>
          <EditionTable visitor={visitor} editions={editions} running={running} />
        </Card>
      </>
    )
    return page(c, services, { title: words.title(newest.procedure.title), children })
  })
}

type TableProps = {
  visitor: Visitor
  editions: readonly RatifiedEdition[]
  /** Only for officers. */
  running: ReadonlyMap<string, number> | null
}

export const EditionTable = ({ visitor, editions, running }: TableProps) => {
  const words = visitor.text.editions.history
  const columns: Column<RatifiedEdition>[] = [
    {
      key: 'edition',
      label: words.edition,
      head: true,
      render: ({ procedure }) => `${procedure.edition}${procedure.number ? ` (${procedure.number})` : ''}`,
    },
    { key: 'state', label: words.state, render: (one) => <StateMark visitor={visitor} edition={one} /> },
    { key: 'force', label: words.force, render: (one) => daysOf(one, visitor) },
    { key: 'printed', label: words.printed, render: (one) => printedOf(one, visitor) },
    { key: 'ratified', label: words.ratified, render: (one) => ratifiedOf(one, visitor) },
    ...(running
      ? [
          {
            key: 'running',
            label: words.running,
            align: 'end' as const,
            render: ({ procedure }: RatifiedEdition) => String(running.get(procedure.edition) ?? 0),
          },
        ]
      : []),
    { key: 'read', label: words.read, render: (one) => <Links visitor={visitor} edition={one} editions={editions} /> },
  ]
  return (
    <Table
      caption={words.table}
      captionHidden
      columns={columns}
      rows={editions}
      rowKey={(one) => one.procedure.edition}
    />
  )
}

const TONES: Record<ReturnType<typeof editionState>, Tone> = {
  'in-force': 'good',
  scheduled: 'info',
  ended: 'neutral',
  ratified: 'neutral',
}

export const StateMark = ({ visitor, edition }: { visitor: Visitor; edition: Pick<RatifiedEdition, 'force'> }) => {
  const state = editionState(edition, visitor.agency.today)
  return <StatusMark tone={TONES[state]}>{visitor.text.editions.states[state]}</StatusMark>
}

/** The last day of an edition is the one before the day from which it is no longer in force. */
export const daysOf = ({ force }: Pick<RatifiedEdition, 'force'>, { text, language }: Visitor): string => {
  const words = text.editions.history
  if (force === null) return words.never
  const from = speakDay(force.from, language)
  const days = force.to === null ? words.since(from) : words.fromTo(from, speakDay(force.to, language))
  return force.assumed ? words.assumed(days) : days
}

const printedOf = ({ procedure }: RatifiedEdition, { text, language }: Visitor): string => {
  const words = text.editions.history
  const dates = [
    [words.created, procedure.created],
    [words.revised, procedure.revised],
    [words.effective, procedure.effective],
  ].flatMap(([label, date]) => (date ? [`${label} ${speakPrinted(date, language)}`] : []))
  return dates.join(', ') || words.undated
}

export const ratifiedOf = (
  { ratified }: Pick<RatifiedEdition, 'ratified'>,
  { agency, text, language }: Visitor,
): string => {
  const words = text.editions.history
  if (ratified === null) return words.fromCatalogue
  const by = postTitle(agency.agency, ratified.post)
  return words.ratifiedBy(
    by,
    ratified.decree,
    speakDay(inZone(ratified.at, agency.agency.zone).toPlainDate().toString(), language),
  )
}

const Links = ({
  visitor,
  edition,
  editions,
}: {
  visitor: Visitor
  edition: RatifiedEdition
  editions: readonly RatifiedEdition[]
}) => {
  const words = visitor.text.editions.history
  const { procedure: name, edition: own } = edition.procedure
  const other = editions[editions.indexOf(edition) + 1]?.procedure.edition
  const named = <span class="visually-hidden">{` ${own}`}</span>
  return (
    <>
      <a href={sheetPath(name, own)}>
        {words.sheet}
        {named}
      </a>
      {' · '}
      {other !== undefined && (
        <>
          <a href={comparePath(name, { a: other, b: own })}>{words.against(other)}</a>
          {' · '}
        </>
      )}
      <a href={editionFilePath(name, own)} download>
        {words.file}
        {named}
      </a>
    </>
  )
}
