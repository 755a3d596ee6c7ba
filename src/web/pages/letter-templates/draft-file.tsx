// The draft as a whole: another file takes its place, or it is deleted with a reason.
import { Button, ButtonRow } from '../../ui/button.tsx'
import { Confirm } from '../../ui/confirm.tsx'
import { Field } from '../../ui/field.tsx'
import { Form } from '../../ui/form.tsx'
import { templateDraftAddress } from './address.ts'
import type { TemplateDesk } from './desk.ts'

export const DraftFile = ({ desk }: { desk: TemplateDesk }) => {
  const { visitor, signedIn, draft } = desk
  const words = visitor.text.letterTemplates.editor
  const address = templateDraftAddress(draft)
  return (
    <div class="stack">
      <Confirm summary={words.import} icon="upload">
        <Form action={address} csrf={signedIn.csrf} upload>
          <input type="hidden" name="do" value="replace" />
          <input type="hidden" name="version" value={String(draft.version)} />
          <p>{words.importLead}</p>
          <Field kind="file" name="file" label={words.importFile} />
          <ButtonRow>
            <Button kind="danger">{words.importDo}</Button>
          </ButtonRow>
        </Form>
      </Confirm>
      <Confirm summary={words.delete} kind="danger" icon="trash">
        <Form action={address} csrf={signedIn.csrf}>
          <input type="hidden" name="do" value="delete" />
          <p>{words.deleteLead}</p>
          <Field kind="text" name="reason" label={words.deleteReason} maxlength={500} />
          <ButtonRow>
            <Button kind="danger">{words.deleteDo}</Button>
          </ButtonRow>
        </Form>
      </Confirm>
    </div>
  )
}
