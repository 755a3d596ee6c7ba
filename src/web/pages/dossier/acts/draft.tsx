// The text of a letter that a later step initials, signs or sends; the letter as it will look stands below.
import { letterAt } from '../../../../core/dossier/acts/draft.ts'
import { first } from '../../../request/body.ts'
import { Button, ButtonRow } from '../../../ui/button.tsx'
import { DeskForm, Note } from '../desk-form.tsx'
import { LetterDraftView } from '../letter-view.tsx'
import { type ActView, answered, Decision, finishForm, PrimaryButton, readDecision } from './act.tsx'
import { LetterMarks } from './letter-marks.tsx'
import { WorkFields, workFaults, workForm, writtenDown } from './work-fields.tsx'

export const draft: ActView = {
  Body: (props) => {
    const { desk, task, step } = props
    const { acts } = desk.visitor.text.office
    const words = acts.draft
    const form = finishForm(task)
    const letter = letterAt(desk.dossier, task.task, step.letter ?? '')
    return (
      <>
        <LetterMarks desk={desk} letter={letter} />
        <DeskForm desk={desk} form={form} {...workForm(props)}>
          <WorkFields {...props} />
          <Decision {...props} />
          <Note
            desk={desk}
            form={form}
            name="draft"
            label={words.note}
            hint={letter && letter.initials.length > 0 ? `${words.hint} ${words.initialed}` : words.hint}
            value={props.work?.values.draft?.[0] ?? letter?.draft.note}
            rows={8}
          />
          <ButtonRow>
            <PrimaryButton desk={desk}>{words.finish}</PrimaryButton>
            <Button kind="quiet" icon="eye" name="phase" value="preview" newTab>
              {words.preview}
            </Button>
          </ButtonRow>
        </DeskForm>
        <LetterDraftView desk={desk} task={task.task} />
      </>
    )
  },
  read: (posted, props) => {
    const { exit, faults } = readDecision(posted, props)
    return answered({ draft: first(posted, 'draft'), exit, ...writtenDown(props) }, [...workFaults(props), ...faults])
  },
}
