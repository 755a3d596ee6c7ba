// What may be done with one letter besides its tasks: drop, withdraw, begin another in its place, note that it went and came.
import type { ComponentChildren } from 'preact'
import type { By } from '../../../../core/dossier/events.ts'
import { factsOf, hasReader } from '../../../../core/dossier/involved.ts'
import { LETTER_WAYS, type LetterCommand, type LetterWay } from '../../../../core/dossier/letters/facts.ts'
import type { Letter } from '../../../../core/dossier/letters/letter.ts'
import { successorOf } from '../../../../core/dossier/letters/named.ts'
import { mayDossier } from '../../../../core/person/may.ts'
import { byForDeed, LETTER_DEEDS, type LetterDeed } from '../../../letter-deeds.ts'
import { first, type Posted } from '../../../request/body.ts'
import { Button, ButtonRow, LinkButton } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { Confirm } from '../../../ui/confirm.tsx'
import { Field } from '../../../ui/field.tsx'
import { Form } from '../../../ui/form.tsx'
import type { Desk } from '../desk.ts'
import { letterPath } from './letters-card.tsx'

type At = { desk: Desk; letter: Letter }

/** The hat under which this reader may do it now; null where they may not. */
export const hatAt = ({ desk, letter }: At, deed: LetterDeed): By | null =>
  byForDeed(desk.signedIn, { ...desk, agency: desk.visitor.agency, letter }, deed)

export const readDeed = (letter: string, deed: LetterDeed, form: Posted): LetterCommand => {
  switch (deed) {
    case 'drop':
      return { type: 'drop-letter', letter, reason: first(form, 'reason') }
    case 'withdraw':
      return { type: 'withdraw-letter', letter, reason: first(form, 'reason') }
    case 'sent':
      return { type: 'send-letter', letter, way: wayOf(first(form, 'way')), note: first(form, 'note') }
    case 'received': {
      const [receiver, on, note] = [first(form, 'receiver'), first(form, 'on'), first(form, 'note')]
      return { type: 'receive-letter', letter, receiver, on, note }
    }
  }
}

const wayOf = (sent: string): LetterWay => LETTER_WAYS.find((way) => way === sent) ?? 'other'

type Sent = { form: Posted; fault: { field: string; message: string } } | null

export const LetterDeeds = ({ desk, letter, sent }: At & { sent: Sent }) => {
  const words = desk.visitor.text.letters.deeds
  const shown = LETTER_DEEDS.filter((deed) => hatAt({ desk, letter }, deed) !== null)
  const mayReplace =
    letter.withdrawn !== null &&
    !successorOf(desk.dossier, letter.id) &&
    mayDossier(desk.signedIn.actor, 'begin-letter', factsOf(desk.dossier))
  if (shown.length === 0 && !mayReplace) return null
  return (
    <Card>
      <div class="stack">
        {mayReplace && (
          <LinkButton
            kind="primary"
            icon="plus"
            href={`/dossiers/${desk.dossier.id}/letters/new?replaces=${letter.id}`}
          >
            {words.replace}
          </LinkButton>
        )}
        {shown.map((deed) => (
          <Deed
            key={deed}
            desk={desk}
            letter={letter}
            deed={deed}
            sent={sent && first(sent.form, 'do') === deed ? sent : null}
          />
        ))}
      </div>
    </Card>
  )
}

type DeedProps = At & { deed: LetterDeed; sent: Sent }

const Deed = (props: DeedProps) => {
  const { desk, letter, deed, sent } = props
  const words = desk.visitor.text.letters.deeds
  const { busy } = desk.visitor.text.office.acts
  return (
    <Confirm summary={words[deed]} kind="quiet" icon={ICONS[deed]} open={sent !== null}>
      <Form action={letterPath(desk, letter.id)} csrf={desk.signedIn.csrf}>
        <input type="hidden" name="do" value={deed} />
        <input type="hidden" name="key" value={desk.newId()} />
        <DeedFields {...props} />
        <ButtonRow>
          <Button busy={busy} kind={deed === 'withdraw' || deed === 'drop' ? 'danger' : 'secondary'}>
            {deed === 'withdraw' || deed === 'drop' ? words[deed] : words.send}
          </Button>
        </ButtonRow>
      </Form>
    </Confirm>
  )
}

const ICONS = { drop: 'x', withdraw: 'ban', sent: 'send', received: 'mail' } as const

const DeedFields = (props: DeedProps): ComponentChildren => {
  const { desk, deed, sent } = props
  const words = desk.visitor.text.letters.deeds
  const { optional } = desk.visitor.text.office.acts
  const field = (name: string) => ({
    name,
    id: `${deed}-${name}`,
    value: first(sent?.form, name),
    error: sent?.fault.field === name ? sent.fault.message : undefined,
  })
  if (deed === 'drop' || deed === 'withdraw')
    return (
      <Field
        kind="textarea"
        {...field('reason')}
        label={words.reason}
        hint={deed === 'drop' ? words.dropHint : words.withdrawHint}
        rows={2}
        required
      />
    )
  if (deed === 'sent')
    return (
      <>
        <Field kind="radio" {...field('way')} label={words.way} required options={waysFor(desk)} />
        <Field kind="text" {...field('note')} label={words.sentNote} />
      </>
    )
  return (
    <>
      <Field kind="text" {...field('receiver')} label={words.receiver} required />
      <Field
        kind="date"
        {...field('on')}
        value={first(sent?.form, 'on') || desk.visitor.agency.today}
        label={words.on}
        required
      />
      <Field kind="text" {...field('note')} label={words.note} mark={optional} />
    </>
  )
}

const waysFor = ({ dossier, visitor }: Desk) =>
  LETTER_WAYS.filter((way) => way !== 'mipp' || hasReader(dossier)).map((way) => ({
    value: way,
    label: visitor.text.letters.ways[way],
  }))
