// What applicant and office write to each other about a request.
import { speakShort } from '../../../core/clock/speak.ts'
import { inLines } from '../../fields/lines.tsx'
import { titleOfBy } from '../../story/titles.ts'
import { Button, ButtonRow } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Field } from '../../ui/field.tsx'
import { Form } from '../../ui/form.tsx'
import { Timeline } from '../../ui/timeline.tsx'
import type { ViewProps } from './dossier-view.tsx'

export const Comments = ({ request, typed, newKey }: ViewProps) => {
  const { visitor, dossier, signedIn, clientName } = request
  const { text, language, agency, now } = visitor
  const words = text.apply.dossier
  const shown = dossier.comments.filter((comment) => comment.visibleToApplicant)
  const events = shown.map((comment) => ({
    at: { iso: comment.at, text: speakShort(comment.at, language, { zone: agency.agency.zone, now }) },
    post: titleOfBy(agency.agency, comment.by, { applicant: clientName, system: text.apply.history.system }),
    title: inLines(comment.text.split('\n')),
    icon: 'message' as const,
  }))
  const isMine = typed?.act === 'comment'
  return (
    <Card title={words.comments}>
      <p class="field-hint">{words.commentsLead}</p>
      {events.length > 0 && <Timeline label={words.comments} events={events} />}
      <Form action={`/mine/${dossier.id}/comment`} csrf={signedIn.csrf}>
        <input type="hidden" name="act" value="comment" />
        <input type="hidden" name="key" value={newKey()} />
        <Field
          kind="textarea"
          name="text"
          label={words.comment}
          rows={2}
          value={isMine ? typed.values.text?.[0] : ''}
          error={(isMine && typed.message) || undefined}
        />
        <ButtonRow>
          <Button icon="message">{words.commentSend}</Button>
        </ButtonRow>
      </Form>
    </Card>
  )
}
