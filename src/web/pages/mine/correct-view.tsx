// The page on which a returned request is put right.
import type { Context } from 'hono'
import { stepNamed } from '../../../core/procedure/flow.ts'
import type { FieldFault } from '../../../core/procedure/form.ts'
import type { DraftFile } from '../../../store/drafts.ts'
import { faultsByControl, shownFaults } from '../../fields/fault-words.ts'
import { FormFields } from '../../fields/form-fields.tsx'
import type { NameVerdict } from '../../fields/judge-name.ts'
import { NOTE } from '../../fields/judge-work.ts'
import { inLines } from '../../fields/lines.tsx'
import type { TypedValues } from '../../fields/typed-form.ts'
import { fileFields } from '../../fields/uploads.ts'
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
import type { Correction } from './correct-page.tsx'
import { whyMine } from './why-mine.ts'

export type CorrectionState = {
  values: TypedValues
  files: readonly DraftFile[]
  faults: readonly FieldFault[]
  verdicts?: Readonly<Record<string, NameVerdict>>
  /** Why the office's system did not take it. */
  trouble?: string
  status?: 200 | 422
}

type Props = { correction: Correction; state: CorrectionState; newKey: () => string }

export const showCorrection = (
  c: Context<WebEnv>,
  services: Services,
  correction: Correction,
  state: CorrectionState,
) => {
  const { visitor, dossier } = correction.request
  const { text, language } = visitor
  const words = text.apply.correct
  const why = whyMine(correction.request, correction.task)
  const title = why.kind === 'more' ? words.more : words.title
  const body = (
    <>
      <PageHead
        back={{ href: `/mine/${dossier.id}`, label: dossier.subject }}
        kicker={dossier.number}
        title={title}
        lead={why.kind === 'more' ? words.moreLead : words.lead}
      />
      {state.trouble && (
        <Notice tone="bad" word={text.common.words.bad} spoken>
          <p>{state.trouble}</p>
        </Notice>
      )}
      <ErrorSummary
        title={text.common.errors.title}
        faults={shownFaults(correction.request.procedure, state.faults, language)}
      />
      {why.words !== '' && (
        <Notice tone="warning" word={words.reason}>
          <p>{inLines(why.words.split('\n'))}</p>
        </Notice>
      )}
      <Card>
        <CorrectionForm correction={correction} state={state} newKey={services.newId} />
      </Card>
    </>
  )
  return page(c, services, { title, narrow: true, children: body }, state.status ?? 200)
}

const CorrectionForm = ({ correction, state, newKey }: Props) => {
  const { request, task } = correction
  const { visitor, procedure, dossier, signedIn } = request
  const { agency, text, language } = visitor
  const words = text.apply
  const address = `/mine/${dossier.id}/correct`
  const check = `/services/${procedure.procedure}/check-name?client=${dossier.client}&correcting=${dossier.id}`
  return (
    <Form
      id="correct"
      action={address}
      csrf={signedIn.csrf}
      upload={fileFields(procedure, task.step).length > 0}
      draft={{ url: `/mine/${dossier.id}/draft`, key: `correct:${task.task}:${signedIn.person}`, text: words.draft }}
    >
      <input type="hidden" name="key" value={newKey()} />
      <input type="hidden" name="task" value={task.task} />
      <FormFields
        agency={agency}
        procedure={procedure}
        step={task.step}
        values={state.values}
        standing={dossier.form}
        files={state.files}
        papers={Object.fromEntries(dossier.papers.map((paper) => [paper.paper, paper.name]))}
        faults={faultsByControl(state.faults, language)}
        verdicts={state.verdicts ?? {}}
        checkUrl={(field) => `${check}&field=${field}`}
        language={language}
        text={words}
      />
      <Beside correction={correction} state={state} />
      <ButtonRow>
        <Button kind="primary" name="do" value="send" icon="send" busy={words.correct.sending}>
          {words.correct.send}
        </Button>
        <Button kind="quiet" name="do" value="save">
          {words.correct.save}
        </Button>
      </ButtonRow>
    </Form>
  )
}

/** What every step of the work asks besides its fields; a correction asks for nothing more. */
const Beside = ({ correction, state }: Omit<Props, 'newKey'>) => {
  const { request, task } = correction
  const { text, language } = request.visitor
  const step = stepNamed(request.procedure, task.step)
  if (!step || step.act === 'submit') return null
  const asks = task.backTo === null ? step.decides : undefined
  return (
    <>
      {asks && (
        <Field
          kind="radio"
          name="exit"
          label={asks.question[language]}
          required
          value={state.values.exit?.[0]}
          error={faultsByControl(state.faults, language).exit}
          options={asks.exits.map((exit) => ({ value: exit.answer, label: exit.label[language] }))}
        />
      )}
      <Field
        kind="textarea"
        name={NOTE}
        label={text.apply.dossier.note}
        mark={text.apply.fields.optional}
        rows={2}
        value={state.values[NOTE]?.[0]}
      />
    </>
  )
}
