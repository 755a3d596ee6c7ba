// The page on which a paper letter is keyed in: the same form as the applicant's, and the account it is for.
import type { Context } from 'hono'
import type { FieldFault } from '../../../core/procedure/form.ts'
import { serviceName } from '../../../core/procedure/service-standard.ts'
import type { Draft } from '../../../store/drafts.ts'
import type { Member } from '../../../store/members.ts'
import { APPLICANT } from '../../fields/counter-faults.ts'
import { faultsByControl, shownFaults } from '../../fields/fault-words.ts'
import { FormFields } from '../../fields/form-fields.tsx'
import type { NameVerdict } from '../../fields/judge-name.ts'
import { page } from '../../page.tsx'
import type { Services } from '../../services.ts'
import { Button, ButtonRow } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { Field } from '../../ui/field.tsx'
import { Form } from '../../ui/form.tsx'
import { Notice } from '../../ui/notice.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import type { WebEnv } from '../../visitor.ts'
import { ActingAs } from '../acting-as.tsx'
import type { Counter } from './situation.ts'

export type CounterState = {
  draft: Draft
  members: readonly Member[]
  applicant: string
  faults: readonly FieldFault[]
  verdicts?: Readonly<Record<string, NameVerdict>>
  /** Why it was not taken, where no field is at fault. */
  trouble?: string
  status?: 200 | 409 | 422
}

export const showCounterForm = (c: Context<WebEnv>, services: Services, counter: Counter, state: CounterState) => {
  const { text, language } = c.get('visitor')
  const words = text.office.counter
  const title = serviceName(counter.procedure)[language]
  const body = (
    <>
      <PageHead
        kicker={counter.client.name}
        title={title}
        lead={words.formLead}
        back={{ href: '/counter', label: words.back }}
      />
      <ErrorSummary title={text.common.errors.title} faults={shownFaults(counter.procedure, state.faults, language)} />
      {state.trouble && (
        <Notice tone="bad" word={text.common.words.bad} spoken>
          {state.trouble}
        </Notice>
      )}
      <ActingAs visitor={c.get('visitor')} person={counter.signedIn} by={counter.by} />
      <Card>
        <CounterForm c={c} counter={counter} state={state} />
      </Card>
    </>
  )
  return page(c, services, { title, narrow: true, children: body }, state.status ?? 200)
}

type FormProps = { c: Context<WebEnv>; counter: Counter; state: CounterState }

const CounterForm = ({ c, counter, state }: FormProps) => {
  const { agency, language, text } = c.get('visitor')
  const words = text.office.counter
  const { procedure, signedIn, client, at } = counter
  const key = ['counter', agency.agency.agency, procedure.procedure, client.client, signedIn.person].join(':')
  const faults = faultsByControl(state.faults, language)
  return (
    <Form
      id="counter"
      action={at('')}
      csrf={signedIn.csrf}
      upload
      draft={{ url: at('draft'), key, text: text.apply.draft }}
    >
      <input type="hidden" name="draft" value={state.draft.id} />
      <FormFields
        agency={agency}
        procedure={procedure}
        values={state.draft.values}
        files={state.draft.files}
        faults={faults}
        verdicts={state.verdicts ?? {}}
        checkUrl={(field) => `${at('check-name')}&field=${field}`}
        language={language}
        text={text.apply}
      />
      <Field
        kind="select"
        name={APPLICANT}
        label={words.applicant}
        hint={words.applicantHint}
        mark={text.office.acts.optional}
        placeholder={words.applicantNone}
        value={state.applicant}
        error={faults[APPLICANT]}
        options={state.members.map((one) => ({ value: one.person, label: `${one.name} (${one.email})` }))}
      />
      <ButtonRow>
        <Button kind="primary" name="do" value="submit" icon="printer" busy={words.submitting}>
          {words.submit}
        </Button>
        <Button kind="quiet" name="do" value="save" formaction={at('draft')}>
          {words.save}
        </Button>
      </ButtonRow>
    </Form>
  )
}
