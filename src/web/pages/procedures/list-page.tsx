// All procedures of the office for their keepers: which edition is in force, what is to come, what is in work.
import { editionInForce } from '../../../core/agency/catalogue.ts'
import { type DraftHead, listProcedureDrafts } from '../../../store/procedure-drafts.ts'
import { editionState, editionsOf } from '../../editions/state.ts'
import { page } from '../../page.tsx'
import type { Services } from '../../services.ts'
import { LinkButton } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { type Column, Table } from '../../ui/table.tsx'
import type { App, Visitor } from '../../visitor.ts'
import { NEW_DRAFT_PATH } from '../procedure-editor/address.ts'
import { forKeepers } from './gate.ts'

export const PROCEDURES_PATH = '/procedures'

export const procedureListRoute = (app: App, services: Services): void => {
  app.get(
    PROCEDURES_PATH,
    forKeepers(services, async (c) => {
      const visitor = c.get('visitor')
      const words = visitor.text.editions.keep
      const drafts = await listProcedureDrafts(services.store, visitor.agency.agency.agency)
      const children = (
        <>
          <PageHead
            title={words.title}
            lead={words.lead}
            actions={
              <LinkButton kind="primary" icon="plus" href={NEW_DRAFT_PATH}>
                {words.beginNew}
              </LinkButton>
            }
          />
          <Card title={words.all} flush>
            <ProcedureTable visitor={visitor} drafts={drafts} />
          </Card>
        </>
      )
      return page(c, services, { title: words.title, children })
    }),
  )
}

const ProcedureTable = ({ visitor, drafts }: { visitor: Visitor; drafts: readonly DraftHead[] }) => {
  const { agency, text } = visitor
  const words = text.editions.keep
  const names = agency.editions.map((one) => one.procedure.procedure)
  const rows = [...new Set([...names, ...drafts.map((one) => one.procedure)])]
  const titleOf = (name: string): string => editionsOf(agency, name)[0]?.procedure.title ?? name
  const columns: Column<string>[] = [
    {
      key: 'title',
      label: words.procedure,
      head: true,
      render: (name) => <a href={`${PROCEDURES_PATH}/${name}`}>{titleOf(name)}</a>,
    },
    { key: 'number', label: words.number, render: (name) => editionsOf(agency, name)[0]?.procedure.number ?? '-' },
    {
      key: 'force',
      label: words.inForce,
      render: (name) => editionInForce(agency, name)?.procedure.edition ?? words.none,
    },
    {
      key: 'coming',
      label: words.coming,
      render: (name) =>
        editionsOf(agency, name)
          .filter((one) => editionState(one, agency.today) === 'scheduled')
          .map((one) => one.procedure.edition)
          .join(', ') || words.none,
    },
    {
      key: 'drafts',
      label: words.drafts,
      align: 'end',
      render: (name) => String(drafts.filter((one) => one.procedure === name).length),
    },
  ]
  return <Table caption={words.all} captionHidden columns={columns} rows={rows} rowKey={(name) => name} />
}
