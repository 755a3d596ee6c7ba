// The forms of a post: what it is, giving it to somebody, closing it and opening it again.
import type { ComponentChildren } from 'preact'
import { DUTIES, isUsable, type Organisation } from '../../../core/organisation/organisation.ts'
import { all, first } from '../../request/body.ts'
import { Button, ButtonRow } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Confirm } from '../../ui/confirm.tsx'
import { Field } from '../../ui/field.tsx'
import { Form } from '../../ui/form.tsx'
import { faultIn } from '../account/checks.ts'
import { MandateFields } from '../people/mandate-fields.tsx'
import { NEW, postPath } from './address.ts'
import { type Desk, typedInto } from './desk.ts'
import type { Post } from './post-acts.ts'
import { ReasonField } from './reason-field.tsx'

type FormsProps = { desk: Desk; post: Post; office: Organisation; newId: () => string }

export const PostForms = (props: FormsProps) => {
  const { desk, post } = props
  const words = desk.visitor.text.organisation.posts
  return (
    <Card>
      {!post.closedOn && <GiveForm {...props} />}
      <Confirm summary={words.change} icon="pencil" open={typedInto(desk, 'save') !== null}>
        <PostForm desk={desk} post={post} />
      </Confirm>
      {post.closedOn ? <ReopenForm {...props} /> : <CloseForm {...props} />}
    </Card>
  )
}

type ActFormProps = {
  desk: Desk
  post: Post | undefined
  what: string
  button: ComponentChildren
  children?: ComponentChildren
}

const ActForm = ({ desk, post, what, button, children }: ActFormProps) => (
  <Form action={postPath(post?.post ?? NEW)} csrf={desk.signedIn.csrf}>
    <input type="hidden" name="do" value={what} />
    {children}
    <ReasonField visitor={desk.visitor} typed={typedInto(desk, what)} id={`reason-${what}`} />
    <ButtonRow>{button}</ButtonRow>
  </Form>
)

const GiveForm = ({ desk, post, office, newId }: FormsProps) => {
  const { visitor, faults } = desk
  const words = visitor.text.organisation.posts
  const typed = typedInto(desk, 'give')
  const faultsHere = typed ? faults : []
  const people = office.people
    .filter(isUsable)
    .map(({ person, name, email }) => ({ value: person, label: `${name} (${email})` }))
  return (
    <Confirm summary={words.give} icon="plus" open={typed !== null}>
      <Form action={postPath(post.post)} csrf={desk.signedIn.csrf}>
        <input type="hidden" name="do" value="give" />
        <input type="hidden" name="key" value={first(typed, 'key') || newId()} />
        <Field
          kind="select"
          name="person"
          label={words.person}
          hint={words.personHint}
          placeholder={words.choosePerson}
          options={people}
          value={first(typed, 'person')}
          error={faultIn(faultsHere, 'person')}
        />
        <MandateFields
          visitor={visitor}
          posts={[post]}
          form={typed}
          today={visitor.agency.today}
          faults={faultsHere}
          only={post.post}
        />
        <ButtonRow>
          <Button>{words.give}</Button>
        </ButtonRow>
      </Form>
    </Confirm>
  )
}

const CloseForm = ({ desk, post }: FormsProps) => {
  const { visitor, faults } = desk
  const words = visitor.text.organisation.posts
  const typed = typedInto(desk, 'close')
  const error = (name: string) => (typed ? faultIn(faults, name) : undefined)
  const others = visitor.agency.agency.posts.filter((one) => one.post !== post.post && !one.closedOn)
  return (
    <Confirm summary={words.close} icon="ban" kind="danger" open={typed !== null}>
      <p>{words.closeLead}</p>
      <ActForm desk={desk} post={post} what="close" button={<Button kind="danger">{words.close}</Button>}>
        <Field
          kind="date"
          name="closedOn"
          label={words.closeDay}
          value={typed ? first(typed, 'closedOn') : visitor.agency.today}
          error={error('closedOn')}
        />
        <Field
          kind="select"
          name="successor"
          label={words.successor}
          placeholder={words.noSuccessor}
          options={others.map((one) => ({ value: one.post, label: one.title }))}
          value={first(typed, 'successor')}
          error={error('successor')}
        />
      </ActForm>
    </Confirm>
  )
}

const ReopenForm = ({ desk, post }: FormsProps) => {
  const words = desk.visitor.text.organisation.posts
  return (
    <Confirm summary={words.reopen}>
      <p>{words.reopenLead}</p>
      <ActForm desk={desk} post={post} what="reopen" button={<Button>{words.reopen}</Button>} />
    </Confirm>
  )
}

/** A new post without `post`. */
export const PostForm = ({ desk, post }: { desk: Desk; post: Post | undefined }) => {
  const { visitor, faults } = desk
  const { agency } = visitor.agency
  const words = visitor.text.organisation
  const typed = typedInto(desk, 'save')
  const field = (name: string, value: string) => ({
    name,
    value: typed ? first(typed, name) : value,
    error: typed ? faultIn(faults, name) : undefined,
  })
  const save = (
    <Button kind={post ? 'secondary' : 'primary'} icon="check">
      {words.save}
    </Button>
  )
  const superiors = agency.posts.filter((one) => one.post !== post?.post && !one.closedOn)
  return (
    <ActForm desk={desk} post={post} what="save" button={save}>
      <Field kind="text" label={words.posts.name} maxlength={160} required {...field('title', post?.title ?? '')} />
      {!post && <Field kind="text" label={words.key} hint={words.postKeyHint} maxlength={60} {...field('post', '')} />}
      <Field
        kind="select"
        label={words.posts.unit}
        placeholder={words.posts.chooseUnit}
        options={agency.units.map((one) => ({ value: one.unit, label: one.name }))}
        {...field('unit', post?.unit ?? '')}
      />
      <Field
        kind="select"
        label={words.posts.superior}
        placeholder={words.posts.top}
        options={superiors.map((one) => ({ value: one.post, label: one.title }))}
        {...field('superior', post?.superior ?? '')}
      />
      <Field
        kind="checks"
        name="duties"
        label={words.posts.duties}
        options={DUTIES.map((value) => ({ value, label: words.posts.dutyNames[value] }))}
        values={typed ? all(typed, 'duties') : (post?.duties ?? [])}
      />
    </ActForm>
  )
}
