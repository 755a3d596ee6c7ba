// The registers of things the office looks after: the list of them, and the items of one with their last dossier.
import type { Context } from 'hono'
import { inZone } from '../../../core/clock/instant.ts'
import { speakDate } from '../../../core/clock/speak.ts'
import { mayOffice } from '../../../core/person/may.ts'
import { countRegisters, type RegisterItem, readRegister } from '../../../store/registers.ts'
import { page } from '../../page.tsx'
import type { Services } from '../../services.ts'
import { StatusMark } from '../../ui/badge.tsx'
import { LinkButton } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Definition } from '../../ui/definition.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Grid, PageHead } from '../../ui/page-head.tsx'
import { Pager } from '../../ui/pager.tsx'
import type { App, Visitor, WebEnv } from '../../visitor.ts'
import { notFoundPage } from '../message.tsx'
import { signInFirst } from '../sign-in-first.ts'
import { AUTOMATIC_PATH } from './automatic.tsx'
import { cellText, columnsOf, knownRegisters, type RegisterColumn, spoken } from './register-columns.ts'

export const registersRoutes = (app: App, services: Services): void => {
  app.get('/registers', (c) => registersPage(c, services))
  app.get('/registers/:name', (c) => registerPage(c, services))
}

type Web = Context<WebEnv>

/** Of this many the page says "more than a thousand". */
const MOST_COUNTED = 1001

const registersPage = async (c: Web, services: Services) => {
  const visitor = c.get('visitor')
  if (!visitor.signedIn) return signInFirst(c)
  if (!mayOffice(visitor.signedIn.actor, 'see-registers')) return notFoundPage(c, services)
  const words = visitor.text.office.registers
  const counts = await countRegisters(services.store, visitor.agency.agency.agency, MOST_COUNTED)
  const names = [...new Set([...knownRegisters(visitor.agency), ...counts.map((one) => one.register)])]
  return page(c, services, {
    title: words.title,
    children: (
      <>
        <PageHead
          title={words.title}
          lead={words.lead}
          actions={
            <LinkButton href={AUTOMATIC_PATH} icon="clock">
              {visitor.text.office.automatic.link}
            </LinkButton>
          }
        />
        {names.length === 0 ? (
          <EmptyState title={words.emptyTitle}>{words.empty}</EmptyState>
        ) : (
          <Grid>
            {names.map((name) => {
              const count = counts.find((one) => one.register === name)
              return (
                <Card key={name} title={<a href={`/registers/${name}`}>{spoken(name)}</a>}>
                  <p>{words.counts(count?.active ?? 0, count?.retired ?? 0)}</p>
                </Card>
              )
            })}
          </Grid>
        )}
      </>
    ),
  })
}

const registerPage = async (c: Web, services: Services) => {
  const visitor = c.get('visitor')
  const name = c.req.param('name') ?? ''
  if (!visitor.signedIn) return signInFirst(c)
  if (!mayOffice(visitor.signedIn.actor, 'see-registers') || !/^[a-z0-9-]{1,80}$/.test(name))
    return notFoundPage(c, services)
  const after = c.req.query('after')?.replaceAll('\u0000', '') ?? null
  const { rows, more, hidden } = await readRegister(services.store, visitor.agency.agency.agency, {
    register: name,
    actor: visitor.signedIn.actor,
    after,
  })
  if (rows.length === 0 && hidden === 0 && !knownRegisters(visitor.agency).includes(name))
    return notFoundPage(c, services)
  const words = visitor.text.office.registers
  const next = more ? rows.at(-1)?.key : undefined
  return page(c, services, {
    title: spoken(name),
    children: (
      <>
        <PageHead title={spoken(name)} back={{ href: '/registers', label: words.back }} />
        {rows.length === 0 && <EmptyState title={words.emptyItems}>{words.emptyItemsLead}</EmptyState>}
        <div class="stack">
          {rows.map((row) => (
            <Item
              key={row.key}
              visitor={visitor}
              columns={columnsOf(visitor.agency, name, visitor.language)}
              row={row}
            />
          ))}
        </div>
        {hidden > 0 && <p class="quiet">{words.hidden(hidden)}</p>}
        <Pager
          label={words.pages}
          previous={after === null ? undefined : { href: `/registers/${name}`, label: words.first }}
          next={
            next === undefined
              ? undefined
              : { href: `/registers/${name}?after=${encodeURIComponent(next)}`, label: words.next }
          }
        />
      </>
    ),
  })
}

type ItemProps = { visitor: Visitor; columns: readonly RegisterColumn[]; row: RegisterItem }

/** Registers differ in what they hold, so an item is a card of facts under the labels of the form, not a row of a table. */
const Item = ({ visitor, columns, row }: ItemProps) => {
  const { agency, language, text } = visitor
  const words = text.office.registers
  const answers = columns
    .map((column) => ({ label: column.label, value: cellText(column, row.columns[column.column], language) }))
    .filter(({ value }) => value !== '')
  const facts = [
    { label: words.owner, value: row.clientName },
    ...answers,
    { label: words.since, value: speakDate(inZone(row.since, agency.agency.zone).toPlainDate().toString(), language) },
    { label: words.dossier, value: <a href={`/dossiers/${row.dossier}`}>{row.number}</a> },
  ]
  return (
    <Card
      title={row.key}
      aside={<StatusMark tone={row.state === 'active' ? 'good' : 'neutral'}>{words.states[row.state]}</StatusMark>}
    >
      <Definition roomy facts={facts} />
    </Card>
  )
}
