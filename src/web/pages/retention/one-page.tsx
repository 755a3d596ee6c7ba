// How long one dossier is kept: its classification, and a hold with its reason.
import type { Context } from 'hono'
import { speakInstant } from '../../../core/clock/speak.ts'
import { mayOffice } from '../../../core/person/may.ts'
import { type RetainedRow, readOneRetained } from '../../../store/retention.ts'
import { page } from '../../page.tsx'
import { first, type Posted } from '../../request/body.ts'
import { setFlash } from '../../request/cookies.ts'
import { classify, hold, scheduleOf } from '../../retention-acts.ts'
import type { Services } from '../../services.ts'
import { Button, ButtonRow } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Definition } from '../../ui/definition.tsx'
import { Field } from '../../ui/field.tsx'
import { Form } from '../../ui/form.tsx'
import type { NoticeData } from '../../ui/notice.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import type { SignedIn, Visitor, WebEnv } from '../../visitor.ts'
import { notFoundPage } from '../message.tsx'
import { RetentionMark } from './list-page.tsx'
import { RETENTION_PATH } from './retention-path.ts'

type Web = Context<WebEnv>

export const dossierPage = (c: Web, services: Services): Promise<Response> => showOne(c, services)

const showOne = async (c: Web, services: Services, notice?: NoticeData): Promise<Response> => {
  const visitor = c.get('visitor')
  const row = await readOneRetained(services.store, visitor.agency.agency.agency, {
    schedule: scheduleOf(visitor.agency),
    dossier: c.req.param('dossier') ?? '',
  })
  if (!row) return notFoundPage(c, services)
  const title = visitor.text.retention.one.title(row.number)
  const children = <OneView visitor={visitor} row={row} />
  return page(c, services, { title, narrow: true, children, ...(notice ? { notice } : {}) }, notice ? 409 : 200)
}

const OneView = ({ visitor, row }: { visitor: Visitor; row: RetainedRow }) => {
  const { text, agency, language, signedIn } = visitor
  const words = text.retention
  const title = agency.agency.classifications.find(({ code }) => code === row.classification)?.title ?? ''
  const isKept = row.state !== 'destroyed' && mayOffice(signedIn?.actor ?? null, 'keep-archive')
  return (
    <>
      <PageHead title={words.one.title(row.number)} back={{ href: RETENTION_PATH, label: words.one.back }} />
      <Card>
        <Definition
          facts={[
            { label: words.state, value: <RetentionMark visitor={visitor} state={row.state} /> },
            { label: words.classification, value: row.classification ? `${row.classification} ${title}` : words.none },
            { label: words.ended, value: speakInstant(row.endedAt, language, agency.agency.zone) },
            ...(row.hold ? [{ label: words.states.held, value: row.hold }] : []),
          ]}
        />
        <p>
          <a href={`/dossiers/${row.dossier}`}>{words.one.open}</a>
        </p>
      </Card>
      {isKept && <HoldCard visitor={visitor} row={row} />}
      {isKept && <ClassifyCard visitor={visitor} row={row} />}
    </>
  )
}

type CardProps = { visitor: Visitor; row: RetainedRow }

const HoldCard = ({ visitor, row }: CardProps) => {
  const words = visitor.text.retention.one
  return (
    <Card title={words.hold}>
      <p>{words.holdLead}</p>
      <Form action={`${RETENTION_PATH}/dossiers/${row.dossier}`} csrf={visitor.signedIn?.csrf ?? null}>
        <input type="hidden" name="do" value={row.hold === null ? 'hold' : 'release'} />
        {row.hold === null && (
          <Field kind="textarea" name="reason" label={words.holdReason} rows={2} maxlength={2000} required />
        )}
        <ButtonRow>
          <Button icon="lock">{row.hold === null ? words.hold : words.release}</Button>
        </ButtonRow>
      </Form>
    </Card>
  )
}

const ClassifyCard = ({ visitor, row }: CardProps) => {
  const words = visitor.text.retention
  const codes = visitor.agency.agency.classifications
  return (
    <Card title={words.classification}>
      <Form action={`${RETENTION_PATH}/dossiers/${row.dossier}`} csrf={visitor.signedIn?.csrf ?? null}>
        <input type="hidden" name="do" value="classify" />
        <Field
          kind="select"
          name="classification"
          label={words.classification}
          placeholder={words.one.own}
          value={row.classification ?? ''}
          options={codes.map(({ code, title }) => ({ value: code, label: `${code} ${title}` }))}
        />
        <ButtonRow>
          <Button icon="check">{words.one.classify}</Button>
        </ButtonRow>
      </Form>
    </Card>
  )
}

export const actOnDossier = async (c: Web, services: Services, person: SignedIn, form: Posted): Promise<Response> => {
  const { agency, text, language } = c.get('visitor')
  const dossier = c.req.param('dossier') ?? ''
  const words = text.retention.one
  const act = { services, agency, person }
  const asked = first(form, 'do')
  const done =
    asked === 'classify'
      ? await classify(act, { dossier, classification: first(form, 'classification') || null })
      : await hold(act, { dossier, reason: asked === 'release' ? null : first(form, 'reason') })
  if (!done.ok && done.why === 'unfinished') {
    setFlash(c, services, 'bad', done.sentence[language])
    return c.redirect(RETENTION_PATH, 303)
  }
  if (!done.ok)
    return showOne(c, services, { tone: 'bad', word: text.common.words.bad, message: done.sentence[language] })
  const told = { classify: words.classified, release: words.released }[asked] ?? words.held
  setFlash(c, services, 'good', told)
  return c.redirect(`${RETENTION_PATH}/dossiers/${dossier}`, 303)
}
