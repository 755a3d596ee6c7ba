// Who stands in for whom: everybody in the office sees it, a holder names their own, an administrator anybody's.
import { postTitle } from '../../../core/agency/agency.ts'
import { speakDate } from '../../../core/clock/speak.ts'
import { nameOf, type Organisation, type SubstituteRow } from '../../../core/organisation/organisation.ts'
import { readOrganisation } from '../../../store/organisation.ts'
import type { Services } from '../../services.ts'
import { Card } from '../../ui/card.tsx'
import { type Column, Table } from '../../ui/table.tsx'
import type { App } from '../../visitor.ts'
import { type Desk, deskOf } from './desk.ts'
import { framed } from './frame.tsx'
import { forThose } from './gate.ts'
import { mayChange, SUBSTITUTES_PATH, substituteAct } from './substitute-acts.ts'
import { EndForm, SubstituteForm } from './substitute-forms.tsx'

export const substituteRoutes = (app: App, services: Services): void => {
  app.get(
    SUBSTITUTES_PATH,
    forThose(services, 'see-organisation', (c, signedIn) => show(deskOf(c, services, signedIn))),
  )
  app.post(
    SUBSTITUTES_PATH,
    forThose(services, 'name-substitute', (c, signedIn) => substituteAct(deskOf(c, services, signedIn), show)),
  )
}

const show = async (desk: Desk) => {
  const { services, visitor } = desk
  const { agency, today } = visitor.agency
  const words = visitor.text.organisation.substitutes
  const office = await readOrganisation(services.store, agency.agency)
  const current = office.substitutes.filter((one) => one.toOn >= today)
  const past = office.substitutes.filter((one) => one.toOn < today).toReversed()
  return framed(desk, {
    title: words.title,
    part: 'substitutes',
    lead: words.lead,
    children: (
      <>
        <Card>
          <SubstituteForm desk={desk} office={office} newId={services.newId} />
        </Card>
        <Card title={words.now} flush={current.length > 0}>
          {current.length === 0 ? words.empty : <SubstituteTable desk={desk} office={office} rows={current} />}
        </Card>
        {past.length > 0 && (
          <Card title={words.past} flush>
            <SubstituteTable desk={desk} office={office} rows={past.slice(0, 50)} />
          </Card>
        )}
      </>
    ),
  })
}

type TableProps = { desk: Desk; office: Organisation; rows: readonly SubstituteRow[] }

const SubstituteTable = ({ desk, office, rows }: TableProps) => {
  const { visitor } = desk
  const { agency, today, editions } = visitor.agency
  const words = visitor.text.organisation.substitutes
  const day = (on: string) => speakDate(on, visitor.language)
  const titleOf = (name: string) =>
    editions.findLast(({ procedure }) => procedure.procedure === name)?.procedure.title ?? name
  const columns: Column<SubstituteRow>[] = [
    {
      key: 'absent',
      label: words.absent,
      head: true,
      render: (one) => `${nameOf(office, one.absent)}, ${postTitle(agency, one.post)}`,
    },
    { key: 'person', label: words.person, render: (one) => nameOf(office, one.person) },
    {
      key: 'days',
      label: words.days,
      render: (one) => visitor.text.organisation.posts.fromTo(day(one.fromOn), day(one.toOn)),
    },
    {
      key: 'scope',
      label: words.scope,
      render: (one) => (one.procedures.length === 0 ? words.all : one.procedures.map(titleOf).join('; ')),
    },
    { key: 'decree', label: words.decree, render: (one) => one.decree ?? visitor.text.organisation.none },
    ...(rows.some((one) => one.toOn >= today && mayChange(desk, one.absent))
      ? [
          {
            key: 'end',
            label: words.end,
            render: (one: SubstituteRow) =>
              one.toOn >= today && mayChange(desk, one.absent) ? <EndForm desk={desk} one={one} /> : '',
          },
        ]
      : []),
  ]
  return <Table caption={words.title} captionHidden columns={columns} rows={rows} rowKey={(one) => one.substitute} />
}
