// Two editions of a procedure side by side, for anybody: what was ratified is public.
import type { Context } from 'hono'
import { editionInForce, type RatifiedEdition } from '../../../core/agency/catalogue.ts'
import { compareEditions } from '../../../core/procedure/compare/compare.ts'
import { page } from '../../page.tsx'
import type { Services } from '../../services.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Field } from '../../ui/field.tsx'
import { PageHead, Stack } from '../../ui/page-head.tsx'
import type { App, Visitor, WebEnv } from '../../visitor.ts'
import { notFoundPage } from '../message.tsx'
import { Chapters } from './compare-view.tsx'

export const compareRoute = (app: App, services: Services): void => {
  app.get('/services/:procedure/compare', (c) => comparePage(c, services))
}

const comparePage = (c: Context<WebEnv>, services: Services) => {
  const visitor = c.get('visitor')
  const words = visitor.text.compare
  const name = c.req.param('procedure') ?? ''
  const editions = visitor.agency.editions.filter(({ procedure }) => procedure.procedure === name)
  const newest = editionInForce(visitor.agency, name) ?? editions.at(-1)
  if (!newest) return notFoundPage(c, services)
  const named = (edition: string | undefined) => editions.find((one) => one.procedure.edition === edition)
  const [a, b] = [c.req.query('a'), c.req.query('b')]
  const after = b === undefined ? newest : named(b)
  const before = a === undefined ? olderThan(after, editions) : named(a)
  if (!after || (a !== undefined && !before)) return notFoundPage(c, services)
  const title = `${words.title}: ${after.procedure.title}`
  return page(c, services, {
    title,
    children: (
      <>
        <PageHead
          back={{ href: `/services/${name}`, label: words.back }}
          title={words.title}
          lead={words.lead(after.procedure.title)}
        />
        {before ? (
          <Compared visitor={visitor} editions={editions} before={before} after={after} />
        ) : (
          <EmptyState title={words.onlyOne}>{words.onlyOneLead}</EmptyState>
        )}
      </>
    ),
  })
}

/** The one that it says it replaces; else the one that was kept before it. */
const olderThan = (
  after: RatifiedEdition | undefined,
  editions: readonly RatifiedEdition[],
): RatifiedEdition | undefined => {
  const others = editions.filter((one) => one !== after)
  const replaced = others.find(({ procedure: one }) => after?.procedure.replaces === `${one.procedure}@${one.edition}`)
  const older = others.filter(({ procedure: one }) => one.edition < (after?.procedure.edition ?? ''))
  return replaced ?? older.at(-1) ?? others[0]
}

type Props = {
  visitor: Visitor
  editions: readonly RatifiedEdition[]
  before: RatifiedEdition
  after: RatifiedEdition
}

const Compared = ({ visitor, editions, before, after }: Props) => {
  const words = visitor.text.compare
  const found = compareEditions(before.procedure, after.procedure)
  const names = editions.map(({ procedure }) => procedure.edition)
  return (
    <Stack>
      <Card title={words.inShort}>
        <form method="get" class="compare-choice">
          <Choice name="a" label={words.before} names={names} chosen={before.procedure.edition} />
          <Choice name="b" label={words.after} names={names} chosen={after.procedure.edition} />
          <Button>{words.show}</Button>
        </form>
        <ul class="bullets">
          {found.summary.map((one) => (
            <li key={one.id}>{one[visitor.language]}</li>
          ))}
        </ul>
      </Card>
      <Chapters visitor={visitor} found={found} />
    </Stack>
  )
}

type ChoiceProps = { name: string; label: string; names: readonly string[]; chosen: string }

const Choice = ({ name, label, names, chosen }: ChoiceProps) => (
  <Field
    kind="select"
    name={name}
    label={label}
    value={chosen}
    options={names.map((one) => ({ value: one, label: one }))}
  />
)
