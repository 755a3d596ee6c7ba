// What was typed, held by the page itself until it can be sent again: nothing of it is stored.
import type { Context } from 'hono'
import type { Posted } from '../request/body.ts'
import { Button, ButtonRow } from '../ui/button.tsx'
import { Card } from '../ui/card.tsx'
import { Field } from '../ui/field.tsx'
import { CSRF_FIELD, Form } from '../ui/form.tsx'
import type { Visitor, WebEnv } from '../visitor.ts'

/** Says that a form comes from here: there is no page of its own to lead back to. */
export const HELD_FIELD = 'held'

type Again = {
  visitor: Visitor
  typed: Posted
  to: string
  /** The key of the session that is now, where the one that went along has ended. */
  csrf?: string | null
}

/** The key of the form goes along: what was done after all is not done twice. */
export const SendAgain = ({ visitor, typed, to, csrf = null }: Again) => {
  const { errors, send } = visitor.text.common
  const fields = [...new Set(typed.files.map((file) => file.field))]
  return (
    <Card title={errors.keptTitle}>
      <p>{errors.kept}</p>
      <Form action={to} csrf={csrf} upload={fields.length > 0}>
        <input type="hidden" name={HELD_FIELD} value="1" />
        {Object.entries(typed.values)
          .filter(([name]) => name !== HELD_FIELD && (csrf === null || name !== CSRF_FIELD))
          .flatMap(([name, values]) =>
            values.map((value, at) => <input type="hidden" name={name} value={value} key={`${name}:${at}`} />),
          )}
        {fields.map((field) => (
          <Field
            kind="file"
            name={field}
            key={field}
            label={errors.fileAgain(typed.files.findLast((file) => file.field === field)?.name ?? '')}
          />
        ))}
        <ButtonRow>
          <Button kind="primary" icon="refresh">
            {`${send} ${errors.again}`}
          </Button>
        </ButtonRow>
      </Form>
    </Card>
  )
}

/** Of what was asked for. */
export const addressOf = (c: Context<WebEnv>): string => {
  const { pathname, search } = new URL(c.req.url)
  return `${pathname}${search}`
}
