// The box for a tracking code, on its own page and on the first page.
import type { Text } from '../../text/text.ts'
import { Button, ButtonRow } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Field } from '../../ui/field.tsx'
import { Form } from '../../ui/form.tsx'

export type TrackBoxProps = {
  text: Text['publicPages']['track']
  title?: string
  lead?: string
  /** What was typed, and what is wrong with it. */
  typed?: string
  error?: string | undefined
  primary?: boolean
}

export const TrackBox = ({ text, title, lead, typed, error, primary }: TrackBoxProps) => (
  <Card title={title}>
    {lead && <p>{lead}</p>}
    <Form action="/track" method="get" csrf={null}>
      <Field
        kind="text"
        name="code"
        label={text.code}
        hint={text.codeHint}
        value={typed}
        error={error}
        width="medium"
        autocomplete="off"
        spellcheck={false}
      />
      <ButtonRow>
        <Button kind={primary ? 'primary' : 'secondary'} icon="route">
          {text.find}
        </Button>
      </ButtonRow>
    </Form>
  </Card>
)
