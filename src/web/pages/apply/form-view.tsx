// The page on which the form of a service is filled in.
import type { Context } from 'hono'
import { speakShort } from '../../../core/clock/speak.ts'
import type { FieldFault } from '../../../core/procedure/form.ts'
import type { Draft } from '../../../store/drafts.ts'
import { faultsByControl, shownFaults } from '../../fields/fault-words.ts'
import { FormFields } from '../../fields/form-fields.tsx'
import type { NameVerdict } from '../../fields/judge-name.ts'
import { fileFields } from '../../fields/uploads.ts'
import { page } from '../../page.tsx'
import type { Services } from '../../services.ts'
import { Button, ButtonRow } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { Form } from '../../ui/form.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import type { WebEnv } from '../../visitor.ts'
import { ActingAs } from '../acting-as.tsx'
import { ApplySteps } from './apply-steps.tsx'
import { PrivacyNotice } from './privacy-notice.tsx'
import type { Situation } from './situation.ts'

export type FormState = {
  draft: Draft | null
  faults: readonly FieldFault[]
  verdicts?: Readonly<Record<string, NameVerdict>>
  status?: 200 | 422
}

export const showForm = (c: Context<WebEnv>, services: Services, situation: Situation, state: FormState) => {
  const { text } = c.get('visitor')
  const { client } = situation
  const { title, lead, back } = wordsOf(c, situation)
  const body = (
    <>
      <PageHead kicker={client.name} title={title} lead={lead} back={back} />
      <ActingAs visitor={c.get('visitor')} person={situation.signedIn} by={situation.by} />
      <ApplySteps at="form" text={text.apply} href={situation.at('apply')} />
      <ErrorSummary
        title={text.common.errors.title}
        faults={shownFaults(situation.procedure, state.faults, c.get('visitor').language)}
      />
      {situation.channel === 'online' && <PrivacyNotice visitor={c.get('visitor')} />}
      <Card>
        <FormBody c={c} situation={situation} state={state} />
      </Card>
    </>
  )
  return page(c, services, { title, narrow: true, children: body }, state.status ?? 200)
}

const wordsOf = (c: Context<WebEnv>, { procedure, channel }: Situation) => {
  const { apply, ways } = c.get('visitor').text
  return channel === 'order'
    ? {
        title: ways.order.formTitle(procedure.title),
        lead: ways.order.formLead,
        back: { href: '/work', label: ways.order.back },
      }
    : {
        title: apply.form.title(procedure.title),
        lead: apply.form.lead,
        back: { href: `/services/${procedure.procedure}`, label: apply.form.backToService },
      }
}

type BodyProps = { c: Context<WebEnv>; situation: Situation; state: FormState }

const FormBody = ({ c, situation, state }: BodyProps) => {
  const { agency, language, text, now } = c.get('visitor')
  const { procedure, signedIn, client } = situation
  const words = text.apply
  const { draft } = state
  const key = [agency.agency.agency, procedure.procedure, client.client, signedIn.person].join(':')
  return (
    <Form
      id="apply"
      action={situation.at('apply')}
      csrf={signedIn.csrf}
      upload={fileFields(procedure).length > 0}
      draft={{ url: situation.at('draft'), key, text: words.draft }}
    >
      {draft && (
        <p class="field-hint">
          {words.form.draftOf(speakShort(draft.updatedAt, language, { zone: agency.agency.zone, now }))}
        </p>
      )}
      <FormFields
        agency={agency}
        procedure={procedure}
        values={draft?.values ?? {}}
        files={draft?.files ?? []}
        faults={faultsByControl(state.faults, language)}
        verdicts={state.verdicts ?? {}}
        checkUrl={(field) => withField(situation.at('check-name'), field)}
        language={language}
        text={words}
      />
      <ButtonRow>
        <Button kind="primary" name="do" value="check" iconAfter="arrow-right" busy={words.form.checking}>
          {words.form.toSummary}
        </Button>
        <Button kind="quiet" name="do" value="save" formaction={situation.at('draft')}>
          {words.form.save}
        </Button>
      </ButtonRow>
    </Form>
  )
}

const withField = (address: string, field: string): string =>
  `${address}${address.includes('?') ? '&' : '?'}field=${field}`
