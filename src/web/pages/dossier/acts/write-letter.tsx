// A letter beside the path: its writer saves and passes it on; whoever signs it reads, signs, or sends it back.
import { postTitle } from '../../../../core/agency/agency.ts'
import { missingInitials } from '../../../../core/dossier/letters/course.ts'
import type { Letter } from '../../../../core/dossier/letters/letter.ts'
import { letterOfTask } from '../../../../core/dossier/letters/named.ts'
import { first } from '../../../request/body.ts'
import { isWaitingForHand } from '../../../signing/waiting.ts'
import { isLetterToRetry } from '../../../task-deeds.ts'
import { Button, ButtonRow } from '../../../ui/button.tsx'
import { type Desk, faultAt, typedInto } from '../desk.ts'
import { addressOf, controlId, DeskForm, Note } from '../desk-form.tsx'
import { LetterDraftView } from '../letter-view.tsx'
import { DraftClash, DraftFields, readDraft, unkeepable, versionOf } from '../letters/draft-fields.tsx'
import { SinceSeen } from '../letters/since-seen.tsx'
import { chosenSigning, SigningChoice } from '../signing/choice.tsx'
import { WaitingLetter } from '../signing/waiting-letter.tsx'
import { type ActView, answered, finishForm } from './act.tsx'
import { LetterMarks } from './letter-marks.tsx'
import { LetterMakeAgain, LetterMaking } from './send.tsx'

export const writeLetter: ActView = {
  Body: ({ desk, task }) => {
    const letter = letterOfTask(desk.dossier, task)
    const { acts } = desk.visitor.text.office
    const words = desk.visitor.text.letters.write
    const form = finishForm(task)
    if (!letter) return null
    return (
      <>
        <LetterMarks desk={desk} letter={letter} />
        <DraftClash desk={desk} letter={letter} typed={typedInto(desk, form)} href={addressOf(desk, task.task)} />
        <DeskForm desk={desk} form={form}>
          <input type="hidden" name="version" value={letter.versions.length} />
          <DraftFields
            desk={desk}
            kind={letter.letter}
            draft={letter.draft}
            typed={typedInto(desk, form)}
            idOf={(name) => controlId(form, name)}
            faultOf={(name) => faultAt(desk, form, name)}
          />
          <ButtonRow>
            <Button kind="primary" icon="send" name="phase" value="forward" busy={acts.busy} wide>
              {forwardWords(desk, letter)}
            </Button>
            <Button icon="file-text" name="phase" value="save" busy={acts.busy}>
              {words.save}
            </Button>
            <Button kind="quiet" icon="eye" name="phase" value="preview" newTab>
              {words.preview}
            </Button>
          </ButtonRow>
        </DeskForm>
        <LetterDraftView desk={desk} task={task.task} />
      </>
    )
  },
  read: (posted, { desk, task }) => {
    const { answer, faults } = readDraft(desk, task.letter ?? '', posted)
    const phase = first(posted, 'phase') === 'forward' ? 'forward' : 'save'
    // What is not whole yet may be kept, but goes no further.
    return answered({ phase, ...answer }, phase === 'save' ? unkeepable(faults) : faults)
  },
}

export const signLetter: ActView = {
  Body: ({ desk, task, by }) => {
    const letter = letterOfTask(desk.dossier, task)
    const { acts } = desk.visitor.text.office
    const words = desk.visitor.text.letters.sign
    const form = finishForm(task)
    if (!letter) return null
    if (task.effectSince !== null) return <LetterMaking desk={desk} />
    if (isWaitingForHand(letter)) return <WaitingLetter desk={desk} letter={letter} />
    if (letter.number && isLetterToRetry(desk.dossier, task))
      return <LetterMakeAgain desk={desk} task={task} number={letter.number} />
    return (
      <>
        <LetterMarks desk={desk} letter={letter} />
        <DeskForm desk={desk} form={form}>
          <input type="hidden" name="version" value={letter.versions.length} />
          <SinceSeen desk={desk} letter={letter} />
          <p>{words.lead(postTitle(desk.visitor.agency.agency, by.post))}</p>
          <SigningChoice desk={desk} form={form} />
          <ButtonRow>
            <Button kind="primary" icon="writing-sign" name="verdict" value="signed" busy={acts.busy} wide>
              {words.sign}
            </Button>
          </ButtonRow>
          <Note desk={desk} form={form} name="note" label={words.remark} hint={words.remarkHint} rows={2} />
          <ButtonRow>
            <Button icon="arrow-back-up" name="verdict" value="sent-back" busy={acts.busy}>
              {words.sendBack}
            </Button>
          </ButtonRow>
        </DeskForm>
        <LetterDraftView desk={desk} task={task.task} />
      </>
    )
  },
  read: (posted, { desk }) => {
    const verdict = first(posted, 'verdict') === 'signed' ? 'signed' : 'sent-back'
    const note = first(posted, 'note')
    const { remarkMissing } = desk.visitor.text.office.acts.initial
    const isSilent = verdict === 'sent-back' && note.trim() === ''
    return answered(
      { verdict, note, ...versionOf(posted), ...chosenSigning(posted) },
      isSilent ? [{ name: 'note', message: remarkMissing }] : [],
    )
  },
}

const forwardWords = ({ procedure, visitor }: Desk, letter: Letter): string => {
  const { agency } = visitor.agency
  const words = visitor.text.letters.write
  const [next] = missingInitials(procedure, { ...letter, initials: letter.sentBack ? [] : letter.initials })
  return next === undefined
    ? words.toSigner(postTitle(agency, letter.beside?.signer ?? ''))
    : words.toInitials(postTitle(agency, next))
}
