// The applicant's form for a file that no step asked for.
import { AttachFields } from '../../fields/attach-fields.tsx'
import { Confirm } from '../../ui/confirm.tsx'
import { Form } from '../../ui/form.tsx'
import type { ViewProps } from './dossier-view.tsx'

export const AttachForm = ({ request, typed, newKey }: Pick<ViewProps, 'request' | 'typed' | 'newKey'>) => {
  const { visitor, dossier, signedIn } = request
  if (dossier.status !== 'open') return null
  const mine = typed?.act === 'attach' ? typed : null
  return (
    <Confirm summary={visitor.text.attach.title} kind="quiet" icon="paperclip" open={mine !== null}>
      <Form action={`/mine/${dossier.id}/attach`} csrf={signedIn.csrf} upload>
        <input type="hidden" name="act" value="attach" />
        <input type="hidden" name="key" value={newKey()} />
        <AttachFields
          text={visitor.text}
          id={(name) => `attach-${name}`}
          faults={(name) => (mine?.control === name ? (mine.message ?? undefined) : undefined)}
          typed={mine && { note: mine.values.note?.[0] ?? '', isVisible: true }}
          asksVisible={false}
        />
      </Form>
    </Confirm>
  )
}
