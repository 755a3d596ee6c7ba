// A letter goes out: draft, initials where the policy wants them, number and sending; made again when printing failed.
import { postTitle } from '../../../../core/agency/agency.ts'
import { letterAt } from '../../../../core/dossier/acts/draft.ts'
import { type Letter, letterOf } from '../../../../core/dossier/dossier.ts'
import { initialsAt } from '../../../../core/dossier/letter-initials.ts'
import { inLines } from '../../../fields/lines.tsx'
import { first } from '../../../request/body.ts'
import { isWaitingForHand } from '../../../signing/waiting.ts'
import { isLetterToRetry } from '../../../task-deeds.ts'
import { Button, ButtonRow } from '../../../ui/button.tsx'
import { Definition } from '../../../ui/definition.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { type Desk, faultAt, typedInto } from '../desk.ts'
import { addressOf, controlId, DeskForm, Note } from '../desk-form.tsx'
import { LetterDraftView } from '../letter-view.tsx'
import { DraftClash, DraftFields, readDraft, unkeepable } from '../letters/draft-fields.tsx'
import { FilingFields } from '../letters/filing-fields.tsx'
import { AnotherWay, chosenSigning, SigningChoice } from '../signing/choice.tsx'
import { WaitingLetter } from '../signing/waiting-letter.tsx'
import { type ActProps, type ActView, answered, Decision, finishForm, PrimaryButton, readDecision } from './act.tsx'
import { LetterMarks } from './letter-marks.tsx'

export const send: ActView = {
  Body: (props) => {
    const { desk, task, step } = props
    const letter = letterAt(desk.dossier, task.task, step.letter ?? '')
    if (!step.letter) return <NoLetter {...props} />
    if (task.effectSince !== null) return <LetterMaking desk={desk} />
    if (letter && isWaitingForHand(letter)) return <WaitingLetter desk={desk} letter={letter} />
    if (letter?.number && isLetterToRetry(desk.dossier, task))
      return <LetterMakeAgain desk={desk} task={task} number={letter.number} />
    return <Draft {...props} letter={letter} />
  },
  read: (posted, props) => {
    const { exit, faults } = readDecision(posted, props)
    const { letter } = props.step
    if (!letter) return answered({ phase: 'send', draft: first(posted, 'draft'), exit }, faults)
    const phase = PHASES.find((one) => one === first(posted, 'phase')) ?? 'send'
    // Where the text only stands to be read no control sends it, and the letter keeps what it has.
    const written = readDraft(props.desk, letter, posted)
    return answered(
      { phase, ...written.answer, ...chosenSigning(posted), exit },
      phase === 'save' ? unkeepable(written.faults) : [...written.faults, ...faults],
    )
  },
}

const PHASES = ['save', 'ask-initials', 'send'] as const

const NoLetter = (props: ActProps) => {
  const { desk, task } = props
  const { acts } = desk.visitor.text.office
  const form = finishForm(task)
  return (
    <DeskForm desk={desk} form={form}>
      <p>{acts.send.noLetter}</p>
      <Decision {...props} />
      <Note desk={desk} form={form} name="draft" label={acts.note} mark={acts.optional} />
      <ButtonRow>
        <PrimaryButton desk={desk}>{acts.finish}</PrimaryButton>
      </ButtonRow>
    </DeskForm>
  )
}

export const LetterMaking = ({ desk }: { desk: Desk }) => {
  const { send: words } = desk.visitor.text.office.acts
  return (
    <Notice tone="info" icon="hourglass" word={words.making}>
      {words.makingHint}
    </Notice>
  )
}

type Again = Pick<ActProps, 'desk' | 'task'> & { number: string }

export const LetterMakeAgain = ({ desk, task, number }: Again) => {
  const { text, language } = desk.visitor
  const reason = letterOf(desk.dossier, task.task)?.signing?.trouble?.reason ?? task.failure?.reason
  const { send: words, busy } = text.office.acts
  return (
    <>
      <DeskForm desk={desk} form={{ deed: 'retry-letter', task: task.task }}>
        <Notice tone="bad" word={words.failed}>
          {reason && <p>{reason[language]}</p>}
          <p>{words.failedHint(number)}</p>
        </Notice>
        <ButtonRow>
          <Button kind="primary" icon="refresh" busy={busy} wide>
            {words.retry}
          </Button>
        </ButtonRow>
      </DeskForm>
      <AnotherWay desk={desk} letter={letterOf(desk.dossier, task.task)} />
    </>
  )
}

const Draft = (props: ActProps & { letter: Letter | undefined }) => {
  const { desk, task, letter } = props
  const { missing, waiting } = initialsOf(props)
  return (
    <>
      <Initials desk={desk} letter={letter} waiting={waiting} />
      <DraftClash
        desk={desk}
        letter={letter}
        typed={typedInto(desk, finishForm(task))}
        href={addressOf(desk, task.task)}
      />
      {waiting.length === 0 && <DraftForm {...props} missing={missing} />}
      <LetterDraftView desk={desk} task={task.task} />
    </>
  )
}

const DraftForm = (props: ActProps & { letter: Letter | undefined; missing: string[] }) => {
  const { desk, task, step, letter, missing } = props
  const { acts } = desk.visitor.text.office
  const { send: words } = acts
  const form = finishForm(task)
  const { wanted } = initialsOf(props)
  const isInitialed = letter !== undefined && letter.initials.length > 0
  return (
    <DeskForm desk={desk} form={form}>
      <input type="hidden" name="version" value={letter?.versions.length ?? 0} />
      <Decision {...props} />
      <LetterText {...props} isInitialed={isInitialed} isFixed={isInitialed && wanted.length === 0} />
      {missing.length === 0 && <SigningChoice desk={desk} form={form} />}
      <ButtonRow>
        {missing.length === 0 ? (
          <Button
            kind="primary"
            icon={step.act === 'sign' ? 'writing-sign' : 'send'}
            name="phase"
            value="send"
            busy={acts.busy}
            wide
          >
            {step.act === 'sign' ? acts.sign.send : words.send}
          </Button>
        ) : (
          <Button kind="primary" icon="writing-sign" name="phase" value="ask-initials" busy={acts.busy} wide>
            {words.ask(missing.join(', '))}
          </Button>
        )}
        {missing.length === 0 && isInitialed && wanted.length > 0 && (
          <Button icon="writing-sign" name="phase" value="ask-initials" busy={acts.busy}>
            {words.askAgain(wanted.join(', '))}
          </Button>
        )}
        {!isInitialed && (
          <Button kind="quiet" icon="file-text" name="phase" value="save" busy={acts.busy}>
            {desk.visitor.text.letters.write.save}
          </Button>
        )}
        <Button kind="quiet" icon="eye" name="phase" value="preview" newTab>
          {words.preview}
        </Button>
      </ButtonRow>
    </DeskForm>
  )
}

type TextProps = ActProps & { letter: Letter | undefined; isInitialed: boolean; isFixed: boolean }

/** Initials of an earlier step hold for the text as it is: only whoever drafted it can change it. */
const LetterText = ({ desk, task, step, letter, isInitialed, isFixed }: TextProps) => {
  const form = finishForm(task)
  const { acts } = desk.visitor.text.office
  const { send: words } = acts
  const text = letter?.draft.note ?? ''
  const filed = {
    desk,
    kind: step.letter ?? '',
    draft: letter?.draft ?? { note: '' },
    typed: typedInto(desk, form),
    idOf: (name: string) => controlId(form, name),
    faultOf: (name: string) => faultAt(desk, form, name),
  }
  if (isFixed)
    return (
      <>
        {text !== '' && <Definition facts={[{ label: acts.draft.note, value: inLines(text.split('\n')) }]} />}
        <p class="field-hint">{acts.sign.initialed}</p>
        <FilingFields {...filed} />
      </>
    )
  return (
    <DraftFields
      {...filed}
      note={{
        label: letter ? acts.draft.note : words.note,
        hint: isInitialed ? `${words.noteHint} ${words.changed}` : words.noteHint,
        mark: acts.optional,
      }}
    />
  )
}

type Parts = { desk: Desk; letter: Letter | undefined; waiting: string[] }

const Initials = ({ desk, letter, waiting }: Parts) => {
  const { send: words } = desk.visitor.text.office.acts
  return (
    <>
      <LetterMarks desk={desk} letter={letter} />
      {waiting.length > 0 && (
        <Notice tone="info" icon="hourglass" word={words.initials}>
          {words.waiting(waiting.join(', '))}
        </Notice>
      )}
    </>
  )
}

/** Titles of posts whose initial is wanted, of those where it is missing, and of those who have been asked. */
const initialsOf = ({ desk, task, step }: ActProps) => {
  const titled = (posts: readonly string[]) => posts.map((post) => postTitle(desk.visitor.agency.agency, post))
  const { wanted, missing, waiting } = initialsAt(desk.procedure, desk.dossier, task, step.letter ?? '')
  return { wanted: titled(wanted), missing: titled(missing), waiting: titled(waiting) }
}
