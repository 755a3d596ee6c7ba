// The initial as a step of the path: the draft letter to read and to put right, and the initial; where the step decides, its answer says which.
import { letterAt } from '../../../../core/dossier/acts/draft.ts'
import { inLines } from '../../../fields/lines.tsx'
import { first } from '../../../request/body.ts'
import { Button, ButtonRow } from '../../../ui/button.tsx'
import { Definition } from '../../../ui/definition.tsx'
import { typedInto } from '../desk.ts'
import { addressOf, DeskForm, Note } from '../desk-form.tsx'
import { LetterDraftView } from '../letter-view.tsx'
import { Correction } from '../letters/correction.tsx'
import { DraftClash, readDraft, versionOf } from '../letters/draft-fields.tsx'
import { SinceSeen } from '../letters/since-seen.tsx'
import { type ActProps, type ActView, answered, Decision, finishForm, readDecision } from './act.tsx'
import { LetterMarks } from './letter-marks.tsx'

export const initialStep: ActView = {
  Body: (props) => {
    const { desk, task, step } = props
    const { acts } = desk.visitor.text.office
    const form = finishForm(task)
    const letter = letterAt(desk.dossier, task.task, step.letter ?? '')
    const text = letter?.draft.note ?? ''
    return (
      <>
        <LetterMarks desk={desk} letter={letter} />
        {text !== '' && <Definition facts={[{ label: acts.draft.note, value: inLines(text.split('\n')) }]} />}
        {letter && <SinceSeen desk={desk} letter={letter} />}
        <DraftClash desk={desk} letter={letter} typed={typedInto(desk, form)} href={addressOf(desk, task.task)} />
        <DeskForm desk={desk} form={form}>
          {letter && <input type="hidden" name="version" value={letter.versions.length} />}
          {letter && <Correction desk={desk} task={task} letter={letter} />}
          <Decision {...props} />
          <Note desk={desk} form={form} name="note" label={acts.note} mark={acts.optional} rows={2} />
          <ButtonRow atHand>
            <Button kind="primary" icon="writing-sign" busy={acts.busy} wide>
              {asks(props) ? acts.finish : acts.initial.initial}
            </Button>
          </ButtonRow>
        </DeskForm>
        {step.letter && <LetterDraftView desk={desk} task={task.task} />}
      </>
    )
  },
  read: (posted, props) => {
    const { exit, faults } = readDecision(posted, props)
    const note = first(posted, 'note')
    const isBack = goesBack(props, exit)
    const { remarkMissing } = props.desk.visitor.text.office.acts.initial
    if (isBack && note.trim() === '') faults.push({ name: 'note', message: remarkMissing })
    if (isBack) return answered({ verdict: 'sent-back', note, exit, ...versionOf(posted) }, faults)
    const written = readDraft(props.desk, props.step.letter ?? '', posted)
    return answered({ verdict: 'initialed', note, exit, ...written.answer }, [...written.faults, ...faults])
  },
}

const asks = ({ step, task }: Pick<ActProps, 'step' | 'task'>): boolean => step.decides !== undefined && !task.backTo

/** An answer that leads back to an earlier step gives no initial. */
const goesBack = ({ desk, step }: Pick<ActProps, 'desk' | 'step'>, exit: string | undefined): boolean => {
  const { steps } = desk.procedure
  const placeOf = (name: string): number => steps.findIndex((one) => one.step === name)
  const taken = step.decides?.exits.find((one) => one.answer === exit)
  return taken?.to.every((to) => placeOf(to) >= 0 && placeOf(to) < placeOf(step.step)) ?? false
}
