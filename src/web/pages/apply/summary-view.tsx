// The page that shows a filled-in form whole, with its papers, before it is sent.
import type { Context } from 'hono'
import type { Forecast } from '../../../core/clock/forecast.ts'
import { fieldsOf } from '../../../core/procedure/form.ts'
import type { Draft } from '../../../store/drafts.ts'
import { answerGroups } from '../../fields/answers.tsx'
import { sizeWords } from '../../fields/file-answer.tsx'
import type { JudgedForm } from '../../fields/judge-form.ts'
import { page } from '../../page.tsx'
import type { Services } from '../../services.ts'
import { Button, ButtonRow, LinkButton } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Definition } from '../../ui/definition.tsx'
import { Form } from '../../ui/form.tsx'
import { Notice } from '../../ui/notice.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import type { WebEnv } from '../../visitor.ts'
import { forecastFact, forecastNow } from '../service/forecast-words.ts'
import { promiseWords } from '../service/promise-words.ts'
import { ApplySteps } from './apply-steps.tsx'
import type { Situation } from './situation.ts'

export type SummaryState = {
  draft: Draft
  judged: JudgedForm
  /** Fingerprint of what is shown. */
  seen: string
  trouble?: { sentence: string; status: 409 | 422 }
}

type Expected = { forecast: Forecast | null }

export const showSummary = async (
  c: Context<WebEnv>,
  services: Services,
  situation: Situation,
  state: SummaryState,
) => {
  const visitor = c.get('visitor')
  const { text, language } = visitor
  const forecast = await forecastNow(services, visitor, situation.procedure.procedure)
  const words = text.apply.summary
  const { procedure, client } = situation
  const edit = situation.at('apply')
  const body = (
    <>
      <PageHead kicker={client.name} title={words.title} lead={words.lead} back={{ href: edit, label: words.back }} />
      <ApplySteps at="summary" text={text.apply} href={edit} />
      <Notices c={c} state={state} />
      {answerGroups(procedure, state.judged.form, language, {
        yes: text.common.yes,
        none: words.notFilled,
        fields: text.apply.fields,
      }).map((group) => (
        <Card key={group.group} title={group.label} aside={<a href={edit}>{words.change(group.label)}</a>}>
          <Definition facts={group.facts} />
        </Card>
      ))}
      <Papers c={c} situation={situation} state={state} />
      <Sending c={c} situation={situation} state={state} forecast={forecast} />
    </>
  )
  return page(c, services, { title: words.title, narrow: true, children: body }, state.trouble?.status ?? 200)
}

type PartProps = { c: Context<WebEnv>; situation: Situation; state: SummaryState }

const Notices = ({ c, state }: Omit<PartProps, 'situation'>) => {
  const { text, language } = c.get('visitor')
  return (
    <>
      {state.trouble && (
        <Notice tone="bad" word={text.common.words.bad} spoken>
          <p>{state.trouble.sentence}</p>
        </Notice>
      )}
      {state.judged.warnings.map((warning) => (
        <Notice tone="warning" word={text.common.words.warning} key={warning.id}>
          <p>{warning[language]}</p>
        </Notice>
      ))}
    </>
  )
}

const Sending = ({ c, situation, state, forecast }: PartProps & Expected) => {
  const visitor = c.get('visitor')
  const { apply, ways } = visitor.text
  const { back } = apply.summary
  const words = situation.channel === 'order' ? ways.order : apply.summary
  return (
    <Card title={words.afterwards}>
      <p>{words.whatFollows(promiseWords(situation.procedure, visitor.language))}</p>
      <Definition facts={[forecastFact(visitor, forecast)]} />
      <Form action={situation.at('summary')} csrf={situation.signedIn.csrf}>
        <input type="hidden" name="draft" value={state.draft.id} />
        <input type="hidden" name="seen" value={state.seen} />
        <ButtonRow>
          <Button kind="primary" icon="send" busy={words.sending}>
            {words.send}
          </Button>
          <LinkButton kind="quiet" href={situation.at('apply')} icon="pencil">
            {back}
          </LinkButton>
        </ButtonRow>
      </Form>
    </Card>
  )
}

const Papers = ({ c, situation, state }: PartProps) => {
  const { text, language } = c.get('visitor')
  const words = text.apply.summary
  const { draft, judged } = state
  const labelOf = (name: string) =>
    fieldsOf(situation.procedure).find(({ field }) => field === name)?.label[language] ?? ''
  const uploads = draft.files.filter((one) => judged.papers.some((paper) => paper.id === one.paper.id))
  if (uploads.length === 0 && judged.toMake.length === 0) return null
  return (
    <Card title={words.papers}>
      <ul class="rows">
        {uploads.map(({ field, paper }) => (
          <li key={paper.id}>
            <p>
              <strong>{labelOf(field)}</strong>
              <br />
              {words.uploaded(paper.name, sizeWords(paper.bytes))}
            </p>
            <LinkButton kind="quiet" icon="download" href={situation.at(`upload/${field}`)} download>
              {words.download}
            </LinkButton>
          </li>
        ))}
        {judged.toMake.map((field) => (
          <li key={field.field}>
            <p>{words.made(field.label[language])}</p>
            <LinkButton kind="secondary" icon="eye" href={situation.at(`letter/${field.field}`)} newTab>
              {words.preview}
            </LinkButton>
          </li>
        ))}
      </ul>
    </Card>
  )
}
