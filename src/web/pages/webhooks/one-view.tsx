// One webhook: what it is told, its last deliveries, and what can be done about it.
import type { ComponentChildren } from 'preact'
import { speakInstant, speakShort } from '../../../core/clock/speak.ts'
import type { Delivery, DeliveryState } from '../../../store/webhook-deliveries.ts'
import type { Webhook } from '../../../store/webhooks.ts'
import { StatusMark } from '../../ui/badge.tsx'
import { Button, ButtonRow, LinkButton } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Confirm } from '../../ui/confirm.tsx'
import { Definition } from '../../ui/definition.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Form } from '../../ui/form.tsx'
import { When } from '../../ui/moment.tsx'
import { Notice } from '../../ui/notice.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { type Column, Table } from '../../ui/table.tsx'
import type { Tone } from '../../ui/tone.ts'
import type { Visitor } from '../../visitor.ts'
import { proceduresOf } from '../work/procedures.ts'
import { WebhookMark } from './webhook-mark.tsx'

type Props = { visitor: Visitor; webhook: Webhook; deliveries: readonly Delivery[] }

export const OneView = ({ visitor, webhook, deliveries }: Props) => {
  const words = visitor.text.webhooks
  const back = (
    <LinkButton icon="arrow-left" href="/webhooks">
      {words.back}
    </LinkButton>
  )
  return (
    <>
      <PageHead title={webhook.label} actions={back} />
      {webhook.state === 'off' && (
        <Notice tone="bad" word={words.states.off}>
          <p>{words.offNotice(webhook.label)}</p>
        </Notice>
      )}
      <Card title={words.state}>
        <Facts visitor={visitor} webhook={webhook} />
        {webhook.state !== 'ended' && <Acts visitor={visitor} webhook={webhook} />}
      </Card>
      <Card title={words.deliveries} flush={deliveries.length > 0}>
        <Table
          caption={words.deliveries}
          captionHidden
          columns={columns(visitor, webhook)}
          rows={deliveries}
          rowKey={({ dossier, seq }) => `${dossier}.${seq}`}
          empty={
            <EmptyState icon="send" title={words.noDeliveries}>
              {words.noDeliveriesWords}
            </EmptyState>
          }
        />
      </Card>
    </>
  )
}

const Facts = ({ visitor, webhook }: Omit<Props, 'deliveries'>) => {
  const { text, language, agency, now } = visitor
  const words = text.webhooks
  const names = proceduresOf(agency)
  const facts = [
    { label: words.state, value: <WebhookMark webhook={webhook} words={words} /> },
    { label: words.url, value: <span class="any-break">{webhook.url}</span> },
    { label: words.eventsLabel, value: webhook.events.map((event) => words.events[event]).join(', ') },
    {
      label: words.proceduresLabel,
      value:
        webhook.procedures.length === 0
          ? words.allProcedures
          : webhook.procedures
              .map((one) => names.find(({ procedure }) => procedure === one)?.name[language] ?? one)
              .join(', '),
    },
    {
      label: words.tellsLabel,
      value: webhook.tells.length === 0 ? words.thin : webhook.tells.map((one) => words.tells[one]).join(', '),
    },
  ]
  const former = webhook.formerUntil !== null && webhook.formerUntil > now ? webhook.formerUntil : null
  const last = former && { label: words.formerUntil, value: speakInstant(former, language, agency.agency.zone) }
  return <Definition facts={last ? [...facts, last] : facts} />
}

const Acts = ({ visitor, webhook: { webhook, state } }: Omit<Props, 'deliveries'>) => {
  const words = visitor.text.webhooks
  const csrf = visitor.signedIn?.csrf ?? null
  const deed = (name: string, button: ComponentChildren) => (
    <Form action={`/webhooks/${webhook}`} csrf={csrf}>
      <input type="hidden" name="do" value={name} />
      <ButtonRow>{button}</ButtonRow>
    </Form>
  )
  return (
    <>
      {state === 'off' &&
        deed(
          'on',
          <Button kind="primary" icon="refresh">
            {words.switchOn}
          </Button>,
        )}
      <Confirm summary={words.rotate} icon="key">
        <p>{words.rotateLead}</p>
        {deed('rotate', <Button kind="primary">{words.rotate}</Button>)}
      </Confirm>
      <Confirm summary={words.end} kind="danger" icon="x">
        <p>{words.endLead}</p>
        {deed('end', <Button kind="danger">{words.endYes}</Button>)}
      </Confirm>
    </>
  )
}

const TONES: Record<DeliveryState, Tone> = { waiting: 'info', delivered: 'good', failed: 'bad', withheld: 'neutral' }

const columns = (visitor: Visitor, webhook: Webhook): Column<Delivery>[] => {
  const { text, language, agency, now } = visitor
  const words = text.webhooks
  const short = (at: string | null) =>
    at === null ? (
      words.none
    ) : (
      <When at={{ iso: at, text: speakShort(at, language, { zone: agency.agency.zone, now }) }} />
    )
  const names: Record<string, string> = words.events
  return [
    {
      key: 'dossier',
      label: words.dossier,
      head: true,
      render: ({ dossier, number }) => <a href={`/dossiers/${dossier}`}>{number}</a>,
    },
    { key: 'event', label: words.event, render: ({ type }) => names[type] ?? type },
    { key: 'at', label: words.happened, render: ({ madeAt }) => short(madeAt) },
    {
      key: 'state',
      label: words.state,
      render: ({ state, reason }) => (
        <>
          <StatusMark tone={TONES[state]}>{words.deliveryStates[state]}</StatusMark>
          {reason && <p class="work-number">{reason[language]}</p>}
        </>
      ),
    },
    { key: 'attempts', label: words.attempts, align: 'end', render: ({ attempts }) => attempts },
    { key: 'answer', label: words.answer, render: ({ status, attempts }) => answerOf(status, attempts, words) },
    { key: 'next', label: words.next, render: ({ nextAt }) => short(nextAt) },
    {
      key: 'again',
      label: words.again,
      render: (one) =>
        webhook.state === 'on' && one.state !== 'withheld' ? <Again visitor={visitor} delivery={one} /> : words.none,
    },
  ]
}

const answerOf = (status: number | null, attempts: number, words: Visitor['text']['webhooks']): string => {
  if (status !== null) return String(status)
  return attempts === 0 ? words.none : words.noAnswer
}

const Again = ({ visitor, delivery }: { visitor: Visitor; delivery: Delivery }) => (
  <Form action={`/webhooks/${delivery.webhook}`} csrf={visitor.signedIn?.csrf ?? null}>
    <input type="hidden" name="do" value="again" />
    <input type="hidden" name="dossier" value={delivery.dossier} />
    <input type="hidden" name="seq" value={String(delivery.seq)} />
    <Button kind="quiet" icon="refresh">
      {visitor.text.webhooks.again}
    </Button>
  </Form>
)
