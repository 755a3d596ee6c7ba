// All kinds of letters of the office for those who write their texts: what is in force, what is to come, what is in work.
import { listTemplateDrafts, type TemplateDraftHead } from '../../../store/letter-template-drafts.ts'
import { type LetterKind, letterKinds } from '../../letter-templates/kinds.ts'
import { page } from '../../page.tsx'
import type { Services } from '../../services.ts'
import { LinkButton } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { type Column, Table } from '../../ui/table.tsx'
import type { App, Visitor } from '../../visitor.ts'
import { kindAddress, LETTERS_PATH, NEW_KIND_PATH } from './address.ts'
import { forWriters } from './gate.ts'

export const letterTemplateListRoute = (app: App, services: Services): void => {
  app.get(
    LETTERS_PATH,
    forWriters(services, async (c) => {
      const visitor = c.get('visitor')
      const words = visitor.text.letterTemplates
      const drafts = await listTemplateDrafts(services.store, visitor.agency.agency.agency)
      const children = (
        <>
          <PageHead
            title={words.title}
            lead={words.lead}
            actions={
              <LinkButton kind="primary" icon="plus" href={NEW_KIND_PATH}>
                {words.beginNew}
              </LinkButton>
            }
          />
          <Card title={words.all} flush>
            <KindTable visitor={visitor} drafts={drafts} />
          </Card>
        </>
      )
      return page(c, services, { title: words.title, children })
    }),
  )
}

const KindTable = ({ visitor, drafts }: { visitor: Visitor; drafts: readonly TemplateDraftHead[] }) => {
  const words = visitor.text.letterTemplates
  const kinds = letterKinds(
    visitor.agency,
    drafts.map(({ letter }) => letter),
  )
  const columns: Column<LetterKind>[] = [
    {
      key: 'title',
      label: words.kind,
      head: true,
      render: ({ letter, title }) => <a href={kindAddress(letter)}>{title}</a>,
    },
    { key: 'code', label: words.code, render: ({ letter }) => <code>{letter}</code> },
    {
      key: 'force',
      label: words.inForce,
      render: ({ inForce }) => (inForce ? words.edition(String(inForce.edition)) : words.general),
    },
    {
      key: 'coming',
      label: words.coming,
      render: ({ coming }) => coming.map(({ edition }) => words.edition(String(edition))).join(', ') || words.none,
    },
    {
      key: 'drafts',
      label: words.drafts,
      align: 'end',
      render: ({ letter }) => String(drafts.filter((one) => one.letter === letter).length),
    },
  ]
  return <Table caption={words.all} captionHidden columns={columns} rows={kinds} rowKey={({ letter }) => letter} />
}
