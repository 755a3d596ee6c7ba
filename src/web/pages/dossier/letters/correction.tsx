// Whoever initials a letter may put its text right, beside the path and as a step of it.
import type { Letter, Task } from '../../../../core/dossier/dossier.ts'
import { finishForm } from '../acts/act.tsx'
import { type Desk, faultAt, typedInto } from '../desk.ts'
import { controlId } from '../desk-form.tsx'
import { DraftFields } from './draft-fields.tsx'

/** Folded away, as most have nothing to put right. */
export const Correction = ({ desk, task, letter }: { desk: Desk; task: Task; letter: Letter }) => {
  const words = desk.visitor.text.letters.initial
  const form = finishForm(task)
  const typed = typedInto(desk, form)
  const holds = desk.procedure.policy.initialsAfterCorrection === 'hold'
  return (
    <details class="letter-correction" open={typed !== null}>
      <summary>{words.correct}</summary>
      <p class="field-hint">{holds ? words.correctHold : words.correctHint}</p>
      <DraftFields
        desk={desk}
        kind={letter.letter}
        draft={letter.draft}
        typed={typed}
        idOf={(name) => controlId(form, name)}
        faultOf={(name) => faultAt(desk, form, name)}
      />
    </details>
  )
}
