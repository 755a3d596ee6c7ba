// Comments on a dossier and the form to write one; initials that were asked for and how they stand.
import { postTitle } from '../../../core/agency/agency.ts'
import { speakShort } from '../../../core/clock/speak.ts'
import type { Task } from '../../../core/dossier/dossier.ts'
import { hasReader } from '../../../core/dossier/involved.ts'
import { byOfficer } from '../../acting.ts'
import { first } from '../../request/body.ts'
import { namedTitleOfBy } from '../../story/titles.ts'
import { StatusMark } from '../../ui/badge.tsx'
import { Button, ButtonRow } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Definition } from '../../ui/definition.tsx'
import { Field } from '../../ui/field.tsx'
import { Timeline } from '../../ui/timeline.tsx'
import { ActingAs } from '../acting-as.tsx'
import { type Desk, type FormName, typedInto } from './desk.ts'
import { controlId, DeskForm, Note } from './desk-form.tsx'

export const COMMENT: FormName = { deed: 'comment', task: null }

export const CommentsCard = ({ desk, isQuiet }: { desk: Desk; isQuiet: boolean }) => {
  const { visitor, dossier, client } = desk
  const { agency } = visitor.agency
  const words = visitor.text.office.dossier
  const events = dossier.comments
    .map(({ at, by, text, visibleToApplicant }) => ({
      at: { iso: at, text: speakShort(at, visitor.language, { zone: agency.zone, now: visitor.now }) },
      post: `${namedTitleOfBy(agency, by, { ...words.acted, applicant: client.name })}, ${visibleToApplicant ? words.forApplicant : words.inside}`,
      title: text,
      icon: 'message' as const,
    }))
    .reverse()
  return (
    <Card title={words.comments} id="comments">
      {events.length === 0 ? (
        <p class="quiet">{words.noComments}</p>
      ) : (
        <Timeline label={words.comments} events={events} />
      )}
      {!isQuiet && <CommentForm desk={desk} />}
    </Card>
  )
}

const CommentForm = ({ desk }: { desk: Desk }) => {
  const words = desk.visitor.text.office.dossier
  const typed = typedInto(desk, COMMENT)
  return (
    <DeskForm desk={desk} form={COMMENT}>
      <Note desk={desk} form={COMMENT} name="text" label={words.comment} rows={2} />
      {hasReader(desk.dossier) && (
        <Field
          kind="checkbox"
          name="visible"
          id={controlId(COMMENT, 'visible')}
          label={words.commentVisible}
          hint={words.commentHint}
          checked={first(typed, 'visible') !== ''}
        />
      )}
      <ActingAs visitor={desk.visitor} person={desk.signedIn} by={byOfficer(desk.signedIn, desk)} />
      <ButtonRow>
        <Button icon="message" busy={desk.visitor.text.office.acts.busy}>
          {words.commentSend}
        </Button>
      </ButtonRow>
    </DeskForm>
  )
}

export const SidesCard = ({ desk }: { desk: Desk }) => {
  const words = desk.visitor.text.office.dossier
  const sides = desk.dossier.tasks.filter((task) => task.kind === 'initial')
  if (sides.length === 0) return null
  return (
    <Card title={words.sides}>
      <Definition facts={sides.map((task) => sideFact(desk, task))} />
    </Card>
  )
}

const sideFact = ({ visitor }: Desk, task: Task) => {
  const { agency } = visitor.agency
  const words = visitor.text.office.dossier.side
  const post = task.posts.map((one) => postTitle(agency, one)).join(' / ')
  const short = (at: string): string => speakShort(at, visitor.language, { zone: agency.zone, now: visitor.now })
  const state =
    task.closedAt === null ? (
      <StatusMark tone="info" icon="hourglass">
        {words.open(short(task.openedAt))}
      </StatusMark>
    ) : (
      <StatusMark tone={task.outcome === 'dropped' ? 'neutral' : 'good'}>
        {task.outcome === 'dropped' ? words.dropped : words.done(short(task.closedAt))}
      </StatusMark>
    )
  return {
    label: words.initial(post),
    value: (
      <>
        {state}
        {task.note !== '' && <p>{task.note}</p>}
      </>
    ),
  }
}
