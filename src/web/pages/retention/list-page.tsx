// What is kept how long, narrowed by state; from what is due a destruction is proposed.
import type { Context } from 'hono'
import { inZone } from '../../../core/clock/instant.ts'
import { speakDate } from '../../../core/clock/speak.ts'
import { mayOffice } from '../../../core/person/may.ts'
import type { RetentionState } from '../../../core/retention/retention.ts'
import { countRetention, RETENTION_PAGE, type RetainedRow, readRetention } from '../../../store/retention.ts'
import { page } from '../../page.tsx'
import { all, first, type Posted } from '../../request/body.ts'
import { commandKey } from '../../request/command-key.ts'
import { setFlash } from '../../request/cookies.ts'
import { encodeCursor } from '../../request/cursor.ts'
import { uuidOf } from '../../request/uuid-of.ts'
import { propose, scheduleOf } from '../../retention-acts.ts'
import type { Services } from '../../services.ts'
import { StatusMark } from '../../ui/badge.tsx'
import { Button, ButtonRow, LinkButton } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Field } from '../../ui/field.tsx'
import { Form } from '../../ui/form.tsx'
import type { NoticeData } from '../../ui/notice.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Pager } from '../../ui/pager.tsx'
import { type Column, Table } from '../../ui/table.tsx'
import type { Tone } from '../../ui/tone.ts'
import type { SignedIn, Visitor, WebEnv } from '../../visitor.ts'
import { afterOf, filterOf, listAddress } from './asked.ts'
import { Narrowed } from './narrowed.tsx'
import { RETENTION_PATH } from './retention-path.ts'

type Web = Context<WebEnv>
type Back = { form: Posted; notice: NoticeData }

export const listPage = (c: Web, services: Services) => showList(c, services, null)

const showList = async (c: Web, services: Services, back: Back | null) => {
  const visitor = c.get('visitor')
  const words = visitor.text.retention
  const schedule = scheduleOf(visitor.agency)
  const filter = back ? { state: 'due' as const } : filterOf(c)
  const { agency } = visitor.agency.agency
  const [rows, counts] = await Promise.all([
    readRetention(services.store, agency, { schedule, filter, after: back ? null : afterOf(c) }),
    countRetention(services.store, agency, { ...filter, schedule }),
  ])
  const shown = rows.slice(0, RETENTION_PAGE)
  const last = shown.at(-1)
  const next = rows.length > RETENTION_PAGE && last ? encodeCursor([last.endedAt, last.dossier]) : null
  const children = (
    <>
      <PageHead
        title={words.title}
        lead={words.lead}
        actions={
          <>
            <LinkButton icon="download" href={listAddress(filter, { path: `${RETENTION_PATH}/list.csv` })} download>
              {words.csv}
            </LinkButton>
            <LinkButton icon="clipboard-text" href={`${RETENTION_PATH}/records`}>
              {words.records}
            </LinkButton>
          </>
        }
      />
      <Narrowed visitor={visitor} counts={counts} filter={filter} />
      <Listed visitor={visitor} rows={shown} chosen={filter.state} back={back} formKey={services.newId()} />
      <Pager
        label={words.pages}
        previous={c.req.query('after') ? { href: listAddress(filter), label: words.first } : undefined}
        next={next ? { href: listAddress(filter, { after: next }), label: words.next } : undefined}
      />
    </>
  )
  const notice = back ? { notice: back.notice } : {}
  return page(c, services, { title: words.title, children, ...notice }, back ? 409 : 200)
}

type ListedProps = {
  visitor: Visitor
  rows: readonly RetainedRow[]
  chosen: RetentionState | undefined
  back: Back | null
  formKey: string
}

/** Chosen from where only what is due stands. */
const Listed = ({ visitor, rows, chosen, back, formKey }: ListedProps) => {
  const { text, signedIn } = visitor
  const words = text.retention
  const mayPropose = chosen === 'due' && mayOffice(signedIn?.actor ?? null, 'keep-archive')
  const picked = all(back?.form, 'dossier')
  const table = (
    <Card title={chosen ? words.states[chosen] : words.all} flush={rows.length > 0}>
      <Table
        caption={words.title}
        captionHidden
        columns={[...(mayPropose ? [pick(visitor, picked)] : []), ...columns(visitor)]}
        rows={rows}
        rowKey={({ dossier }) => dossier}
        empty={<EmptyState title={words.empty}>{words.emptyWords}</EmptyState>}
      />
    </Card>
  )
  if (!mayPropose || rows.length === 0) return table
  return (
    <Form action={RETENTION_PATH} csrf={signedIn?.csrf ?? null}>
      <input type="hidden" name="key" value={formKey} />
      <p>{words.propose.lead}</p>
      {table}
      <Field
        kind="textarea"
        name="reason"
        label={words.propose.reason}
        value={first(back?.form, 'reason')}
        rows={2}
        maxlength={2000}
        required
      />
      <ButtonRow>
        <Button kind="danger" icon="trash" busy={text.office.acts.busy}>
          {words.propose.send}
        </Button>
      </ButtonRow>
    </Form>
  )
}

const pick = ({ text }: Visitor, picked: readonly string[]): Column<RetainedRow> => ({
  key: 'pick',
  label: text.retention.propose.pick,
  render: (row) =>
    row.destruction === null ? (
      <input
        class="tick"
        type="checkbox"
        name="dossier"
        value={row.dossier}
        checked={picked.includes(row.dossier)}
        aria-label={text.retention.propose.choose(row.number)}
      />
    ) : (
      <a href={`${RETENTION_PATH}/records/${row.destruction}`}>{text.retention.listed}</a>
    ),
})

const columns = ({ text, agency, language }: Visitor): Column<RetainedRow>[] => {
  const words = text.retention
  const { zone, classifications } = agency.agency
  const titleOf = (code: string): string => classifications.find((one) => one.code === code)?.title ?? ''
  return [
    {
      key: 'number',
      label: words.number,
      head: true,
      render: (row) => <a href={`${RETENTION_PATH}/dossiers/${row.dossier}`}>{row.number}</a>,
    },
    { key: 'subject', label: words.subject, render: (row) => row.subject ?? words.closed },
    {
      key: 'classification',
      label: words.classification,
      render: ({ classification }) => (classification ? `${classification} ${titleOf(classification)}` : words.none),
    },
    {
      key: 'ended',
      label: words.ended,
      render: (row) => speakDate(inZone(row.endedAt, zone).toPlainDate().toString(), language),
    },
    {
      key: 'state',
      label: words.state,
      render: (row) => (
        <>
          <RetentionMark visitor={{ text }} state={row.state} />
          {row.hold && <p class="quiet">{words.one.heldBecause(row.hold)}</p>}
        </>
      ),
    },
  ]
}

const TONES: Record<RetentionState, Tone> = {
  active: 'good',
  inactive: 'info',
  due: 'warning',
  held: 'info',
  permanent: 'good',
  review: 'info',
  unclassified: 'neutral',
  destroyed: 'bad',
}

export const RetentionMark = ({ visitor, state }: { visitor: Pick<Visitor, 'text'>; state: RetentionState }) => (
  <StatusMark tone={TONES[state]}>{visitor.text.retention.states[state]}</StatusMark>
)

export const proposeHere = async (c: Web, services: Services, person: SignedIn, form: Posted): Promise<Response> => {
  const { agency, text, language } = c.get('visitor')
  const wish = { dossiers: all(form, 'dossier'), reason: first(form, 'reason') }
  const destruction = uuidOf(commandKey({ person: person.person, form, command: wish }, services.newId))
  const done = await propose({ services, agency, person }, { destruction, ...wish })
  if (done.ok) {
    setFlash(c, services, 'good', text.retention.propose.done)
    return c.redirect(`${RETENTION_PATH}/records/${destruction}`, 303)
  }
  const notice: NoticeData = { tone: 'bad', word: text.common.words.bad, message: done.sentence[language] }
  return showList(c, services, { form, notice })
}
