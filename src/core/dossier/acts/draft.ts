// Writes the draft of a letter that a later step initials, signs or sends, with what the step asks to be written down.
import { type Dossier, type Letter, letterOf, openTasks } from '../dossier.ts'
import type { Fact } from '../events.ts'
import { isOnPath } from '../evolve-letter.ts'
import { filingFault } from '../letter-filing.ts'
import { draftParts, noteText, writtenDraft, writtenMeanwhile } from '../letters/writing.ts'
import { recorded, workAnswer } from './records.ts'
import { act } from './rule.ts'

export const draftAnswer = workAnswer.omit({ note: true }).extend({ draft: noteText.default(''), ...draftParts })

export const draft = act(
  draftAnswer,
  (situation, { draft: note, values, text, version, classification, security, ...answer }) => {
    const { dossier, step, task } = situation
    const letter = step.letter ?? ''
    const before = letterAt(dossier, task.task, letter)
    const wrong = filingFault(situation.context, { classification })
    if (wrong) return wrong
    const written = writtenDraft({ draft: note, values, text, classification, security }, before?.draft)
    const clash = writtenMeanwhile(before, { version }, written)
    if (clash) return clash
    const outcome = recorded(situation, { ...answer, note: '' })
    if (!outcome.ok) return outcome
    const drafted: Fact[] = [
      ...takenOver(dossier, task.task, letter),
      { type: 'letter-drafted', task: task.task, letter, draft: written },
    ]
    return { ...outcome, facts: [...drafted, ...outcome.facts] }
  },
)

/** The letter of this name that waits for its number and that no open step has in hand, at whatever step it was last. */
const letterInWork = (dossier: Dossier, name: string): Letter | undefined =>
  dossier.letters.findLast((one) => one.letter === name && isOnPath(one) && !isInHand(dossier, one))

/** Another strand is at work on it: two that send the same kind of letter would take it from each other for ever. */
const isInHand = (dossier: Dossier, { task }: Letter): boolean => openTasks(dossier).some((one) => one.task === task)

/** The letter as this step finds it: its own, or the one that an earlier step has worked on. */
export const letterAt = (dossier: Dossier, task: string, name: string): Letter | undefined =>
  letterOf(dossier, task) ?? letterInWork(dossier, name)

/** A letter goes on with the step that works on it: draft, initial, signature are about one letter. */
export const takenOver = (dossier: Dossier, task: string, name: string): Fact[] => {
  const letter = letterAt(dossier, task, name)
  const from = letter?.task ?? task
  return from === task ? [] : [{ type: 'letter-taken-over', task, letter: name, from }]
}
