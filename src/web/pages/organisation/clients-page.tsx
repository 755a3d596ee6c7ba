// Agencies and companies that ask: the list, a new one, and the data of one.
import { speakDate } from '../../../core/clock/speak.ts'
import { type ClientRow, nameOf, type Organisation } from '../../../core/organisation/organisation.ts'
import { readOrganisation } from '../../../store/organisation.ts'
import { posted } from '../../request/posted.ts'
import type { Services } from '../../services.ts'
import { StatusMark } from '../../ui/badge.tsx'
import { LinkButton } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { type Column, Table } from '../../ui/table.tsx'
import type { App } from '../../visitor.ts'
import { line } from '../account/checks.ts'
import { notFoundPage } from '../message.tsx'
import { PEOPLE_PATH } from '../people/list.tsx'
import { clientPath, NEW, ORGANISATION_PATH } from './address.ts'
import { clientAct } from './client-acts.ts'
import { ClientForm, ClientForms } from './client-forms.tsx'
import { type Desk, deskOf } from './desk.ts'
import { framed } from './frame.tsx'
import { forThose } from './gate.ts'

const PATH = `${ORGANISATION_PATH}/clients`

export const clientRoutes = (app: App, services: Services): void => {
  const may = 'manage-organisation'
  app.get(
    PATH,
    forThose(services, may, (c, signedIn) => list(deskOf(c, services, signedIn))),
  )
  app.get(
    clientPath(':client'),
    forThose(services, may, (c, signedIn) => show(deskOf(c, services, signedIn))),
  )
  app.post(
    clientPath(':client'),
    forThose(services, may, async (c, signedIn) => {
      const desk = deskOf(c, services, signedIn)
      const client = clientIn(desk, await officeOf(desk))
      return client === null ? notFoundPage(c, services) : clientAct(desk, client, line(posted(c), 'do'), show)
    }),
  )
}

const officeOf = ({ services, visitor }: Desk): Promise<Organisation> =>
  readOrganisation(services.store, visitor.agency.agency.agency)

/** @returns undefined for a new one, null for one that is not there */
const clientIn = ({ c }: Desk, office: Organisation): ClientRow | undefined | null => {
  const key = c.req.param('client')
  return key === NEW ? undefined : (office.clients.find((one) => one.client === key) ?? null)
}

const list = async (desk: Desk) => {
  const { visitor } = desk
  const words = visitor.text.organisation.clients
  const { clients } = await officeOf(desk)
  const columns: Column<ClientRow>[] = [
    {
      key: 'name',
      label: visitor.text.organisation.name,
      head: true,
      render: (one) => <a href={clientPath(one.client)}>{one.name}</a>,
    },
    { key: 'kind', label: words.kind, render: (one) => words.kinds[one.kind] },
    { key: 'head', label: words.head, render: (one) => one.head },
    { key: 'address', label: words.address, render: (one) => one.address },
    { key: 'state', label: words.state, render: (one) => <ClientState desk={desk} client={one} /> },
  ]
  return framed(desk, {
    title: words.title,
    part: 'clients',
    lead: words.lead,
    actions: (
      <LinkButton kind="primary" icon="plus" href={clientPath(NEW)}>
        {words.add}
      </LinkButton>
    ),
    children: (
      <Card flush>
        <Table caption={words.title} captionHidden columns={columns} rows={clients} rowKey={(one) => one.client} />
      </Card>
    ),
  })
}

const ClientState = ({ desk, client }: { desk: Desk; client: ClientRow }) => {
  const { visitor } = desk
  const words = visitor.text.organisation.clients
  return client.closedOn === null ? (
    <StatusMark tone="good">{words.open}</StatusMark>
  ) : (
    <StatusMark tone="neutral">{words.closedOn(speakDate(client.closedOn, visitor.language))}</StatusMark>
  )
}

const show = async (desk: Desk) => {
  const { c, services, visitor } = desk
  const words = visitor.text.organisation.clients
  const office = await officeOf(desk)
  const client = clientIn(desk, office)
  if (client === null) return notFoundPage(c, services)
  return framed(desk, {
    title: client?.name ?? words.add,
    part: 'clients',
    status: client && <ClientState desk={desk} client={client} />,
    back: { href: PATH, label: words.title },
    narrow: true,
    children: client ? (
      <>
        <Card title={words.change}>
          <ClientForm desk={desk} client={client} />
        </Card>
        <Members desk={desk} office={office} client={client} />
        <ClientForms desk={desk} client={client} />
      </>
    ) : (
      <Card>
        <ClientForm desk={desk} client={undefined} />
      </Card>
    ),
  })
}

const Members = ({ desk, office, client }: { desk: Desk; office: Organisation; client: ClientRow }) => {
  const words = desk.visitor.text.organisation.clients
  const members = office.memberships.filter((one) => one.client === client.client)
  return (
    <Card title={words.members}>
      {members.length === 0 ? (
        words.noMembers
      ) : (
        <ul class="bullets">
          {members.map(({ person, jobTitle }) => (
            <li key={person}>
              <a href={`${PEOPLE_PATH}/${person}`}>{nameOf(office, person)}</a>
              {jobTitle && `, ${jobTitle}`}
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}
