// How the applicant found the service, asked once it has finished.
import { Button, ButtonRow } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Field } from '../../ui/field.tsx'
import { Form } from '../../ui/form.tsx'
import { type Rating, RatingInput } from '../../ui/rating-input.tsx'
import type { ViewProps } from './dossier-view.tsx'

export const RatingCard = ({ request, typed, newKey }: ViewProps) => {
  const { visitor, dossier, procedure } = request
  const words = visitor.text.apply.dossier
  if (!procedure.policy.rating || dossier.status !== 'finished') return null
  if (dossier.rating) {
    return (
      <Card title={words.rate}>
        <p>{words.rated(dossier.rating.score)}</p>
      </Card>
    )
  }
  return <RatingForm request={request} typed={typed} newKey={newKey} />
}

const RatingForm = ({ request, typed, newKey }: Omit<ViewProps, 'secrets'>) => {
  const { visitor, dossier, signedIn } = request
  const { text } = visitor
  const words = text.apply.dossier
  const kept = typed?.act === 'rate' ? typed.values : {}
  const { one, two, three, four } = words.rateWords
  return (
    <Card title={words.rate}>
      <Form action={`/mine/${dossier.id}/rate`} csrf={signedIn.csrf}>
        <input type="hidden" name="act" value="rate" />
        <input type="hidden" name="key" value={newKey()} />
        <RatingInput
          name="score"
          label={words.rateLabel}
          hint={words.rateHint}
          required
          value={ratingOf(kept.score?.[0])}
          error={typed?.act === 'rate' && typed.message ? typed.message : undefined}
          words={[one, two, three, four]}
        />
        <Field
          kind="textarea"
          name="comment"
          label={words.rateComment}
          mark={text.apply.fields.optional}
          rows={3}
          value={kept.comment?.[0]}
        />
        <ButtonRow>
          <Button kind="primary" icon="send">
            {words.rateSend}
          </Button>
        </ButtonRow>
      </Form>
    </Card>
  )
}

const ratingOf = (typed: string | undefined): Rating | undefined =>
  ([1, 2, 3, 4] as const).find((score) => String(score) === typed)
