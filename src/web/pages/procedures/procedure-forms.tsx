// The forms of a keeper of procedures or of letter texts: ratify a draft, put an edition in force, withdraw one.
import { headPost } from '../../../core/agency/agency.ts'
import type { RatifiedEdition } from '../../../core/agency/catalogue.ts'
import { editionState } from '../../editions/state.ts'
import { first, type Posted } from '../../request/body.ts'
import type { Text } from '../../text/text.ts'
import { Button, ButtonRow } from '../../ui/button.tsx'
import { Confirm } from '../../ui/confirm.tsx'
import { Field } from '../../ui/field.tsx'
import { Form } from '../../ui/form.tsx'
import type { SignedIn, Visitor } from '../../visitor.ts'

type KeeperWords = Pick<Text['editions']['keep'], (typeof KEYS)[number]>

const KEYS = [
  'ratify',
  'ratifyLead',
  'post',
  'decree',
  'decreeHint',
  'force',
  'forceLead',
  'from',
  'withdraw',
  'withdrawLead',
  'reason',
] as const

/** `at` and `says`: what was wrong in the form that came back. */
export type KeeperPart = {
  visitor: Visitor
  signedIn: SignedIn
  /** Where the forms go. */
  action: string
  words: KeeperWords
  form: Posted | null
  at?: string | undefined
  says?: string | undefined
}

/** What was typed into this very form, if it is the one that came back. */
const typedInto = ({ form }: KeeperPart, deed: string, about: string): Posted | null =>
  form && first(form, 'do') === deed && [first(form, 'draft'), first(form, 'edition')].includes(about) ? form : null

export const DraftActs = ({ part, draft }: { part: KeeperPart; draft: { draft: string; version: number } }) => {
  const { visitor, signedIn, words, action } = part
  const { agency } = visitor.agency
  const typed = typedInto(part, 'ratify', draft.draft)
  const errorAt = (at: string) => (typed && part.at === at ? part.says : undefined)
  return (
    <Confirm summary={words.ratify} open={typed !== null}>
      <p>{words.ratifyLead}</p>
      <Form action={action} csrf={signedIn.csrf}>
        <input type="hidden" name="do" value="ratify" />
        <input type="hidden" name="draft" value={draft.draft} />
        <input type="hidden" name="version" value={String(draft.version)} />
        <Field
          kind="select"
          name="post"
          id={`post-${draft.draft}`}
          label={words.post}
          options={agency.posts.map((one) => ({ value: one.post, label: one.title }))}
          value={typed ? first(typed, 'post') : headPost(agency)}
          error={errorAt('post')}
        />
        <Field
          kind="text"
          name="decree"
          id={`decree-${draft.draft}`}
          label={words.decree}
          hint={words.decreeHint}
          value={first(typed, 'decree')}
          error={errorAt('decree')}
          maxlength={500}
        />
        <ButtonRow>
          <Button>{words.ratify}</Button>
        </ButtonRow>
      </Form>
    </Confirm>
  )
}

type Dated = { edition: string } & Pick<RatifiedEdition, 'force'>

export const EditionActs = ({ part, editions }: { part: KeeperPart; editions: readonly Dated[] }) => (
  <>
    {editions.map((one) => (
      <EditionAct key={one.edition} part={part} one={one} />
    ))}
  </>
)

const EditionAct = ({ part, one }: { part: KeeperPart; one: Dated }) => {
  const { words, visitor } = part
  const { edition } = one
  switch (editionState(one, visitor.agency.today)) {
    case 'ratified':
      return <DaysForm part={part} edition={edition} deed="in-force" title={words.force(edition)} />
    case 'in-force':
    case 'scheduled':
      return <DaysForm part={part} edition={edition} deed="withdraw" title={words.withdraw(edition)} />
    case 'ended':
      return null
  }
}

type DaysProps = { part: KeeperPart; edition: string; deed: 'in-force' | 'withdraw'; title: string }

const DaysForm = ({ part, edition, deed, title }: DaysProps) => {
  const { visitor, signedIn, words, action } = part
  const typed = typedInto(part, deed, edition)
  const errorAt = (at: string) => (typed && part.at === at ? part.says : undefined)
  const id = (field: string): string => `${deed}-${edition.replaceAll('.', '-')}-${field}`
  return (
    <Confirm summary={title} kind={deed === 'withdraw' ? 'danger' : 'secondary'} open={typed !== null}>
      <p>{deed === 'withdraw' ? words.withdrawLead : words.forceLead}</p>
      <Form action={action} csrf={signedIn.csrf}>
        <input type="hidden" name="do" value={deed} />
        <input type="hidden" name="edition" value={edition} />
        {deed === 'in-force' && (
          <Field
            kind="date"
            name="from"
            id={id('from')}
            label={words.from}
            value={typed ? first(typed, 'from') : visitor.agency.today}
            error={errorAt('from')}
          />
        )}
        <Field
          kind="text"
          name="reason"
          id={id('reason')}
          label={words.reason}
          value={first(typed, 'reason')}
          error={errorAt('reason')}
          maxlength={500}
        />
        <ButtonRow>
          <Button kind={deed === 'withdraw' ? 'danger' : 'secondary'}>{title}</Button>
        </ButtonRow>
      </Form>
    </Confirm>
  )
}
