// The text of a letter that a later step initials, signs or sends; the letter as it will look stands below.
import { letterAt } from '../../../../core/dossier/acts/draft.ts'
import { filing } from '../../../../core/dossier/letter-filing.ts'
import type { LetterDraft } from '../../../../core/dossier/letters/facts.ts'
import { SECURITIES } from '../../../../core/paper/classification.ts'
import { first } from '../../../request/body.ts'
import { Button, ButtonRow } from '../../../ui/button.tsx'
import { faultAt, typedInto } from '../desk.ts'
import { addressOf, controlId, DeskForm } from '../desk-form.tsx'
import { LetterDraftView } from '../letter-view.tsx'
import { DraftClash, DraftFields, readDraft } from '../letters/draft-fields.tsx'
import { type ActProps, type ActView, answered, Decision, finishForm, PrimaryButton, readDecision } from './act.tsx'
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
        <DraftClash desk={desk} letter={letter} typed={typedInto(desk, form)} href={addressOf(desk, task.task)} />
        <DeskForm desk={desk} form={form} {...workForm(props)}>
          <WorkFields {...props} />
          <Decision {...props} />
          <input type="hidden" name="version" value={letter?.versions.length ?? 0} />
          <DraftFields
            desk={desk}
            kind={step.letter ?? ''}
            draft={keptDraft(props, letter?.draft)}
            typed={typedInto(desk, form)}
            idOf={(name) => controlId(form, name)}
            faultOf={(name) => faultAt(desk, form, name)}
            note={{
              label: words.note,
              hint: letter && letter.initials.length > 0 ? `${words.hint} ${words.initialed}` : words.hint,
              rows: 8,
            }}
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
    const written = readDraft(props.desk, props.step.letter ?? '', posted)
    const answer = { draft: first(posted, 'draft'), ...written.answer, exit, ...writtenDown(props) }
    return answered(answer, [...workFaults(props), ...written.faults, ...faults])
  },
}

/** What was typed and kept before it was sent stands before what the letter has. */
const keptDraft = ({ work }: ActProps, draft: LetterDraft = { note: '' }): LetterDraft => {
  const kept = (name: string): string | undefined => work?.values[name]?.[0]
  const security = SECURITIES.find((one) => one === kept('security'))
  return {
    ...draft,
    note: kept('draft') ?? draft.note,
    ...filing({ ...draft, ...filing({ security, classification: kept('classification') }) }),
  }
}
