// The form by which the promise is extended: for the posts that may, as long as it may be.

import type { By } from '../../../core/dossier/events.ts'
import { barsExtension, mostOf, postsToExtend } from '../../../core/dossier/extend.ts'
import { byPost } from '../../acting.ts'
import { first, type Posted } from '../../request/body.ts'
import { Button, ButtonRow } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Field } from '../../ui/field.tsx'
import { Form } from '../../ui/form.tsx'
import type { Desk } from '../dossier/desk.ts'

export const timePath = (dossier: string): string => `/dossiers/${dossier}/time`

/** The hat under which this reader may extend it now; null for everybody else. */
export const byExtender = ({ visitor, signedIn, procedure, dossier }: Desk): By | null => {
  const extending = { procedure, dossier, office: visitor.agency, now: visitor.now }
  const by = byPost(signedIn, procedure, postsToExtend(extending))
  return by && barsExtension(extending, by) === null ? by : null
}

export const UNITS = ['hari', 'jam', 'menit'] as const

export const ExtendForm = ({ desk, form, newId }: { desk: Desk; form: Posted | null; newId: () => string }) => {
  const { visitor, signedIn, dossier, procedure } = desk
  const words = visitor.text.clocks.extend
  return (
    <Card title={words.title} id="extend">
      <p>{words.lead(mostOf(procedure, visitor.agency.agency) ?? '')}</p>
      <Form action={timePath(dossier.id)} csrf={signedIn.csrf}>
        <input type="hidden" name="key" value={newId()} />
        <Field
          kind="number"
          name="amount"
          label={words.amount}
          value={first(form, 'amount') || '1'}
          min="1"
          max="9999"
          width="short"
          required
        />
        <Field
          kind="select"
          name="unit"
          label={words.unit}
          options={UNITS.map((unit) => ({ value: unit, label: words.units[unit] }))}
          value={first(form, 'unit') || 'hari'}
        />
        <Field
          kind="textarea"
          name="reason"
          label={words.reason}
          hint={words.reasonHint}
          value={first(form, 'reason')}
          rows={3}
          maxlength={2000}
          required
        />
        <ButtonRow>
          <Button kind="primary">{words.send}</Button>
        </ButtonRow>
      </Form>
    </Card>
  )
}
