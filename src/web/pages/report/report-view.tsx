// The page of a report without an account: the procedure's form, who will read it, and how it is sent.
import type { Context } from 'hono'
import type { FieldFault } from '../../../core/procedure/form.ts'
import type { Procedure } from '../../../core/procedure/schema.ts'
import { serviceName } from '../../../core/procedure/service-standard.ts'
import type { DraftFile } from '../../../store/drafts.ts'
import { faultsByControl, shownFaults } from '../../fields/fault-words.ts'
import { FormFields } from '../../fields/form-fields.tsx'
import type { TypedValues } from '../../fields/typed-form.ts'
import { fileFields } from '../../fields/uploads.ts'
import { page } from '../../page.tsx'
import type { Services } from '../../services.ts'
import type { Text } from '../../text/text.ts'
import { Button, ButtonRow } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { Field } from '../../ui/field.tsx'
import { Form } from '../../ui/form.tsx'
import { Notice } from '../../ui/notice.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import type { WebEnv } from '../../visitor.ts'
import { PrivacyNotice } from '../apply/privacy-notice.tsx'
import { ANSWER, QUESTION, TRAP } from './guard.ts'
import { REPORT_BASE, REPORT_FILE_MEGABYTES } from './holder.ts'
import type { Question } from './question.ts'
import { FORM, type Writing } from './situation.ts'

type Web = Context<WebEnv>

export type ReportState = {
  values: TypedValues
  files: readonly DraftFile[]
  faults: readonly FieldFault[]
  /** Why it was not taken, where no field is at fault. */
  trouble?: string
  question?: Question
  status?: 200 | 422 | 429
}

type Shown = { c: Web; writing: Writing; state: ReportState }

export const showReport = (c: Web, services: Services, writing: Writing, state: ReportState) => {
  const { text, language } = c.get('visitor')
  const words = text.ways.report
  const { procedure } = writing
  const title = words.title(serviceName(procedure)[language])
  // What somebody reports is kept by no browser and no proxy.
  c.header('cache-control', 'no-store')
  const body = (
    <>
      <PageHead
        title={title}
        lead={words.lead}
        back={{ href: `/services/${procedure.procedure}`, label: text.apply.form.backToService }}
      />
      {state.trouble && (
        <Notice tone="warning" word={text.common.words.warning} spoken>
          <p>{state.trouble}</p>
        </Notice>
      )}
      <ErrorSummary title={text.common.errors.title} faults={shownFaults(procedure, state.faults, language)} />
      <Card title={words.whoReads}>
        <ul class="bullets">
          {readers(procedure, words).map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </Card>
      <PrivacyNotice visitor={c.get('visitor')} />
      <Card>
        <ReportForm c={c} writing={writing} state={state} />
      </Card>
    </>
  )
  return page(c, services, { title, narrow: true, children: body }, state.status ?? 200)
}

type Words = Text['ways']['report']

/** What is promised here the procedure has to say. */
const readers = ({ policy, form }: Procedure, words: Words): string[] => [
  words.noName,
  ...(policy.secrecy === 'rahasia' ? [words.isSecret] : []),
  ...(form.some((group) => group.fields.some((field) => field.confidential)) ? [words.confidential] : []),
  words.oneCode,
]

const ReportForm = ({ c, writing, state }: Shown) => {
  const { agency, language, text } = c.get('visitor')
  const words = text.ways.report
  const { procedure, token } = writing
  return (
    <Form
      id="report"
      action={`${REPORT_BASE}/${procedure.procedure}`}
      csrf={null}
      upload={fileFields(procedure).length > 0}
    >
      <input type="hidden" name={FORM} value={token} />
      <FormFields
        agency={agency}
        procedure={procedure}
        values={state.values}
        files={state.files}
        faults={faultsByControl(state.faults, language)}
        verdicts={{}}
        checkUrl={null}
        fileMegabytes={REPORT_FILE_MEGABYTES}
        language={language}
        text={text.apply}
      />
      {fileFields(procedure).length > 0 && <p class="field-hint">{words.files}</p>}
      <Trap label={words.trap} />
      <Asked c={c} state={state} />
      <ButtonRow>
        <Button kind="primary" icon="send" busy={words.sending}>
          {words.send}
        </Button>
      </ButtonRow>
    </Form>
  )
}

/** Out of sight and out of the order of tabs; whoever is read the page all the same is told to leave it empty. */
const Trap = ({ label }: { label: string }) => (
  <div class="visually-hidden" aria-hidden="true">
    <label for="lapor-situs">{label}</label>
    <input id="lapor-situs" type="text" name={TRAP} tabindex={-1} autocomplete="off" />
  </div>
)

const Asked = ({ c, state: { question } }: Pick<Shown, 'c' | 'state'>) => {
  const { text, language } = c.get('visitor')
  if (!question) return null
  return (
    <>
      <input type="hidden" name={QUESTION} value={question.token} />
      <Field
        kind="text"
        name={ANSWER}
        label={question.ask[language]}
        hint={text.ways.report.questionHint}
        required
        autocomplete="off"
        width="medium"
      />
    </>
  )
}
