// Acts of the work itself: the fields that the step asks for, its question where it decides, and a note or the result in words.
import { NOTE } from '../../../fields/judge-work.ts'
import { first } from '../../../request/body.ts'
import { ButtonRow } from '../../../ui/button.tsx'
import type { Desk } from '../desk.ts'
import { DeskForm, Note } from '../desk-form.tsx'
import { type ActProps, type ActView, answered, Decision, finishForm, PrimaryButton, readDecision } from './act.tsx'
import { WorkFields, workFaults, workForm, writtenDown } from './work-fields.tsx'

type Words = {
  lead?: string
  finish: string
  /** What the text of the step is called where it is more than a note; it is then asked for in any case. */
  result?: { label: string; hint: string; missing: string }
  noteHint?: string
}
type WordsOf = (text: Desk['visitor']['text']) => Words

/** @param words what leads in, what is to be written, and what the button says */
export const workAct = (words: WordsOf): ActView => ({
  Body: (props) => {
    const { desk, task } = props
    const { text } = desk.visitor
    const { lead, finish } = words(text)
    const form = finishForm(task)
    return (
      <DeskForm desk={desk} form={form} {...workForm(props)}>
        {lead && <p>{lead}</p>}
        <WorkFields {...props} />
        <Decision {...props} />
        <Words {...props} words={words(text)} />
        <ButtonRow>
          <PrimaryButton desk={desk}>{finish}</PrimaryButton>
        </ButtonRow>
      </DeskForm>
    )
  },
  read: (posted, props) => {
    const { exit, faults: undecided } = readDecision(posted, props)
    const note = first(posted, NOTE)
    const { result } = words(props.desk.visitor.text)
    const silent = result && note.trim() === '' ? [{ name: NOTE, message: result.missing }] : []
    return answered({ note, exit, ...writtenDown(props) }, [...workFaults(props), ...undecided, ...silent])
  },
})

const Words = ({ desk, task, work, words }: ActProps & { words: Words }) => {
  const { acts } = desk.visitor.text.office
  const { result } = words
  return (
    <Note
      desk={desk}
      form={finishForm(task)}
      name={NOTE}
      label={result?.label ?? acts.note}
      hint={result?.hint ?? words.noteHint}
      mark={result ? undefined : acts.optional}
      required={result !== undefined}
      rows={result ? 5 : undefined}
      value={work?.values[NOTE]?.[0]}
    />
  )
}

export const check = workAct((text) => ({ finish: text.office.acts.check.finish }))
export const plain = workAct((text) => ({ finish: text.office.acts.do.finish }))
export const receive = workAct((text) => text.office.acts.receive)
export const analyse = workAct((text) => text.office.acts.analyse)
export const measure = workAct((text) => text.office.acts.measure)
export const report = workAct((text) => text.office.acts.report)
