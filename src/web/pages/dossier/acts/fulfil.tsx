// Technical work: what will be made or taken away, by the system or by hand; closed by proof, tried again on failure.
import type { Task } from '../../../../core/dossier/dossier.ts'
import { type Fulfilment, fulfilmentsOf } from '../../../../core/dossier/fulfilment.ts'
import { first } from '../../../request/body.ts'
import type { Text } from '../../../text/text.ts'
import { Button, ButtonRow } from '../../../ui/button.tsx'
import { CheckList, type ProofCheck } from '../../../ui/check-list.tsx'
import { Definition } from '../../../ui/definition.tsx'
import type { Lang } from '../../../ui/masthead.tsx'
import { Notice } from '../../../ui/notice.tsx'
import type { Desk } from '../desk.ts'
import { DeskForm, Note } from '../desk-form.tsx'
import { type ActProps, type ActView, answered, Decision, finishForm, PrimaryButton, readDecision } from './act.tsx'

export const fulfil: ActView = {
  Body: (props) => {
    const { desk, task, step } = props
    const wanted = fulfilmentsOf(step, desk.dossier.form)
    if (wanted.length === 0) return <NothingToMake {...props} />
    return (
      <>
        <WhatIsDone wanted={wanted} text={desk.visitor.text} />
        <EffectState desk={desk} task={task} />
        <Proofs desk={desk} task={task} />
        {task.effectSince === null && <Means {...props} wanted={wanted} />}
      </>
    )
  },
  read: (posted, props) => {
    const { exit, faults } = readDecision(posted, props)
    const mode = first(posted, 'mode') === 'by-hand' ? 'by-hand' : 'system'
    return answered({ mode, note: first(posted, 'note'), exit }, faults)
  },
}

const NothingToMake = (props: ActProps) => {
  const { desk, task } = props
  const { acts } = desk.visitor.text.office
  const form = finishForm(task)
  return (
    <DeskForm desk={desk} form={form}>
      <p>{acts.fulfil.nothing}</p>
      <Decision {...props} />
      <Note desk={desk} form={form} name="note" label={acts.note} mark={acts.optional} />
      <ButtonRow>
        <PrimaryButton desk={desk}>{acts.finish}</PrimaryButton>
      </ButtonRow>
    </DeskForm>
  )
}

const WhatIsDone = ({ wanted, text }: { wanted: readonly Fulfilment[]; text: Text }) => {
  const words = text.office.acts.fulfil
  const facts = wanted.map((one) => ({
    label: words.kinds[one.fulfil],
    value: `${Object.values(one.with)
      .filter((value) => value !== '')
      .join(', ')}: ${words.modes[one.mode]}`,
  }))
  return <Definition facts={facts} />
}

const Means = ({ wanted, ...props }: ActProps & { wanted: readonly Fulfilment[] }) => {
  const { desk, task } = props
  const { fulfil: words, busy } = desk.visitor.text.office.acts
  const [mode = 'make'] = new Set(wanted.map((one) => one.mode))
  const go = words.bySystem[wanted.every((one) => one.mode === mode) ? mode : 'make']
  return (
    <DeskForm desk={desk} form={finishForm(task)}>
      <Decision {...props} />
      <ButtonRow>
        <Button kind="primary" icon={task.failure ? 'refresh' : 'server'} name="mode" value="system" busy={busy} wide>
          {task.failure && !task.byHand ? words.again : go}
        </Button>
        <Button icon="eye" name="mode" value="by-hand" busy={busy} wide>
          {words.byHand}
        </Button>
      </ButtonRow>
      <p class="field-hint">{words.byHandHint}</p>
    </DeskForm>
  )
}

/** Running, failed for now, or failed for good: in plain words; also for those who only look on. */
export const EffectState = ({ desk, task }: { desk: Desk; task: Task }) => {
  const { text, language } = desk.visitor
  const words = text.office.acts.fulfil
  const { failure } = task
  if (task.effectSince !== null) {
    return (
      <Notice tone="info" icon="hourglass" word={task.byHand ? words.runningByHand : words.running}>
        {failure && <p>{`${words.retrying} ${failure.reason[language]}`}</p>}
        <p>{words.runningHint}</p>
      </Notice>
    )
  }
  if (!failure) return null
  return (
    <Notice tone="bad" word={words.failed}>
      <p>{failure.reason[language]}</p>
      <p>{words.kept}</p>
    </Notice>
  )
}

export const Proofs = ({ desk, task }: { desk: Desk; task: Task }) => {
  const { text, language } = desk.visitor
  const { fulfil: words } = text.office.acts
  const checks = proofChecks(task, language)
  if (checks.length === 0) return null
  const { asked, expected, got, states } = words
  return <CheckList label={words.proofs} checks={checks} text={{ asked, expected, got, states }} />
}

const proofChecks = (task: Task, language: Lang): ProofCheck[] =>
  task.proofs.flatMap((proof) =>
    proof.checks.map((check, index) => ({
      key: `${proof.fulfil}-${index}`,
      what: check.what[language],
      asked: check.asked,
      expected: check.expected,
      got: check.got,
      state: check.passed ? ('passed' as const) : ('failed' as const),
    })),
  )
