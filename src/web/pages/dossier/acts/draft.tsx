// The text of a letter that a later step initials, signs or sends.
import { letterInWork } from '../../../../core/dossier/acts/draft.ts'
import { first } from '../../../request/body.ts'
import { ButtonRow } from '../../../ui/button.tsx'
import { DeskForm, Note } from '../desk-form.tsx'
import { type ActView, answered, finishForm, PrimaryButton } from './act.tsx'

export const draft: ActView = {
  Body: ({ desk, task, step }) => {
    const { acts } = desk.visitor.text.office
    const form = finishForm(task)
    const standing = letterInWork(desk.dossier, step.letter ?? '')?.draft.note ?? ''
    return (
      <DeskForm desk={desk} form={form}>
        <Note desk={desk} form={form} name="draft" label={acts.initial.note} value={standing} rows={6} />
        <ButtonRow>
          <PrimaryButton desk={desk}>{acts.finish}</PrimaryButton>
        </ButtonRow>
      </DeskForm>
    )
  },
  read: (posted) => answered({ draft: first(posted, 'draft') }, []),
}
