// All webhooks with how they stand, and the form that adds one.
import { TELLS, TOLD_EVENTS } from '../../../core/webhook/kinds.ts'
import type { Webhook } from '../../../store/webhooks.ts'
import { first, type Posted } from '../../request/body.ts'
import { Button, ButtonRow } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Confirm } from '../../ui/confirm.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorSummary, type FieldFault } from '../../ui/error-summary.tsx'
import { Field } from '../../ui/field.tsx'
import { Form } from '../../ui/form.tsx'
import { Notice } from '../../ui/notice.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { type Column, Table } from '../../ui/table.tsx'
import type { Visitor } from '../../visitor.ts'
import { faultIn } from '../account/checks.ts'
import { proceduresOf } from '../work/procedures.ts'
import { WebhookMark } from './webhook-mark.tsx'

type Props = {
  visitor: Visitor
  webhooks: readonly Webhook[]
  /** What was typed, when the form came back. */
  form: Posted | null
  faults: readonly FieldFault[]
  /** Under which the form makes one webhook, however often it is sent. */
  formKey: string
}

export const ListView = (props: Props) => {
  const { visitor, webhooks, faults } = props
  const { text } = visitor
  const words = text.webhooks
  return (
    <>
      <PageHead title={words.title} lead={words.lead} />
      <ErrorSummary title={text.common.errors.title} faults={faults} />
      {webhooks
        .filter(({ state }) => state === 'off')
        .map(({ webhook, label }) => (
          <Notice key={webhook} tone="bad" word={words.states.off}>
            <p>{words.offNotice(label)}</p>
          </Notice>
        ))}
      <Card title={words.list} flush={webhooks.length > 0}>
        <Table
          caption={words.list}
          captionHidden
          columns={columns(visitor)}
          rows={webhooks}
          rowKey={({ webhook }) => webhook}
          empty={
            <EmptyState icon="send" title={words.empty}>
              {words.emptyWords}
            </EmptyState>
          }
        />
      </Card>
      <Card title={words.make}>
        <MakeForm {...props} />
      </Card>
    </>
  )
}

const columns = ({ text }: Visitor): Column<Webhook>[] => {
  const words = text.webhooks
  return [
    {
      key: 'label',
      label: words.label,
      head: true,
      render: ({ webhook, label }) => <a href={`/webhooks/${webhook}`}>{label}</a>,
    },
    { key: 'url', label: words.url, render: ({ url }) => <span class="any-break">{url}</span> },
    { key: 'state', label: words.state, render: (one) => <WebhookMark webhook={one} words={words} /> },
    { key: 'waiting', label: words.waiting, align: 'end', render: ({ waiting }) => waiting },
    { key: 'failed', label: words.failed, align: 'end', render: ({ failed }) => failed },
  ]
}

const USUAL = ['submitted', 'returned', 'rejected', 'finished']

const MakeForm = ({ visitor, form, faults, formKey }: Props) => {
  const { text, language, signedIn, agency } = visitor
  const words = text.webhooks
  return (
    <Form action="/webhooks" csrf={signedIn?.csrf ?? null}>
      <input type="hidden" name="do" value="make" />
      <input type="hidden" name="key" value={formKey} />
      <Field
        kind="text"
        name="label"
        label={words.label}
        hint={words.labelHint}
        value={first(form, 'label')}
        error={faultIn(faults, 'label')}
        autocomplete="off"
        maxlength={120}
        required
      />
      <Field
        kind="url"
        name="url"
        label={words.url}
        hint={words.urlHint}
        value={first(form, 'url')}
        error={faultIn(faults, 'url')}
        autocomplete="off"
        maxlength={2000}
        required
      />
      <Field
        kind="checks"
        name="events"
        label={words.eventsLabel}
        options={TOLD_EVENTS.map((value) => ({ value, label: words.events[value] }))}
        values={form ? (form.values.events ?? []) : USUAL}
        error={faultIn(faults, 'events')}
        required
      />
      <Confirm summary={words.proceduresLabel} kind="quiet" open={(form?.values.procedures ?? []).length > 0}>
        <Field
          kind="checks"
          name="procedures"
          label={words.proceduresLabel}
          hint={words.proceduresHint}
          options={proceduresOf(agency).map(({ procedure, name }) => ({ value: procedure, label: name[language] }))}
          values={form?.values.procedures ?? []}
        />
      </Confirm>
      <Field
        kind="checks"
        name="tells"
        label={words.tellsLabel}
        hint={words.tellsHint}
        options={TELLS.map((value) => ({ value, label: words.tells[value] }))}
        values={form?.values.tells ?? []}
      />
      <ButtonRow>
        <Button kind="primary" icon="plus">
          {words.make}
        </Button>
      </ButtonRow>
    </Form>
  )
}
