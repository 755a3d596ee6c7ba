// Writes the draft of a letter that a later step initials, signs or sends, with what the step asks to be written down.
import { z } from 'zod'
import { type Dossier, type Letter, letterOf } from '../dossier.ts'
import type { Fact } from '../events.ts'
import { filing, filingFault, filingShape } from '../letter-filing.ts'
import { MAX_TEXT } from '../reason.ts'
import { recorded, workAnswer } from './records.ts'
import { act } from './rule.ts'

export const draftAnswer = workAnswer
  .omit({ note: true })
  .extend({ draft: z.string().trim().max(MAX_TEXT).default(''), ...filingShape })

export const draft = act(draftAnswer, (situation, { draft: note, classification, security, ...answer }) => {
  const wrong = filingFault(situation.context, { classification })
  if (wrong) return wrong
  const { dossier, step, task } = situation
  const outcome = recorded(situation, { ...answer, note: '' })
  if (!outcome.ok) return outcome
  const letter = step.letter ?? ''
  const drafted: Fact[] = [
    ...takenOver(dossier, task.task, letter),
    { type: 'letter-drafted', task: task.task, letter, draft: { note, ...filing({ classification, security }) } },
  ]
  return { ...outcome, facts: [...drafted, ...outcome.facts] }
})

/** The letter of this name that waits for its number, at whatever step it was last. */
export const letterInWork = (dossier: Dossier, name: string): Letter | undefined =>
  dossier.letters.findLast((one) => one.letter === name && one.number === null && one.task !== null)

/** The letter as this step finds it: its own, or the one that an earlier step has worked on. */
export const letterAt = (dossier: Dossier, task: string, name: string): Letter | undefined =>
  letterOf(dossier, task) ?? letterInWork(dossier, name)

/** A letter goes on with the step that works on it: draft, initial, signature are about one letter. */
export const takenOver = (dossier: Dossier, task: string, name: string): Fact[] => {
  const letter = letterInWork(dossier, name)
  return letter && letter.task !== task ? [{ type: 'letter-taken-over', task, letter: name }] : []
}
