// Two texts of one kind of letter side by side: editions by their number, drafts by their id.
import type { Context } from 'hono'
import { differenceOf } from '../../../letters/desk/difference.ts'
import { readTemplateDraft } from '../../../store/letter-template-drafts.ts'
import { letterKind, templateNamed } from '../../letter-templates/kinds.ts'
import { page } from '../../page.tsx'
import type { Services } from '../../services.ts'
import { Card } from '../../ui/card.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import type { App, WebEnv } from '../../visitor.ts'
import { notFoundPage } from '../message.tsx'
import { kindAddress, LETTERS_PATH } from './address.ts'
import { forWriters } from './gate.ts'
import { LineTable } from './line-table.tsx'

type Web = Context<WebEnv>

export const letterTemplateCompareRoute = (app: App, services: Services): void => {
  app.get(
    `${LETTERS_PATH}/:letter/compare`,
    forWriters(services, (c) => comparePage(c, services)),
  )
}

const comparePage = async (c: Web, services: Services) => {
  const visitor = c.get('visitor')
  const words = visitor.text.letterTemplates
  const letter = c.req.param('letter') ?? ''
  const [before, after] = await Promise.all(
    ['a', 'b'].map((side) => textNamed(c, services, letter, c.req.query(side) ?? '')),
  )
  if (!before || !after) return notFoundPage(c, services)
  const { title } = letterKind(visitor.agency, letter)
  const pairs = differenceOf(before.source, after.source)
  const count = pairs.filter(({ mark }) => mark !== 'same').length
  const names = { before: before.name, after: after.name }
  const children = (
    <>
      <PageHead
        title={words.compareTitle}
        lead={words.compareLead(title)}
        back={{ href: kindAddress(letter), label: words.editor.back }}
      />
      {count === 0 ? (
        <EmptyState title={words.compareSame}>{`${names.before}, ${names.after}`}</EmptyState>
      ) : (
        <Card title={`${names.before} – ${names.after}`}>
          <p>{words.compareCount(String(count))}</p>
          <LineTable visitor={visitor} names={names} pairs={pairs} />
        </Card>
      )}
    </>
  )
  return page(c, services, { title: words.compareTitle, children })
}

const textNamed = async (
  c: Web,
  services: Services,
  letter: string,
  named: string,
): Promise<{ name: string; source: string } | null> => {
  const { agency, text } = c.get('visitor')
  const words = text.letterTemplates
  const edition = templateNamed(agency, letter, named)
  if (edition) return { name: words.edition(named), source: edition.source }
  const draft = await readTemplateDraft(services.store, agency.agency.agency, named)
  return draft?.letter === letter ? { name: words.draftOf(String(draft.version)), source: draft.source } : null
}
