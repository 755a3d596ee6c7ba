// Taking a request back, with a second thought and a reason.
import { Button, ButtonRow } from '../../ui/button.tsx'
import { Confirm } from '../../ui/confirm.tsx'
import { Field } from '../../ui/field.tsx'
import { Form } from '../../ui/form.tsx'
import type { ViewProps } from './dossier-view.tsx'

export const Withdraw = ({ request, typed, newKey }: ViewProps) => {
  const { visitor, dossier, signedIn } = request
  const words = visitor.text.apply.dossier
  const isMine = typed?.act === 'withdraw'
  return (
    <Confirm summary={words.withdraw} kind="quiet" icon="x" open={isMine}>
      <p>{words.withdrawLead}</p>
      <Form action={`/mine/${dossier.id}/withdraw`} csrf={signedIn.csrf}>
        <input type="hidden" name="act" value="withdraw" />
        <input type="hidden" name="key" value={newKey()} />
        <Field
          kind="textarea"
          name="reason"
          label={words.withdrawReason}
          required
          rows={2}
          value={isMine ? typed.values.reason?.[0] : ''}
          error={(isMine && typed.message) || undefined}
        />
        <ButtonRow>
          <Button kind="danger">{words.withdrawDo}</Button>
        </ButtonRow>
      </Form>
    </Confirm>
  )
}
