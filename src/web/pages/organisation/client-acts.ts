// What an administrator does with a client: enter or change it, close it, open it again.
import type { ClientRow } from '../../../core/organisation/organisation.ts'
import { keyOfName } from '../../../core/organisation/row-checks.ts'
import { readOrganisation } from '../../../store/organisation.ts'
import { posted } from '../../request/posted.ts'
import { line } from '../account/checks.ts'
import { notFoundPage } from '../message.tsx'
import { clientPath } from './address.ts'
import { type Desk, settle } from './desk.ts'

type Again = (desk: Desk) => Response | Promise<Response>

/** @param client none where a new one is entered */
export const clientAct = async (desk: Desk, client: ClientRow | undefined, what: string, again: Again) => {
  const form = posted(desk.c)
  if (what === 'save') return put(desk, await savedRow(desk, client), again, client === undefined)
  if (!client) return notFoundPage(desk.c, desk.services)
  switch (what) {
    case 'close':
      return put(desk, { ...client, closedOn: line(form, 'closedOn') }, again)
    case 'reopen':
      return put(desk, { ...client, closedOn: null }, again)
    default:
      return again({ ...desk, faults: [{ message: desk.visitor.text.organisation.unknownAct }] })
  }
}

const savedRow = async (desk: Desk, client: ClientRow | undefined): Promise<ClientRow> => {
  const form = posted(desk.c)
  const { clients } = await readOrganisation(desk.services.store, desk.visitor.agency.agency.agency)
  const name = line(form, 'name')
  const key =
    line(form, 'client') ||
    keyOfName(
      name,
      clients.map((one) => one.client),
    )
  return {
    client: client?.client ?? key,
    kind: client?.kind ?? 'agency',
    name,
    head: line(form, 'head'),
    address: line(form, 'address'),
    closedOn: client?.closedOn ?? null,
  }
}

const put = (desk: Desk, row: ClientRow, again: Again, isNew = false) => {
  const message = desk.visitor.text.organisation.saved
  return settle(desk, { changes: [{ type: 'client', row, isNew }], message, to: clientPath(row.client) }, again)
}
