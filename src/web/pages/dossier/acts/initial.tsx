// Side tasks: initial a draft letter or send it back with a remark; answer a disposition one was named in.
import { postTitle } from '../../../../core/agency/agency.ts'
import { askedBy, tasksBelow } from '../../../../core/dossier/dispositions/tree.ts'
import { type Task, taskNamed } from '../../../../core/dossier/dossier.ts'
import { beforeTurn } from '../../../../core/dossier/letters/course.ts'
import { letterOfTask } from '../../../../core/dossier/letters/named.ts'
import { first } from '../../../request/body.ts'
import { officeTitle } from '../../../story/titles.ts'
import { Button, ButtonRow } from '../../../ui/button.tsx'
import { Definition } from '../../../ui/definition.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { type Desk, typedInto } from '../desk.ts'
import { addressOf, DeskForm, Note } from '../desk-form.tsx'
import { CloseForm, OnwardForm } from '../dispositions/forms.tsx'
import { LetterDraftView } from '../letter-view.tsx'
import { Correction } from '../letters/correction.tsx'
import { DraftClash, readDraft } from '../letters/draft-fields.tsx'
import { SinceSeen } from '../letters/since-seen.tsx'
import { type ActView, answered, finishForm, PrimaryButton } from './act.tsx'

/** Asked of somebody beside the path, while the letter waits at the step that sends it. */
export const initial: ActView = {
  Body: ({ desk, task }) => {
    const { acts } = desk.visitor.text.office
    const words = acts.initial
    const form = finishForm(task)
    const letter = letterOfTask(desk.dossier, task)
    const note = letter?.draft.note ?? ''
    const turn =
      letter && beforeTurn(desk.procedure, { dossier: desk.dossier, task, letter }, { office: desk.visitor.agency })
    if (turn)
      return (
        <Notice tone="info" icon="hourglass" word={words.initial}>
          {turn.refusal.sentence[desk.visitor.language]}
        </Notice>
      )
    return (
      <>
        {task.parent && <p>{words.lead(whoAsked(desk, task))}</p>}
        {note !== '' && <Definition facts={[{ label: words.note, value: note }]} />}
        {letter && <SinceSeen desk={desk} letter={letter} />}
        <DraftClash desk={desk} letter={letter} typed={typedInto(desk, form)} href={addressOf(desk, task.task)} />
        <DeskForm desk={desk} form={form}>
          {letter && <input type="hidden" name="version" value={letter.versions.length} />}
          {letter && <Correction desk={desk} task={task} letter={letter} />}
          <ButtonRow>
            <Button kind="primary" icon="writing-sign" name="verdict" value="initialed" busy={acts.busy} wide>
              {words.initial}
            </Button>
          </ButtonRow>
          <Note desk={desk} form={form} name="note" label={words.remark} hint={words.remarkHint} rows={2} />
          <ButtonRow>
            <Button icon="arrow-back-up" name="verdict" value="sent-back" busy={acts.busy}>
              {words.sendBack}
            </Button>
          </ButtonRow>
        </DeskForm>
        {task.parent && <LetterDraftView desk={desk} task={task.parent} />}
      </>
    )
  },
  read: (posted, props) => {
    const verdict = first(posted, 'verdict') === 'sent-back' ? 'sent-back' : 'initialed'
    const note = first(posted, 'note')
    const isSilent = verdict === 'sent-back' && note.trim() === ''
    const { remarkMissing } = props.desk.visitor.text.office.acts.initial
    if (verdict === 'sent-back')
      return answered({ verdict, note }, isSilent ? [{ name: 'note', message: remarkMissing }] : [])
    const { answer, faults } = readDraft(props.desk, props.task.letter ?? '', posted)
    return answered({ verdict, note, ...answer }, faults)
  },
}

export const attention: ActView = {
  Body: ({ desk, task }) => {
    const { acts } = desk.visitor.text.office
    const words = acts.attention
    const form = finishForm(task)
    const disposition = askedBy(desk.dossier, task)
    const asked = [...(disposition?.instructions ?? []), ...(disposition?.note ? [disposition.note] : [])]
    const isPassedOn = tasksBelow(desk.dossier, task.task).some((one) => one.closedAt === null)
    return (
      <>
        <p>{words.lead(whoAsked(desk, task))}</p>
        {asked.length > 0 && <Definition facts={[{ label: words.instructions, value: asked.join('; ') }]} />}
        {!isPassedOn && (
          <DeskForm desk={desk} form={form}>
            <Note desk={desk} form={form} name="note" label={words.answer} mark={acts.optional} />
            <ButtonRow>
              <PrimaryButton desk={desk}>{words.send}</PrimaryButton>
            </ButtonRow>
          </DeskForm>
        )}
        {isPassedOn && <CloseForm desk={desk} task={task} />}
        <OnwardForm desk={desk} task={task} />
      </>
    )
  },
  read: (posted) => ({ ok: true, answer: { note: first(posted, 'note') } }),
}

/** Who asked for it: the post that disposed, or the one whose step has the letter. */
const whoAsked = ({ dossier, visitor }: Desk, task: Task): string => {
  const { agency } = visitor.agency
  const by = askedBy(dossier, task)?.by
  if (by?.kind === 'post') return officeTitle(agency, by)
  const parent = task.parent === null ? undefined : taskNamed(dossier, task.parent)
  if (parent?.closedBy?.kind === 'post') return officeTitle(agency, parent.closedBy)
  return parent?.posts.map((post) => postTitle(agency, post)).join(' / ') ?? ''
}
