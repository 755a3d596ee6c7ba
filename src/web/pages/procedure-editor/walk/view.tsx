// What a trial shows: the form to begin with, then what is open for whom, and the way so far.
import type { Dossier } from '../../../../core/dossier/dossier.ts'
import { openTasks } from '../../../../core/dossier/dossier.ts'
import type { Rehearsal } from '../../../../core/dossier/rehearsal.ts'
import { sampleForm } from '../../../../core/procedure/sample-form.ts'
import type { Procedure } from '../../../../core/procedure/schema.ts'
import type { ProcedureDraft } from '../../../../store/procedure-drafts.ts'
import { FormFields } from '../../../fields/form-fields.tsx'
import { valuesOf } from '../../../fields/typed-form.ts'
import { Button, ButtonRow, LinkButton } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { Field } from '../../../ui/field.tsx'
import { Form } from '../../../ui/form.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { Split } from '../../../ui/page-head.tsx'
import type { SignedIn, Visitor } from '../../../visitor.ts'
import { draftAddress } from '../address.ts'
import { START_WORDS } from '../kind-words.ts'
import { TaskCard } from './task-card.tsx'

export type Trial = { procedure: Procedure; rehearsal: Rehearsal; sealed: string; signedIn: SignedIn; canUndo: boolean }
export type TrialProps = { visitor: Visitor; draft: ProcedureDraft; trial: Trial }

export const walkAddress = (draft: ProcedureDraft): string => `${draftAddress(draft)}/walk`

export const TrialView = (props: TrialProps) => {
  const { dossier } = props.trial.rehearsal
  if (!dossier) return <BeginCard {...props} />
  return <Split main={<Standing {...props} dossier={dossier} />} aside={<Aside {...props} dossier={dossier} />} />
}

const BeginCard = ({ visitor, draft, trial }: TrialProps) => {
  const { text, language, agency } = visitor
  const { procedure, signedIn, sealed } = trial
  const ways = procedure.starts.map(({ by }, at) => ({ value: String(at), label: START_WORDS[by].label[language] }))
  return (
    <Card title={text.trial.begin}>
      <p>{text.trial.beginLead}</p>
      <Form action={walkAddress(draft)} csrf={signedIn.csrf}>
        <input type="hidden" name="trail" value={sealed} />
        {ways.length > 1 ? (
          <Field kind="radio" name="start" label={text.trial.way} options={ways} value="0" />
        ) : (
          <input type="hidden" name="start" value="0" />
        )}
        <FormFields
          agency={agency}
          procedure={procedure}
          values={valuesOf(sampleForm(procedure))}
          files={[]}
          faults={{}}
          verdicts={{}}
          checkUrl={null}
          language={language}
          text={text.apply}
        />
        <ButtonRow>
          <Press what="begin">{text.trial.submit}</Press>
        </ButtonRow>
      </Form>
    </Card>
  )
}

export const Press = ({
  what,
  kind,
  children,
}: {
  what: string
  kind?: 'primary' | 'secondary' | 'danger'
  children: string
}) => (
  <Button kind={kind ?? 'primary'} name="do" value={what}>
    {children}
  </Button>
)

type WithDossier = TrialProps & { dossier: Dossier }

const Standing = (props: WithDossier) => {
  const { visitor, dossier } = props
  const { text } = visitor
  const open = openTasks(dossier)
  return (
    <>
      {dossier.status !== 'open' && (
        <Notice tone={dossier.status === 'finished' ? 'good' : 'info'} word={text.common.words.info} spoken>
          <p>{text.trial.ended[dossier.status]}</p>
        </Notice>
      )}
      {open.length > 0 && <h2>{text.trial.open}</h2>}
      {open.map((task) => (
        <TaskCard key={task.task} {...props} task={task} />
      ))}
    </>
  )
}

const Aside = ({ visitor, draft, trial, dossier }: WithDossier) => {
  const { text, language } = visitor
  const { procedure, signedIn, sealed, canUndo } = trial
  const canWithdraw = dossier.status === 'open' && procedure.policy.withdraw !== undefined
  return (
    <>
      <Card title={text.trial.path}>
        <ol class="editor-overview">
          {dossier.tasks
            .filter((task) => task.kind === 'main')
            .map((task) => {
              const step = procedure.steps.find((one) => one.step === task.step)
              return (
                <li key={task.task}>
                  {step?.activity ?? task.step}
                  <span class="editor-item-facts">
                    {[outcomeOf(task.outcome, language), task.round > 1 ? text.trial.round(String(task.round)) : '']
                      .filter((part) => part !== '')
                      .join(' · ')}
                  </span>
                </li>
              )
            })}
        </ol>
      </Card>
      <Form action={walkAddress(draft)} csrf={signedIn.csrf}>
        <input type="hidden" name="trail" value={sealed} />
        {canWithdraw && <input type="hidden" name="reason" value={text.trial.sampleReason} />}
        <ButtonRow>
          {canUndo && (
            <Press what="undo" kind="secondary">
              {text.trial.undo}
            </Press>
          )}
          {canWithdraw && (
            <Press what="withdraw" kind="secondary">
              {text.trial.withdraw}
            </Press>
          )}
          <LinkButton href={walkAddress(draft)} icon="refresh">
            {text.trial.again}
          </LinkButton>
        </ButtonRow>
      </Form>
    </>
  )
}

const OUTCOMES = {
  finished: { id: 'selesai', en: 'finished' },
  returned: { id: 'dikembalikan', en: 'returned' },
  rejected: { id: 'ditolak', en: 'refused' },
  dropped: { id: 'tidak dilanjutkan', en: 'dropped' },
}

const outcomeOf = (outcome: keyof typeof OUTCOMES | null, language: 'id' | 'en'): string =>
  outcome === null ? '…' : OUTCOMES[outcome][language]
