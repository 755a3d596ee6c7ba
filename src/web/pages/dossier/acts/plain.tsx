// Acts that ask for a note and, where the step decides, for the answer to its question: check, do, receive, initial as a step.
import { first } from '../../../request/body.ts'
import { ButtonRow } from '../../../ui/button.tsx'
import { DeskForm, Note } from '../desk-form.tsx'
import { type ActProps, type ActView, answered, Decision, finishForm, PrimaryButton, readDecision } from './act.tsx'

/** @param words what leads in, and what the button says */
export const plainAct = (
  words: (text: ActProps['desk']['visitor']['text']) => { lead?: string; finish: string },
): ActView => ({
  Body: (props) => {
    const { desk, task } = props
    const { text } = desk.visitor
    const { lead, finish } = words(text)
    const form = finishForm(task)
    return (
      <DeskForm desk={desk} form={form}>
        {lead && <p>{lead}</p>}
        <Decision {...props} />
        <Note desk={desk} form={form} name="note" label={text.office.acts.note} mark={text.office.acts.optional} />
        <ButtonRow>
          <PrimaryButton desk={desk}>{finish}</PrimaryButton>
        </ButtonRow>
      </DeskForm>
    )
  },
  read: (posted, props) => {
    const { exit, faults } = readDecision(posted, props)
    return answered({ note: first(posted, 'note'), exit }, faults)
  },
})

export const check = plainAct((text) => ({ finish: text.office.acts.check.finish }))
export const plain = plainAct((text) => ({ finish: text.office.acts.do.finish }))
export const receive = plainAct((text) => text.office.acts.receive)
