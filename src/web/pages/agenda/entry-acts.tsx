// What whoever keeps the books may do with one line of a book.
import type { ComponentChildren } from 'preact'
import { first } from '../../request/body.ts'
import { Button, ButtonRow } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Confirm } from '../../ui/confirm.tsx'
import { Field } from '../../ui/field.tsx'
import { Form } from '../../ui/form.tsx'
import type { Visitor } from '../../visitor.ts'
import { faultIn } from '../account/checks.ts'
import { entryAddress } from './asked.ts'
import type { Entry } from './card-pdf.ts'
import { PaperFields, ScanField, SendingFields, type Typed } from './keep-fields.tsx'
import type { Move } from './moves.ts'

export type EntryProps = {
  visitor: Visitor
  entry: Entry
  moves: readonly Move[]
  mayKeep: boolean
  /** Which form came back, with what was typed. */
  typed: Typed & { deed: string }
  formKey: string
}

export const Acts = (props: EntryProps) => {
  const { entry } = props
  const ofPaper = entry.book === 'outgoing' && entry.content?.dossier === null
  return (
    <>
      {ofPaper && entry.state === 'reserved' && <UseAct {...props} />}
      {ofPaper && entry.state === 'used' && <SendingAct {...props} />}
      {ofPaper && entry.state === 'used' && <ScanAct {...props} />}
      <ExternalAct {...props} />
      {ofPaper && (entry.state === 'reserved' || entry.state === 'used') && <CancelAct {...props} />}
    </>
  )
}

/** What was typed belongs to the form that was sent. */
const typedFor = ({ typed }: EntryProps, deed: string): Typed =>
  typed.deed === deed ? typed : { form: null, faults: [] }

type ActProps = EntryProps & {
  deed: string
  summary: string
  does: string
  upload?: boolean
  isDanger?: boolean
  children: ComponentChildren
}

const ActCard = ({ visitor, entry, formKey, typed, deed, summary, does, upload, isDanger, children }: ActProps) => (
  <Card>
    <Confirm
      summary={summary}
      kind={isDanger ? 'danger' : 'quiet'}
      open={typed.deed === deed && typed.faults.length > 0}
    >
      <Form
        action={entryAddress(entry.book, entry.entry)}
        csrf={visitor.signedIn?.csrf ?? null}
        upload={upload ?? false}
      >
        <input type="hidden" name="do" value={deed} />
        <input type="hidden" name="key" value={formKey} />
        {children}
        <ButtonRow>
          <Button kind={isDanger ? 'danger' : 'primary'}>{does}</Button>
        </ButtonRow>
      </Form>
    </Confirm>
  </Card>
)

const UseAct = (props: EntryProps) => {
  const words = props.visitor.text.office.books.entry
  return (
    <ActCard {...props} deed="use" summary={words.use} does={words.useDo} upload>
      <PaperFields visitor={props.visitor} typed={typedFor(props, 'use')} />
    </ActCard>
  )
}

const SendingAct = (props: EntryProps) => {
  const words = props.visitor.text.office.books.entry
  return (
    <ActCard {...props} deed="sending" summary={words.sending} does={words.sendingDo}>
      <SendingFields visitor={props.visitor} typed={typedFor(props, 'sending')} />
    </ActCard>
  )
}

const ScanAct = (props: EntryProps) => {
  const { entry, forms } = props.visitor.text.office.books
  return (
    <ActCard {...props} deed="scan" summary={forms.scan} does={entry.scanDo} upload>
      <ScanField visitor={props.visitor} typed={typedFor(props, 'scan')} />
    </ActCard>
  )
}

const ExternalAct = (props: EntryProps) => {
  const words = props.visitor.text.office.books.entry
  const { form, faults } = typedFor(props, 'external')
  const { content } = props.entry
  return (
    <ActCard {...props} deed="external" summary={words.external} does={words.externalDo}>
      <Field
        kind="text"
        name="number"
        label={words.externalNumber}
        value={form ? first(form, 'number') : (content?.externalNumber ?? '')}
        error={faultIn(faults, 'number')}
        maxlength={100}
      />
      <Field
        kind="url"
        name="link"
        label={words.externalLink}
        value={form ? first(form, 'link') : (content?.externalLink ?? '')}
        error={faultIn(faults, 'link')}
        maxlength={500}
      />
    </ActCard>
  )
}

const CancelAct = (props: EntryProps) => {
  const words = props.visitor.text.office.books.entry
  const { form, faults } = typedFor(props, 'cancel')
  const isReserved = props.entry.book === 'outgoing' && props.entry.state === 'reserved'
  const summary = isReserved ? words.void : words.withdraw
  return (
    <ActCard {...props} deed="cancel" summary={summary} does={summary} isDanger>
      <p>{isReserved ? words.voidLead : words.withdrawLead}</p>
      <Field
        kind="text"
        name="reason"
        label={words.reason}
        value={form ? first(form, 'reason') : ''}
        error={faultIn(faults, 'reason')}
        maxlength={500}
        required
      />
    </ActCard>
  )
}
