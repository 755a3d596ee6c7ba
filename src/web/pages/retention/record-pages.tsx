// The records of destruction: all of them, one with its list and the decision on it, and its paper.
import type { Context } from 'hono'
import type { AgencyData } from '../../../core/agency/catalogue.ts'
import { speakInstant } from '../../../core/clock/speak.ts'
import { mayOffice } from '../../../core/person/may.ts'
import { destructionRecordDocument } from '../../../letters/destruction-record.ts'
import { recordOf } from '../../../letters/record-of-destruction.ts'
import {
  type Destruction,
  type DestructionItem,
  listDestructions,
  readDestruction,
} from '../../../store/destructions.ts'
import { page } from '../../page.tsx'
import { first, type Posted } from '../../request/body.ts'
import { setFlash } from '../../request/cookies.ts'
import { decide } from '../../retention-acts.ts'
import type { Services } from '../../services.ts'
import { StatusMark } from '../../ui/badge.tsx'
import { Button, ButtonRow, LinkButton } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Definition } from '../../ui/definition.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Field } from '../../ui/field.tsx'
import { Form } from '../../ui/form.tsx'
import { Notice, type NoticeData } from '../../ui/notice.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { type Column, Table } from '../../ui/table.tsx'
import type { Tone } from '../../ui/tone.ts'
import type { SignedIn, Visitor, WebEnv } from '../../visitor.ts'
import { sendOwnPdf } from '../dossier/picture.ts'
import { notFoundPage } from '../message.tsx'
import { RETENTION_PATH } from './retention-path.ts'

type Web = Context<WebEnv>
type Whole = Destruction & { items: DestructionItem[] }

const officeOf = (c: Web): string => c.get('visitor').agency.agency.agency
const standing = (c: Web, services: Services) =>
  readDestruction(services.store, officeOf(c), c.req.param('record') ?? '')

export const recordsPage = async (c: Web, services: Services): Promise<Response> => {
  const visitor = c.get('visitor')
  const words = visitor.text.retention
  const rows = await listDestructions(services.store, officeOf(c))
  const children = (
    <>
      <PageHead title={words.records} back={{ href: RETENTION_PATH, label: words.title }} />
      <Card title={words.records} flush={rows.length > 0}>
        <Table
          caption={words.records}
          captionHidden
          columns={recordColumns(visitor)}
          rows={rows}
          rowKey={({ destruction }) => destruction}
          empty={<EmptyState title={words.record.none}>{words.record.noneWords}</EmptyState>}
        />
      </Card>
    </>
  )
  return page(c, services, { title: words.records, children })
}

const recordColumns = ({ text, agency, language }: Visitor): Column<Destruction & { items: number }>[] => {
  const words = text.retention.record
  return [
    {
      key: 'number',
      label: text.retention.records,
      head: true,
      render: (one) => <a href={`${RETENTION_PATH}/records/${one.destruction}`}>{words.title(one.number)}</a>,
    },
    { key: 'items', label: words.items, render: ({ items }) => words.count(items) },
    {
      key: 'proposed',
      label: words.proposed,
      render: (one) => speakInstant(one.proposedAt, language, agency.agency.zone),
    },
    { key: 'state', label: text.retention.state, render: (one) => <RecordMark text={text} state={one.state} /> },
  ]
}

const TONES: Record<Destruction['state'], Tone> = {
  proposed: 'warning',
  approved: 'info',
  refused: 'neutral',
  done: 'good',
}

const RecordMark = ({ text, state }: { text: Visitor['text']; state: Destruction['state'] }) => (
  <StatusMark tone={TONES[state]}>{text.retention.record.state[state]}</StatusMark>
)

export const recordPage = (c: Web, services: Services): Promise<Response> => showRecord(c, services)

const showRecord = async (c: Web, services: Services, notice?: NoticeData): Promise<Response> => {
  const visitor = c.get('visitor')
  const words = visitor.text.retention
  const one = await standing(c, services)
  if (!one) return notFoundPage(c, services)
  const title = words.record.title(one.number)
  const path = `${RETENTION_PATH}/records/${one.destruction}`
  const children = (
    <>
      <PageHead
        title={title}
        status={<RecordMark text={visitor.text} state={one.state} />}
        back={{ href: `${RETENTION_PATH}/records`, label: words.records }}
        actions={
          <>
            <LinkButton icon="printer" href={`${path}/record.pdf`} newTab>
              {words.record.pdf}
            </LinkButton>
            <LinkButton icon="download" href={`${path}/list.json`}>
              {words.record.list}
            </LinkButton>
          </>
        }
      />
      <Card>
        <Definition facts={factsOf(visitor, one)} />
      </Card>
      {one.state === 'proposed' && <DecideCard visitor={visitor} one={one} />}
      <Card title={words.record.items} flush>
        <Table
          caption={words.record.items}
          captionHidden
          columns={itemColumns(visitor, one)}
          rows={one.items}
          rowKey={({ dossier }) => dossier}
        />
      </Card>
    </>
  )
  return page(c, services, { title, children, ...(notice ? { notice } : {}) }, notice ? 409 : 200)
}

const factsOf = ({ text, language, agency }: Visitor, one: Whole) => {
  const words = text.retention.record
  const at = (moment: string): string => speakInstant(moment, language, agency.agency.zone)
  return [
    { label: words.reason, value: one.reason },
    { label: words.items, value: words.count(one.items.length) },
    { label: words.proposed, value: `${one.proposedAs}, ${at(one.proposedAt)}` },
    ...(one.decidedAt ? [{ label: words.decided, value: `${one.decidedAs}, ${at(one.decidedAt)}` }] : []),
    ...(one.remark ? [{ label: words.remark, value: one.remark }] : []),
  ]
}

const itemColumns = ({ text }: Visitor, { items }: Whole): Column<DestructionItem>[] => {
  const words = text.retention
  return [
    {
      key: 'number',
      label: words.number,
      head: true,
      render: (one) => <a href={`/dossiers/${one.dossier}`}>{one.number}</a>,
    },
    { key: 'classification', label: words.classification, render: (one) => one.classification },
    { key: 'state', label: words.state, render: (one) => words.record.itemState[one.state] },
    ...(items.some(({ stays }) => stays.length > 0)
      ? [{ key: 'stays', label: words.record.stays, render: (one: DestructionItem) => one.stays.join(', ') }]
      : []),
    { key: 'hash', label: words.record.hash, render: (one) => <code class="any-break">{one.headHash}</code> },
  ]
}

/** Four eyes: whoever proposed reads who has to decide. */
const DecideCard = ({ visitor, one }: { visitor: Visitor; one: Whole }) => {
  const { text, signedIn } = visitor
  const words = text.retention.record
  if (!mayOffice(signedIn?.actor ?? null, 'decide-destruction')) return null
  if (signedIn?.person === one.proposedBy)
    return (
      <Notice tone="info" word={words.state.proposed}>
        <p>{words.own}</p>
      </Notice>
    )
  return (
    <Card title={words.decide}>
      <p>{words.approveLead}</p>
      <Form action={`${RETENTION_PATH}/records/${one.destruction}`} csrf={signedIn?.csrf ?? null}>
        <Field
          kind="textarea"
          name="remark"
          label={words.remarkLabel}
          hint={words.remarkHint}
          rows={2}
          maxlength={2000}
        />
        <ButtonRow>
          <Button kind="danger" icon="trash" name="verdict" value="approve" busy={text.office.acts.busy}>
            {words.approve}
          </Button>
          <Button icon="x" name="verdict" value="refuse" busy={text.office.acts.busy}>
            {words.refuse}
          </Button>
        </ButtonRow>
      </Form>
    </Card>
  )
}

export const decideHere = async (c: Web, services: Services, person: SignedIn, form: Posted): Promise<Response> => {
  const { agency, text, language } = c.get('visitor')
  const one = await standing(c, services)
  if (!one) return notFoundPage(c, services)
  const isApproved = first(form, 'verdict') === 'approve'
  const wish = { destruction: one.destruction, isApproved, remark: first(form, 'remark') }
  const done = await decide({ services, agency, person }, wish)
  if (!done.ok)
    return showRecord(c, services, { tone: 'bad', word: text.common.words.bad, message: done.sentence[language] })
  setFlash(c, services, 'good', isApproved ? text.retention.record.approvedDone : text.retention.record.refusedDone)
  return c.redirect(`${RETENTION_PATH}/records/${one.destruction}`, 303)
}

export const recordPdf = async (c: Web, services: Services): Promise<Response> => {
  const one = await standing(c, services)
  if (!one) return notFoundPage(c, services)
  const bytes = await pdfOfRecord(services, c.get('visitor').agency, one)
  return sendOwnPdf(c, bytes, `Berita Acara Pemusnahan ${one.number ?? ''}.pdf`)
}

/** As it was filed; a proposal as it would read. */
export const pdfOfRecord = async (services: Services, agency: AgencyData, one: Whole): Promise<Uint8Array> =>
  (one.recordSha256 ? await services.files.read(one.recordSha256) : null) ??
  services.renderPdf(destructionRecordDocument(recordOf(agency, one)))

/** Kept apart from the database, it says to an older backup what was destroyed since. */
export const recordJson = async (c: Web, services: Services): Promise<Response> => {
  const one = await standing(c, services)
  if (!one) return notFoundPage(c, services)
  c.header('content-disposition', `attachment; filename="pemusnahan-${one.destruction}.json"`)
  c.header('cache-control', 'no-store')
  return c.json({ agency: officeOf(c), ...one })
}
