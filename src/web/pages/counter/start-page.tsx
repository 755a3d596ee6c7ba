// The counter: which service, for whom; and what was begun and not finished.
import type { Context } from 'hono'
import { speakShort } from '../../../core/clock/speak.ts'
import type { Procedure } from '../../../core/procedure/schema.ts'
import { serviceName } from '../../../core/procedure/service-standard.ts'
import { begins, beginsFor } from '../../../core/procedure/who-begins.ts'
import { type Asker, listClients } from '../../../store/clients.ts'
import { type Draft, draftsOf } from '../../../store/drafts.ts'
import { DRAFT_DAYS } from '../../../store/tidy.ts'
import { page } from '../../page.tsx'
import type { Services } from '../../services.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorSummary, type FieldFault } from '../../ui/error-summary.tsx'
import { Field } from '../../ui/field.tsx'
import { Form } from '../../ui/form.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import type { App, WebEnv } from '../../visitor.ts'
import { notFoundPage } from '../message.tsx'
import { signInFirst } from '../sign-in-first.ts'
import { counterServices, mayBeAtCounter } from './situation.ts'

export const counterStartRoute = (app: App, services: Services): void => {
  app.get('/counter', (c) => startPage(c, services))
}

const startPage = async (c: Context<WebEnv>, services: Services) => {
  const visitor = c.get('visitor')
  if (!visitor.signedIn) return signInFirst(c)
  if (!mayBeAtCounter(visitor)) return notFoundPage(c, services)
  const { agency } = visitor.agency.agency
  const offered = counterServices(visitor)
  const [clients, drafts] = await Promise.all([
    listClients(services.store, agency),
    draftsOf(services.store, agency, visitor.signedIn.person, 'counter'),
  ])
  const chosen = { service: c.req.query('service'), client: c.req.query('client') }
  const service = offered.find((one) => one.procedure === chosen.service)
  const client = clients.find((one) => one.client === chosen.client)
  if (service && client && beginsFor(service, client.kind))
    return c.redirect(`/counter/${service.procedure}?client=${chosen.client}`, 303)
  const { counter: words } = visitor.text.office
  const wasSent = chosen.service !== undefined || chosen.client !== undefined
  const faults: FieldFault[] = [
    ...(wasSent && !service ? [{ name: 'service', message: words.serviceMissing }] : []),
    ...(wasSent && service ? [{ name: 'client', message: client ? wrongKind(c, service) : words.clientMissing }] : []),
  ]
  const choices = {
    services: offered.map((one) => ({ value: one.procedure, label: serviceName(one)[visitor.language] })),
    clients: choiceOf(clients, offered),
  }
  const fitting = choiceOf(clients, service ? [service] : offered)
  const body = (
    <>
      <PageHead title={words.title} lead={words.lead} />
      <ErrorSummary title={visitor.text.common.errors.title} faults={faults} />
      {offered.length === 0 ? (
        <EmptyState title={words.noneTitle}>{words.none}</EmptyState>
      ) : (
        <Choose c={c} choices={{ ...choices, clients: fitting }} chosen={chosen} faults={faults} />
      )}
      <Drafts c={c} drafts={drafts} choices={choices} />
    </>
  )
  return page(c, services, { title: words.title, narrow: true, children: body }, faults.length > 0 ? 422 : 200)
}

/** Nobody is offered for whom nothing could be keyed in. */
const choiceOf = (clients: readonly Asker[], services: readonly Procedure[]): Choice[] =>
  clients
    .filter(({ kind }) => services.some((service) => beginsFor(service, kind)))
    .map((one) => ({ value: one.client, label: one.name }))

const wrongKind = (c: Context<WebEnv>, service: Procedure): string => {
  const { counter: words } = c.get('visitor').text.office
  return begins(service, 'company') ? words.onlyCompanies : words.onlyAgencies
}

type Choice = { value: string; label: string }
type Choices = { services: readonly Choice[]; clients: readonly Choice[] }
type ChooseProps = {
  c: Context<WebEnv>
  choices: Choices
  chosen: { service: string | undefined; client: string | undefined }
  faults: readonly FieldFault[]
}

const Choose = ({ c, choices, chosen, faults }: ChooseProps) => {
  const { counter: words } = c.get('visitor').text.office
  const faultOf = (name: string): string | undefined => faults.find((fault) => fault.name === name)?.message
  const only = choices.services.length === 1 ? choices.services[0]?.value : undefined
  return (
    <Card>
      <Form action="/counter" method="get" csrf={null}>
        <Field
          kind="radio"
          name="service"
          label={words.service}
          required
          value={chosen.service ?? only}
          error={faultOf('service')}
          options={choices.services}
        />
        <Field
          kind="select"
          name="client"
          label={words.client}
          required
          placeholder={words.clientPlaceholder}
          value={chosen.client}
          error={faultOf('client')}
          options={choices.clients}
        />
        <Button kind="primary" iconAfter="arrow-right">
          {words.start}
        </Button>
      </Form>
    </Card>
  )
}

const Drafts = ({ c, drafts, choices }: { c: Context<WebEnv>; drafts: readonly Draft[]; choices: Choices }) => {
  const { text, language, now, agency } = c.get('visitor')
  const { counter: words } = text.office
  const labelOf = (list: readonly Choice[], value: string): string | undefined =>
    list.find((one) => one.value === value)?.label
  const shown = drafts.flatMap((draft) => {
    const [service, client] = [labelOf(choices.services, draft.procedure), labelOf(choices.clients, draft.client)]
    const isBegun = Object.keys(draft.values).length > 0 || draft.files.length > 0
    return service && client && isBegun ? [{ draft, label: words.continueDraft(service, client) }] : []
  })
  if (shown.length === 0) return null
  return (
    <Card title={words.drafts}>
      <p class="field-hint">{text.apply.mine.draftsKept(DRAFT_DAYS)}</p>
      <ul class="rows">
        {shown.map(({ draft, label }) => (
          <li key={draft.id}>
            <a href={`/counter/${draft.procedure}?client=${draft.client}`}>{label}</a>
            <p class="field-hint">
              {words.savedAt(speakShort(draft.updatedAt, language, { zone: agency.agency.zone, now }))}
            </p>
          </li>
        ))}
      </ul>
    </Card>
  )
}
